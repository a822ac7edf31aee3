//! What a map shows: its centre and zoom, the area in its window, and the layers drawn. Plain values, so that they
//! can stand in the address of a page.

use super::features::MapPoint;

/// A centre and a zoom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct View {
    pub(crate) lat: f64,
    pub(crate) lon: f64,
    pub(crate) zoom: u8,
}

/// A rectangle between two parallels and two meridians.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    pub(crate) south: f64,
    pub(crate) west: f64,
    pub(crate) north: f64,
    pub(crate) east: f64,
}

/// The layers a person can choose. Land, the country and its archipelagos are always drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Layers {
    /// Wards and communes of today.
    pub(crate) wards: bool,
    /// Districts until 30 June 2025.
    pub(crate) districts: bool,
    /// Lines and names of the provinces.
    pub(crate) provinces: bool,
}

/// The widest and the closest zoom.
pub(crate) const ZOOMS: std::ops::RangeInclusive<u8> = 5..=18;

impl View {
    /// Four decimals, some ten metres, are as exact as a person aims.
    pub(crate) fn new(lat: f64, lon: f64, zoom: u8) -> Self {
        let rounded = |degrees: f64| (degrees * 10_000.0).round() / 10_000.0;
        Self { lat: rounded(lat), lon: rounded(lon), zoom: zoom.clamp(*ZOOMS.start(), *ZOOMS.end()) }
    }

    /// Reads what an address says; nothing, if a part is missing or outside the map.
    pub(crate) fn read(lat: &str, lon: &str, zoom: &str) -> Option<Self> {
        let (lat, lon): (f64, f64) = (lat.parse().ok()?, lon.parse().ok()?);
        let zoom: u8 = zoom.parse().ok()?;
        (Area::MAP.holds(lat, lon) && ZOOMS.contains(&zoom)).then(|| Self::new(lat, lon, zoom))
    }

    /// Whether a person would call it the same view: within a few pixels, as when a window changes its size.
    pub(crate) fn is_almost(self, other: Self) -> bool {
        let pixel = 360.0 / (256.0 * f64::from(self.zoom).exp2());
        let near = |one: f64, two: f64| (one - two).abs() < 2.0 * pixel + 0.000_2;
        self.zoom == other.zoom && near(self.lat, other.lat) && near(self.lon, other.lon)
    }
}

impl Area {
    /// What the land of the map covers.
    pub(crate) const MAP: Self = Self { south: 0.0, west: 94.0, north: 30.0, east: 126.0 };
    /// The city, without its outermost corners.
    pub(crate) const HANOI: Self = Self { south: 20.6, west: 105.31, north: 21.35, east: 106.0 };
    /// Where tiles of others may be drawn: without the East Sea, whose names they get wrong.
    pub(crate) const MAINLAND: Self = Self { south: 8.3, west: 102.0, north: 23.5, east: 109.6 };

    /// Half an hour on foot around a place.
    pub(crate) fn around(lat: f64, lon: f64) -> Self {
        const REACH: f64 = 0.025;
        Self { south: lat - REACH, west: lon - REACH, north: lat + REACH, east: lon + REACH }
    }

    /// What holds all points whose place is known, with some room; nothing when there are none.
    pub(crate) fn of(points: &[MapPoint]) -> Option<Self> {
        const ROOM: f64 = 0.01;
        let places = points.iter().filter_map(|point| point.location.as_ref());
        places.fold(None, |area: Option<Self>, place| {
            let (south, north) = (place.lat - ROOM, place.lat + ROOM);
            let (west, east) = (place.lon - ROOM, place.lon + ROOM);
            Some(area.map_or(Self { south, west, north, east }, |area| Self {
                south: area.south.min(south),
                west: area.west.min(west),
                north: area.north.max(north),
                east: area.east.max(east),
            }))
        })
    }

    fn holds(self, lat: f64, lon: f64) -> bool {
        (self.south..=self.north).contains(&lat) && (self.west..=self.east).contains(&lon)
    }

    /// A little larger and with few decimals, so that small moves ask for the same.
    pub(crate) fn widened(self) -> Self {
        let (tall, wide) = ((self.north - self.south) * 0.1, (self.east - self.west) * 0.1);
        let down = |degrees: f64| (degrees * 1_000.0).floor() / 1_000.0;
        let up = |degrees: f64| (degrees * 1_000.0).ceil() / 1_000.0;
        Self {
            south: down(self.south - tall).max(-90.0),
            west: down(self.west - wide).max(-180.0),
            north: up(self.north + tall).min(90.0),
            east: up(self.east + wide).min(180.0),
        }
    }
}

impl Default for Layers {
    fn default() -> Self {
        Self { wards: true, districts: false, provinces: true }
    }
}

impl Layers {
    const NONE: &str = "khong";

    /// Reads `phuong,quan-cu,tinh` or `khong`.
    pub(crate) fn read(text: &str) -> Self {
        if text.is_empty() {
            return Self::default();
        }
        let names = |name: &str| text.split(',').any(|named| named == name);
        Self { wards: names("phuong"), districts: names("quan-cu"), provinces: names("tinh") }
    }

    /// For an address; nothing, when it is as it always is.
    pub(crate) fn write(self) -> Option<String> {
        if self == Self::default() {
            return None;
        }
        let named = [(self.wards, "phuong"), (self.districts, "quan-cu"), (self.provinces, "tinh")];
        let names: Vec<_> = named.into_iter().filter(|(shown, _)| *shown).map(|(_, name)| name).collect();
        Some(if names.is_empty() { Self::NONE.to_owned() } else { names.join(",") })
    }
}

#[cfg(test)]
mod tests {
    use super::super::features::tests::point;
    use super::*;

    #[test]
    fn a_view_is_read_from_an_address_and_nonsense_is_not() {
        assert_eq!(View::read("21.02851", "105.8542", "12"), Some(View::new(21.0285, 105.8542, 12)));
        for (lat, lon, zoom) in [
            ("", "", ""),
            ("21", "105", ""),
            ("51.5", "0", "9"),
            ("21", "105", "40"),
            ("21", "105", "-1"),
            ("NaN", "105", "9"),
            ("21,0", "105", "9"),
        ] {
            assert_eq!(View::read(lat, lon, zoom), None, "{lat} {lon} {zoom}");
        }
    }

    #[test]
    fn a_few_pixels_are_no_move_and_a_zoom_is_one() {
        let view = View::new(21.0, 105.8, 10);

        assert!(view.is_almost(View::new(21.001, 105.799, 10)));
        assert!(!view.is_almost(View::new(21.01, 105.8, 10)));
        assert!(!view.is_almost(View::new(21.0, 105.8, 11)));
    }

    #[test]
    fn layers_are_read_back_as_they_were_written() {
        for wards in [true, false] {
            for districts in [true, false] {
                for provinces in [true, false] {
                    let layers = Layers { wards, districts, provinces };

                    assert_eq!(Layers::read(&layers.write().unwrap_or_default()), layers);
                }
            }
        }
        assert_eq!(Layers::default().write(), None);
    }

    #[test]
    fn the_area_of_points_holds_them_all() {
        let points = [point("a", 21.0, 105.8), point("b", 21.2, 105.5)];

        let area = Area::of(&points);

        assert!(area.is_some_and(|area| area.holds(21.0, 105.8) && area.holds(21.2, 105.5)));
        assert_eq!(Area::of(&[]), None);
    }

    #[test]
    fn the_area_asked_for_holds_the_window() {
        let window = Area { south: 20.912_345, west: 105.7, north: 21.1, east: 105.9 };

        let asked = window.widened();

        assert!(asked.south <= window.south && asked.north >= window.north);
        assert!(asked.west <= window.west && asked.east >= window.east);
        assert_eq!(asked.south, 20.893);
    }
}
