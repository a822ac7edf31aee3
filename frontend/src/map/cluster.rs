//! Clusters of points that the page has already: those found by a text, or those that sell one product. The server
//! makes the clusters of everything else.

use super::features::{Feature, MapPoint};
use super::view::Area;

/// Pixels within which two marks would cover each other.
const TOO_CLOSE: f64 = 44.0;
/// Points that a cluster carries along, as in the server's answers.
const CARRIED: usize = 10;

/// Points and clusters at a zoom. A point without a place is not on the map; the list has it.
pub(crate) fn features(points: &[MapPoint], zoom: u8) -> Vec<Feature> {
    let mut groups: Vec<(f64, f64, Vec<&MapPoint>)> = Vec::new();
    for point in points {
        let Some(location) = &point.location else { continue };
        let (x, y) = pixel(location.lat, location.lon, zoom);
        let near = groups.iter_mut().find(|(other_x, other_y, _)| {
            (x - *other_x).abs() < TOO_CLOSE && (y - *other_y).abs() < TOO_CLOSE
        });
        match near {
            Some((_, _, members)) => members.push(point),
            None => groups.push((x, y, vec![point])),
        }
    }
    groups.into_iter().map(|(_, _, members)| feature(&members)).collect()
}

fn feature(members: &[&MapPoint]) -> Feature {
    let places: Vec<_> = members.iter().filter_map(|point| point.location.as_ref()).collect();
    let count = places.len().max(1) as f64;
    let lats = || places.iter().map(|place| place.lat);
    let lons = || places.iter().map(|place| place.lon);
    let bounds = Area {
        south: lats().fold(f64::MAX, f64::min),
        west: lons().fold(f64::MAX, f64::min),
        north: lats().fold(f64::MIN, f64::max),
        east: lons().fold(f64::MIN, f64::max),
    };
    let apart = bounds.north > bounds.south || bounds.east > bounds.west;
    Feature {
        lat: lats().sum::<f64>() / count,
        lon: lons().sum::<f64>() / count,
        count: i32::try_from(members.len()).unwrap_or(i32::MAX),
        points: if members.len() <= CARRIED {
            members.iter().copied().cloned().collect()
        } else {
            Vec::new()
        },
        bounds: apart.then_some(bounds),
    }
}

/// Where a place lies in the Web Mercator picture of the world at a zoom.
fn pixel(lat: f64, lon: f64, zoom: u8) -> (f64, f64) {
    let world = 256.0 * f64::from(zoom).exp2();
    let north = (std::f64::consts::FRAC_PI_4 + lat.to_radians() / 2.0).tan().ln();
    ((lon + 180.0) / 360.0 * world, (1.0 - north / std::f64::consts::PI) / 2.0 * world)
}

#[cfg(test)]
mod tests {
    use super::super::features::tests::point;
    use super::*;

    #[test]
    fn points_far_apart_stand_alone_and_near_ones_together() {
        let points = [point("a", 21.03, 105.85), point("b", 21.031, 105.851), point("c", 21.3, 105.4)];

        let far_out = features(&points, 10);
        let close = features(&points, 18);

        assert_eq!(far_out.iter().map(|feature| feature.count).collect::<Vec<_>>(), [2, 1]);
        assert!(far_out[0].bounds.is_some_and(|bounds| bounds.south == 21.03 && bounds.east == 105.851));
        assert_eq!(close.len(), 3);
    }

    #[test]
    fn points_at_one_place_cannot_be_divided() {
        let points = [point("a", 21.03, 105.85), point("b", 21.03, 105.85)];

        let features = features(&points, 18);

        assert_eq!(features.len(), 1);
        assert_eq!(features[0].bounds, None);
        assert!(features[0].holds("a") && features[0].holds("b"));
    }

    #[test]
    fn a_point_without_a_place_is_not_on_the_map() {
        let nowhere = MapPoint { location: None, ..point("a", 0.0, 0.0) };

        assert!(features(&[nowhere], 10).is_empty());
    }
}
