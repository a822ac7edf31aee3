//! Table `organisation`: producers, retailers or both.

use sea_orm::entity::prelude::*;
use shared::{AdminUnitId, CoordPrecision, LegalForm, OrganisationId, WardBasis};

/// One row of `organisation`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OrganisationId,
    pub name: String,
    pub sort_key: String,
    pub legal_form: Option<LegalForm>,
    pub is_producer: bool,
    pub is_retailer: bool,
    pub verified_at: Option<DateTimeUtc>,
    pub listed_at: Option<DateTimeUtc>,
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
