//! Table `event`: trade events.

use sea_orm::entity::prelude::*;
use shared::{AdminUnitId, CoordPrecision, EventId, EventKind, EventStatus, PartialDate, WardBasis};

/// One row of `event`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EventId,
    pub name: String,
    pub kind: EventKind,
    pub status: EventStatus,
    pub description: Option<String>,
    pub organiser: Option<String>,
    pub starts_on: Option<PartialDate>,
    pub ends_on: Option<PartialDate>,
    pub registration_until: Option<Date>,
    pub retailer_places: Option<i32>,
    pub producer_places: Option<i32>,
    pub provinces_reported: Option<i32>,
    pub agreements_reported: Option<i32>,
    pub address: Option<String>,
    pub ward_id: Option<AdminUnitId>,
    pub ward_basis: Option<WardBasis>,
    pub district_id: Option<AdminUnitId>,
    pub province_id: Option<AdminUnitId>,
    pub former_province_id: Option<AdminUnitId>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub coord_precision: Option<CoordPrecision>,
    pub coord_source: Option<String>,
    pub origin_key: Option<String>,
    pub origin_digest: Option<String>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
