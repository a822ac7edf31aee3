//! The wards around a point for somebody who has set a pin. Where an official layer of wards is configured, the one in
//! which the point lies comes first. The others come by the distance to their published points, so that without such a
//! layer the right one is among the first but need not be the first; a person confirms it.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::{AdminLevel, Era};

use crate::{app::App, entities::admin_unit, error::Result, sale_points::nearby::Coordinates};

/// Degrees around the point that are looked at: no ward's point is further from the ward's edge.
const AROUND: f64 = 0.6;

/// A ward around a point.
pub(super) struct Near {
    pub(super) ward: admin_unit::Model,
    pub(super) distance_m: f64,
    /// Whether the point lies in it; `None` where no layer tells.
    pub(super) contains: Option<bool>,
}

/// Wards of today around a point: the one it lies in, then the nearest.
pub(super) async fn near(app: &App, point: Coordinates, first: usize) -> Result<Vec<Near>> {
    let wards = admin_unit::Entity::find()
        .filter(admin_unit::Column::Era.eq(Era::Current))
        .filter(admin_unit::Column::Level.eq(AdminLevel::Ward))
        .filter(admin_unit::Column::ValidTo.is_null())
        .filter(admin_unit::Column::Lat.between(point.lat - AROUND, point.lat + AROUND))
        .filter(admin_unit::Column::Lon.between(point.lon - AROUND, point.lon + AROUND))
        .all(app.database.read())
        .await?;
    let inside = app.ward_shapes.ward_at(point.lat, point.lon);
    let with_distance = |ward: admin_unit::Model| {
        let there = Coordinates::new(ward.lat?, ward.lon?)?;
        let contains = app.ward_shapes.knows(&ward.code).then(|| inside == Some(ward.code.as_str()));
        Some(Near { distance_m: point.distance_m(there), contains, ward })
    };
    let mut wards: Vec<_> = wards.into_iter().filter_map(with_distance).collect();
    wards.sort_by(|one, other| {
        let by_distance = one.distance_m.total_cmp(&other.distance_m);
        let is_inside = |near: &Near| near.contains == Some(true);
        is_inside(other).cmp(&is_inside(one)).then(by_distance)
    });
    wards.truncate(first);
    Ok(wards)
}
