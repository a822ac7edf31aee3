//! Distances on the ground.

/// Mean radius of the Earth in metres (IUGG).
const EARTH_M: f64 = 6_371_008.8;

/// A point on the ground, WGS 84 degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coordinates {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
}

impl Coordinates {
    /// The point of two numbers that are possible degrees.
    pub fn new(lat: f64, lon: f64) -> Option<Self> {
        let possible = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon);
        possible.then_some(Self { lat, lon })
    }

    /// Metres to another point along the great circle (haversine formula), right to half a per cent.
    pub fn distance_m(self, other: Self) -> f64 {
        let (lat1, lat2) = (self.lat.to_radians(), other.lat.to_radians());
        let half_lat = ((lat2 - lat1) / 2.0).sin();
        let half_lon = ((other.lon - self.lon).to_radians() / 2.0).sin();
        let chord = half_lat * half_lat + lat1.cos() * lat2.cos() * half_lon * half_lon;
        2.0 * EARTH_M * chord.sqrt().min(1.0).asin()
    }
}

#[cfg(test)]
mod tests {
    use super::Coordinates;

    #[test]
    fn hanoi_to_ho_chi_minh_city_is_1140_kilometres() {
        let hanoi = Coordinates::new(21.0278, 105.8342).unwrap();
        let saigon = Coordinates::new(10.7769, 106.7009).unwrap();

        assert!((hanoi.distance_m(saigon) - 1_143_000.0).abs() < 3_000.0);
        assert_eq!(hanoi.distance_m(hanoi), 0.0);
    }

    #[test]
    fn degrees_beyond_the_poles_are_no_point() {
        for (lat, lon) in [(90.1, 0.0), (0.0, 180.1), (f64::NAN, 0.0), (0.0, f64::INFINITY)] {
            assert_eq!(Coordinates::new(lat, lon), None);
        }
    }
}
