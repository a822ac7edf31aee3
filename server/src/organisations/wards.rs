//! The wards around a point, the nearest first, for somebody who has set a pin: by the published points of the wards, so
//! the right one is among the first but need not be the first, and a person confirms it.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::{AdminLevel, Era};

use crate::{database::Database, entities::admin_unit, error::Result, sale_points::nearby::Coordinates};

/// Degrees around the point that are looked at: no ward's point is further from the ward's edge.
const AROUND: f64 = 0.6;

/// Wards of today around a point with their distance in metres, the nearest first.
pub(super) async fn near(
    database: &Database,
    point: Coordinates,
    first: usize,
) -> Result<Vec<(admin_unit::Model, f64)>> {
    let wards = admin_unit::Entity::find()
        .filter(admin_unit::Column::Era.eq(Era::Current))
        .filter(admin_unit::Column::Level.eq(AdminLevel::Ward))
        .filter(admin_unit::Column::ValidTo.is_null())
        .filter(admin_unit::Column::Lat.between(point.lat - AROUND, point.lat + AROUND))
        .filter(admin_unit::Column::Lon.between(point.lon - AROUND, point.lon + AROUND))
        .all(database.read())
        .await?;
    let with_distance = |ward: admin_unit::Model| {
        let there = Coordinates::new(ward.lat?, ward.lon?)?;
        Some((ward, point.distance_m(there)))
    };
    let mut wards: Vec<_> = wards.into_iter().filter_map(with_distance).collect();
    wards.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    wards.truncate(first);
    Ok(wards)
}
