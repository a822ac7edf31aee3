//! Where an organisation is: the ward that a person confirmed, and the point of its door if one was set. Without one the
//! published point of the ward stands in, and says so.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use shared::{AdminLevel, AdminUnitId, CoordPrecision, Era, Problem, WardBasis};

use crate::{
    entities::{admin_unit, admin_unit_successor, organisation},
    error::Result,
    forms::Form,
    places::Place,
    sale_points::nearby::Coordinates,
};

/// A point that somebody set, checked: both degrees or none.
pub(super) fn point(
    form: &mut Form,
    fields: [&str; 2],
    lat: Option<f64>,
    lon: Option<f64>,
) -> Option<Coordinates> {
    match (lat, lon) {
        (None, None) => None,
        (Some(lat), Some(lon)) => {
            let point = Coordinates::new(lat, lon);
            if point.is_none() {
                form.wrong(fields[0], Problem::OutOfRange);
            }
            point
        }
        (Some(_), None) => {
            form.wrong(fields[1], Problem::Missing);
            None
        }
        (None, Some(_)) => {
            form.wrong(fields[0], Problem::Missing);
            None
        }
    }
}

/// The place of a ward of today, with the point of the door or of the ward.
pub(super) async fn of_ward(
    connection: &impl ConnectionTrait,
    code: &str,
    door: Option<Coordinates>,
) -> Result<Option<Place>> {
    let id = AdminUnitId::new(Era::Current, AdminLevel::Ward, code.trim());
    let ward = admin_unit::Entity::find_by_id(id)
        .filter(admin_unit::Column::ValidTo.is_null())
        .one(connection)
        .await?;
    let Some(ward) = ward else { return Ok(None) };
    let former_province_id = match &ward.parent_id {
        Some(province) => only_predecessor(connection, province).await?,
        None => None,
    };
    let mut place = Place {
        ward_basis: Some(WardBasis::Confirmed),
        province_id: ward.parent_id,
        former_province_id,
        lat: ward.lat,
        lon: ward.lon,
        coord_precision: ward.coord_precision,
        coord_source: ward.coord_source,
        ward_id: Some(ward.id),
        district_id: None,
    };
    if let Some(door) = door {
        place.lat = Some(door.lat);
        place.lon = Some(door.lon);
        place.coord_precision = Some(CoordPrecision::Exact);
        place.coord_source = Some("organisation".to_owned());
    }
    Ok(Some(place))
}

/// The province of before that a province of today is; none where several were joined.
async fn only_predecessor(
    connection: &impl ConnectionTrait,
    province: &AdminUnitId,
) -> Result<Option<AdminUnitId>> {
    let links = admin_unit_successor::Entity::find()
        .filter(admin_unit_successor::Column::SuccessorId.eq(province.clone()))
        .all(connection)
        .await?;
    match links.as_slice() {
        [only] => Ok(Some(only.unit_id.clone())),
        _ => Ok(None),
    }
}

/// Puts a place into the row of an organisation.
pub(super) fn put(row: &mut organisation::Model, place: Place) {
    row.ward_id = place.ward_id;
    row.ward_basis = place.ward_basis;
    row.district_id = place.district_id;
    row.province_id = place.province_id;
    row.former_province_id = place.former_province_id;
    row.lat = place.lat;
    row.lon = place.lon;
    row.coord_precision = place.coord_precision;
    row.coord_source = place.coord_source;
}
