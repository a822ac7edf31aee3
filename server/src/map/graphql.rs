//! The map in the API.

use async_graphql::{Context, Enum, InputObject, Object, SimpleObject};

use shared::limits::SEARCH_COST;

use super::{Bounds, Cluster, clusters};
use crate::{
    error::{Error, Result},
    graphql::context::Ask,
    numbers::int,
    sale_points::graphql::{SalePoint, SalePointFilter},
};

/// A cluster tells its points only up to this many.
const TOLD_POINTS: usize = 10;
/// Deepest zoom of the map.
const DEEPEST_ZOOM: i32 = 22;
/// Points closer than this, in degrees, can't be told apart by zooming.
const SAME_PLACE: f64 = 1e-5;

/// A rectangle of the map, WGS 84 degrees.
#[derive(InputObject, Clone, Copy)]
pub struct BoundingBox {
    /// Least latitude.
    south: f64,
    /// Least longitude.
    west: f64,
    /// Largest latitude.
    north: f64,
    /// Largest longitude.
    east: f64,
}

impl BoundingBox {
    fn checked(self) -> Result<Bounds> {
        let numbers = [self.south, self.west, self.north, self.east];
        // A map that shows the world several times over asks for longitudes beyond 180.
        let possible = numbers.iter().all(|degrees| degrees.abs() <= 720.0);
        if !possible || self.south > self.north || self.west > self.east {
            return Err(Error::bad_input("bbox", "south to north and west to east, in degrees"));
        }
        Ok(Bounds { south: self.south, west: self.west, north: self.north, east: self.east })
    }
}

/// What is drawn.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum MapLayer {
    /// Sale points that may be seen.
    SalePoints,
}

/// A corner-to-corner rectangle.
#[derive(SimpleObject)]
#[graphql(name = "Bounds")]
pub struct MapBounds {
    /// Least latitude.
    south: f64,
    /// Least longitude.
    west: f64,
    /// Largest latitude.
    north: f64,
    /// Largest longitude.
    east: f64,
}

/// One point of the map, or several drawn as one (`count` above 1).
#[derive(SimpleObject)]
pub struct MapFeature {
    /// Degrees north of its middle.
    lat: f64,
    /// Degrees east of its middle.
    lon: f64,
    /// Points in it.
    count: i32,
    /// The points themselves, when there are at most ten of them.
    sale_points: Vec<SalePoint>,
    /// What to zoom to, when zooming can divide it.
    bounds: Option<MapBounds>,
}

impl From<Cluster> for MapFeature {
    fn from(cluster: Cluster) -> Self {
        let Bounds { south, west, north, east } = cluster.bounds;
        let divisible = north - south > SAME_PLACE || east - west > SAME_PLACE;
        let count = cluster.points.len();
        let told = if count <= TOLD_POINTS { cluster.points } else { Vec::new() };
        Self {
            lat: cluster.centre.lat,
            lon: cluster.centre.lon,
            count: int(count),
            sale_points: told.into_iter().map(SalePoint::from).collect(),
            bounds: divisible.then_some(MapBounds { south, west, north, east }),
        }
    }
}

/// What the map draws in a view.
#[derive(SimpleObject)]
pub struct MapAnswer {
    /// At most 500 features.
    features: Vec<MapFeature>,
    /// Points in the view.
    total_count: i32,
}

/// Queries of the map.
#[derive(Default)]
pub struct MapQueries;

/// Queries of the map.
#[Object]
impl MapQueries {
    /// Sale points in a part of the map, near ones drawn together; at most 500 features.
    #[graphql(complexity = "SEARCH_COST + 50 * child_complexity")]
    async fn map_features(
        &self,
        ctx: &Context<'_>,
        bbox: BoundingBox,
        #[graphql(desc = "Zoom of the map, 0 to 22.")] zoom: i32,
        layer: Option<MapLayer>,
        filter: Option<SalePointFilter>,
    ) -> Result<MapAnswer> {
        let MapLayer::SalePoints = layer.unwrap_or(MapLayer::SalePoints);
        let bounds = bbox.checked()?;
        let zoom = u8::try_from(zoom).ok().filter(|zoom| i32::from(*zoom) <= DEEPEST_ZOOM);
        let zoom = zoom.ok_or_else(|| Error::bad_input("zoom", "0 to 22"))?;
        let filter = filter.unwrap_or_default().checked(ctx.app()).await?;
        let register = ctx.app().register();
        let points = register.all().iter().filter(|point| filter.accepts(point));
        let seen = points.filter_map(|point| Some((point.coordinates()?, point.clone())));
        let seen: Vec<_> = seen.filter(|(at, _)| bounds.holds(*at)).collect();
        let total_count = int(seen.len());
        Ok(MapAnswer {
            features: clusters(&seen, zoom).into_iter().map(MapFeature::from).collect(),
            total_count,
        })
    }
}
