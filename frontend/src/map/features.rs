//! What stands on the map, asked from the server: points, and clusters where they are too close together.

use cynic::QueryBuilder;

use super::view::Area;
use crate::api::{self, CoordPrecision, Question, SalePointKind, SalePointStatus, schema};
use crate::facts::Unit;

/// Which sale points are shown, on the map and in its list.
#[derive(cynic::InputObject, Clone, Debug, Default, PartialEq)]
pub(crate) struct SalePointFilter {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) kinds: Option<Vec<SalePointKind>>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) statuses: Option<Vec<SalePointStatus>>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) wards: Option<Vec<String>>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) former_districts: Option<Vec<String>>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) product: Option<cynic::Id>,
}

/// Where a thing is, and how exactly that is known.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Location {
    pub(crate) lat: f64,
    pub(crate) lon: f64,
    pub(crate) precision: CoordPrecision,
}

/// What the map says of a point.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "SalePoint")]
pub(crate) struct MapPoint {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) kind: SalePointKind,
    pub(crate) status: Option<SalePointStatus>,
    pub(crate) address: Option<String>,
    pub(crate) ward: Option<Unit>,
    pub(crate) former_district: Option<Unit>,
    pub(crate) location: Option<Location>,
}

/// One point (`count` 1) or a cluster.
#[derive(Clone, PartialEq)]
pub(crate) struct Feature {
    pub(crate) lat: f64,
    pub(crate) lon: f64,
    pub(crate) count: i32,
    /// The points themselves, when they are few.
    pub(crate) points: Vec<MapPoint>,
    /// Where to zoom to, when it can be divided.
    pub(crate) bounds: Option<Area>,
}

/// What a click on a feature does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Click {
    /// Tells about the one point.
    Tell,
    /// Zooms until the cluster falls apart.
    Divide(Area),
    /// Lists points that no zoom can part.
    List,
}

impl Feature {
    /// The same feature has the same key in the next answer, so that its mark stays, with the focus on it.
    pub(crate) fn key(&self) -> String {
        if self.points.is_empty() {
            return format!("{} {} {}", self.lat, self.lon, self.count);
        }
        let mut ids: Vec<_> = self.points.iter().map(|point| point.id.inner()).collect();
        ids.sort_unstable();
        ids.join(" ")
    }

    /// Whether the point is in it, as far as the answer says.
    pub(crate) fn holds(&self, id: &str) -> bool {
        self.points.iter().any(|point| point.id.inner() == id)
    }

    /// What a click does, at the closest zoom or before it.
    pub(crate) fn click(&self, is_closest: bool) -> Click {
        match self.bounds {
            _ if self.count <= 1 => Click::Tell,
            Some(bounds) if !is_closest => Click::Divide(bounds),
            _ => Click::List,
        }
    }
}

#[derive(cynic::QueryVariables)]
pub(crate) struct MapVariables {
    bbox: BoundingBox,
    zoom: i32,
    filter: SalePointFilter,
}

#[derive(cynic::InputObject)]
struct BoundingBox {
    south: f64,
    west: f64,
    north: f64,
    east: f64,
}

/// The answer for a window of the map.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "MapVariables")]
pub(crate) struct OnTheMap {
    #[arguments(bbox: $bbox, zoom: $zoom, filter: $filter)]
    map_features: MapAnswer,
}

#[derive(cynic::QueryFragment)]
struct MapAnswer {
    features: Vec<MapFeature>,
}

#[derive(cynic::QueryFragment)]
struct MapFeature {
    lat: f64,
    lon: f64,
    count: i32,
    sale_points: Vec<MapPoint>,
    bounds: Option<Bounds>,
}

#[derive(cynic::QueryFragment)]
struct Bounds {
    south: f64,
    west: f64,
    north: f64,
    east: f64,
}

impl OnTheMap {
    /// The features, as the page knows them.
    pub(crate) fn features(&self) -> Vec<Feature> {
        let features = self.map_features.features.iter().map(|feature| Feature {
            lat: feature.lat,
            lon: feature.lon,
            count: feature.count,
            points: feature.sale_points.clone(),
            bounds: feature.bounds.as_ref().map(|bounds| Area {
                south: bounds.south,
                west: bounds.west,
                north: bounds.north,
                east: bounds.east,
            }),
        });
        features.collect()
    }
}

/// What is in an area, at a zoom.
pub(crate) fn in_area(area: Area, zoom: u8, filter: SalePointFilter) -> Question<OnTheMap> {
    let Area { south, west, north, east } = area;
    let bbox = BoundingBox { south, west, north, east };
    api::question(OnTheMap::build(MapVariables { bbox, zoom: zoom.into(), filter }))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A shop of that id.
    pub(crate) fn point(id: &str, lat: f64, lon: f64) -> MapPoint {
        MapPoint {
            id: cynic::Id::new(id),
            name: id.to_uppercase(),
            kind: SalePointKind::Shop,
            status: None,
            address: None,
            ward: None,
            former_district: None,
            location: Some(Location { lat, lon, precision: CoordPrecision::Ward }),
        }
    }

    #[test]
    fn a_feature_keeps_its_key_whatever_the_order_of_its_points() {
        let of = |ids: [&str; 2]| Feature {
            lat: 21.0,
            lon: 105.0,
            count: 2,
            points: ids.map(|id| point(id, 21.0, 105.0)).to_vec(),
            bounds: None,
        };

        assert_eq!(of(["a", "b"]).key(), of(["b", "a"]).key());
        assert!(of(["a", "b"]).holds("b") && !of(["a", "b"]).holds("c"));
    }

    #[test]
    fn a_click_tells_divides_or_lists() {
        let feature = |count, bounds| Feature { lat: 21.0, lon: 105.0, count, points: Vec::new(), bounds };

        assert_eq!(feature(1, None).click(false), Click::Tell);
        assert_eq!(feature(12, Some(Area::HANOI)).click(false), Click::Divide(Area::HANOI));
        assert_eq!(feature(12, Some(Area::HANOI)).click(true), Click::List);
        assert_eq!(feature(12, None).click(false), Click::List);
    }
}
