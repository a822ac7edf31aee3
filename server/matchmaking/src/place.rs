//! Points on the earth and how far they lie from each other.

/// A point, in degrees (WGS 84).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Degrees to the north.
    pub lat: f64,
    /// Degrees to the east.
    pub lon: f64,
}

/// Mean radius of the earth.
const EARTH_KM: f64 = 6_371.0;

impl Point {
    /// Kilometres to another point as the crow flies.
    pub fn km_to(self, other: Self) -> f64 {
        let (lat, other_lat) = (self.lat.to_radians(), other.lat.to_radians());
        let half = |one: f64, two: f64| ((one - two) / 2.0).sin().powi(2);
        let across = half(other.lon.to_radians(), self.lon.to_radians());
        let chord = half(other_lat, lat) + lat.cos() * other_lat.cos() * across;
        2.0 * EARTH_KM * chord.clamp(0.0, 1.0).sqrt().asin()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hanoi_lies_some_eleven_hundred_kilometres_from_ho_chi_minh_city() {
        let (hanoi, saigon) = (Point { lat: 21.03, lon: 105.85 }, Point { lat: 10.78, lon: 106.70 });

        assert!((1_130.0..1_160.0).contains(&hanoi.km_to(saigon)), "{}", hanoi.km_to(saigon));
        assert_eq!(hanoi.km_to(hanoi), 0.0);
    }
}
