//! In which ward a point lies, where an official layer of wards is configured (`GEO_DATA_DIR`). The diagram we carry is no
//! boundary (about one point in five lies elsewhere by it), so without that layer nothing is said.

use std::{io::ErrorKind, path::Path};

use geojson::{FeatureCollection, GeometryValue};

/// The finer layer, and the one that is drawn.
const FILES: [&str; 2] = ["hanoi_wards_detail.geojson", "hanoi_wards.geojson"];

type Ring = Vec<[f64; 2]>;

/// The wards of a layer.
#[derive(Debug, Default)]
pub struct WardShapes(Vec<Shape>);

#[derive(Debug)]
struct Shape {
    code: String,
    /// West, south, east, north.
    bounds: [f64; 4],
    /// Outlines and holes of all its pieces. A point is inside when it is inside of an odd number of them.
    rings: Vec<Ring>,
}

impl WardShapes {
    /// Reads the finest layer of a folder; nothing when there is none, or only a diagram.
    pub fn read(folder: &Path) -> Self {
        for file in FILES.map(|name| folder.join(name)) {
            let text = match std::fs::read_to_string(&file) {
                Ok(text) => text,
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                Err(error) => {
                    tracing::error!(%error, file = %file.display(), "the layer of wards could not be read");
                    continue;
                }
            };
            match Self::parse(&text) {
                Ok(shapes) if shapes.0.is_empty() => {}
                Ok(shapes) => return shapes,
                Err(error) => tracing::error!(%error, file = %file.display(), "the layer is no GeoJSON"),
            }
        }
        Self::default()
    }

    fn parse(text: &str) -> Result<Self, Box<geojson::Error>> {
        let layer: FeatureCollection = text.parse().map_err(Box::new)?;
        let says_schematic =
            |members: &geojson::JsonObject| members.get("schematic").is_some_and(|it| it == true);
        if layer.foreign_members.as_ref().is_some_and(says_schematic) {
            return Ok(Self::default());
        }
        let shape = |feature: geojson::Feature| {
            let code = feature.property("code")?.as_str()?.to_owned();
            let polygons = match feature.geometry?.value {
                GeometryValue::Polygon { coordinates } => vec![coordinates],
                GeometryValue::MultiPolygon { coordinates } => coordinates,
                _ => return None,
            };
            let point = |position: geojson::Position| match position.as_slice() {
                [lon, lat, ..] => Some([*lon, *lat]),
                _ => None,
            };
            let rings = polygons.into_iter().flatten();
            let rings: Vec<Ring> = rings.map(|ring| ring.into_iter().filter_map(point).collect()).collect();
            Some(Shape { code, bounds: bounds(&rings), rings })
        };
        Ok(Self(layer.features.into_iter().filter_map(shape).collect()))
    }

    /// Whether the layer has a ward; it may be of one province alone.
    pub fn knows(&self, code: &str) -> bool {
        self.0.iter().any(|shape| shape.code == code)
    }

    /// The code of the ward in which a point lies.
    pub fn ward_at(&self, lat: f64, lon: f64) -> Option<&str> {
        self.0.iter().find(|shape| shape.contains([lon, lat])).map(|shape| shape.code.as_str())
    }
}

impl Shape {
    fn contains(&self, point @ [x, y]: [f64; 2]) -> bool {
        let [west, south, east, north] = self.bounds;
        let is_near = (west..=east).contains(&x) && (south..=north).contains(&y);
        is_near && self.rings.iter().filter(|ring| is_inside(ring, point)).count() % 2 == 1
    }
}

fn bounds(rings: &[Ring]) -> [f64; 4] {
    let start = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    rings.iter().flatten().fold(start, |[west, south, east, north], [x, y]| {
        [west.min(*x), south.min(*y), east.max(*x), north.max(*y)]
    })
}

/// Whether a ray to the east crosses the ring an odd number of times.
fn is_inside(ring: &[[f64; 2]], [x, y]: [f64; 2]) -> bool {
    let edges = ring.iter().zip(ring.iter().cycle().skip(1));
    let crosses = |([x1, y1], [x2, y2]): &(&[f64; 2], &[f64; 2])| {
        (*y1 > y) != (*y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
    };
    edges.filter(crosses).count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A square with a hole, and another piece of the same ward; a neighbour in the hole.
    const LAYER: &str = r#"{ "type": "FeatureCollection", "features": [
        { "type": "Feature", "properties": { "code": "00004" }, "geometry": { "type": "MultiPolygon", "coordinates": [
            [[[0,0],[10,0],[10,10],[0,10],[0,0]], [[4,4],[6,4],[6,6],[4,6],[4,4]]],
            [[[20,0],[21,0],[21,1],[20,1],[20,0]]] ] } },
        { "type": "Feature", "properties": { "code": "00008" }, "geometry": { "type": "Polygon", "coordinates": [
            [[4,4],[6,4],[6,6],[4,6],[4,4]] ] } } ] }"#;

    #[test]
    fn a_point_lies_in_one_ward_or_in_none() {
        let shapes = WardShapes::parse(LAYER).unwrap();

        assert_eq!(shapes.ward_at(1.0, 1.0), Some("00004"));
        assert_eq!(shapes.ward_at(0.5, 20.5), Some("00004"), "another piece");
        assert_eq!(shapes.ward_at(5.0, 5.0), Some("00008"), "in the hole");
        assert_eq!(shapes.ward_at(5.0, 11.0), None);
        assert!(shapes.knows("00008") && !shapes.knows("00070"));
    }

    #[test]
    fn a_diagram_says_nothing() {
        let diagram = LAYER.replacen('{', r#"{ "schematic": true, "#, 1);

        assert!(!WardShapes::parse(&diagram).unwrap().knows("00004"));
        assert!(WardShapes::parse("[]").is_err());
    }
}
