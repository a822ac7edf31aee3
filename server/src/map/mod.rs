//! What the map draws: points near each other drawn together, so that a telephone gets at most 500 things.

pub mod graphql;

use std::{collections::BTreeMap, sync::Arc};

use shared::limits;

use crate::sale_points::{Coordinates, Point};

/// Edge of the square, in pixels of the map, whose points are drawn as one.
const CELL_PIXELS: f64 = 56.0;
/// Pixels of the whole world at zoom 0 (Web Mercator tiles).
const WORLD_PIXELS: f64 = 256.0;
/// Latitude at which Web Mercator ends.
const MERCATOR_LATITUDE: f64 = 85.051_128;

/// A part of the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Least latitude.
    pub south: f64,
    /// Least longitude.
    pub west: f64,
    /// Largest latitude.
    pub north: f64,
    /// Largest longitude.
    pub east: f64,
}

impl Bounds {
    /// Whether a point lies in it, its edges included.
    pub fn holds(&self, at: Coordinates) -> bool {
        (self.south..=self.north).contains(&at.lat) && (self.west..=self.east).contains(&at.lon)
    }

    fn around(points: &[Placed]) -> Self {
        let nothing = Self { south: f64::MAX, west: f64::MAX, north: f64::MIN, east: f64::MIN };
        points.iter().fold(nothing, |b, (at, _)| Self {
            south: b.south.min(at.lat),
            west: b.west.min(at.lon),
            north: b.north.max(at.lat),
            east: b.east.max(at.lon),
        })
    }
}

/// Points drawn as one thing: their middle, the part of the map they cover, the points by name.
#[derive(Clone, Debug)]
pub struct Cluster {
    /// Mean of the points.
    pub centre: Coordinates,
    /// The part of the map they cover.
    pub bounds: Bounds,
    /// The points.
    pub points: Vec<Arc<Point>>,
}

/// A point with its place.
pub type Placed = (Coordinates, Arc<Point>);

/// Draws points together for a zoom; at most 500 clusters, whatever there is.
pub fn clusters(points: &[Placed], zoom: u8) -> Vec<Cluster> {
    let mut pixels = CELL_PIXELS;
    loop {
        let mut cells: BTreeMap<(i64, i64), Vec<Placed>> = BTreeMap::new();
        for (at, point) in points {
            let (x, y) = project(*at, zoom);
            let cell = ((x / pixels).floor() as i64, (y / pixels).floor() as i64);
            cells.entry(cell).or_default().push((*at, point.clone()));
        }
        if cells.len() <= limits::MAP_FEATURES {
            return cells.into_values().map(cluster).collect();
        }
        pixels *= 2.0;
    }
}

fn cluster(points: Vec<Placed>) -> Cluster {
    let count = points.len() as f64;
    let lat = points.iter().map(|(at, _)| at.lat).sum::<f64>() / count;
    let lon = points.iter().map(|(at, _)| at.lon).sum::<f64>() / count;
    let bounds = Bounds::around(&points);
    let points = points.into_iter().map(|(_, point)| point).collect();
    Cluster { centre: Coordinates { lat, lon }, bounds, points }
}

/// Pixels from the north-western corner of the world at a zoom (Web Mercator).
fn project(at: Coordinates, zoom: u8) -> (f64, f64) {
    let scale = WORLD_PIXELS * f64::from(1u32 << zoom.min(30));
    let latitude = at.lat.clamp(-MERCATOR_LATITUDE, MERCATOR_LATITUDE).to_radians();
    let y = (1.0 - latitude.tan().asinh() / std::f64::consts::PI) / 2.0;
    ((at.lon + 180.0) / 360.0 * scale, y * scale)
}
