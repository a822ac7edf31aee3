//! Table `sale_point`: places that show and sell OCOP goods.

use sea_orm::entity::prelude::*;
use shared::{
    AdminUnitId, CoordPrecision, OrganisationId, PartialDate, SalePointId, SalePointKind, SalePointStatus,
    WardBasis,
};

/// One row of `sale_point`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sale_point")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SalePointId,
    pub name: String,
    pub sort_key: String,
    pub kind: SalePointKind,
    pub location_type: Option<String>,
    pub operator_id: Option<OrganisationId>,
    pub operator_name: Option<String>,
    pub status: Option<SalePointStatus>,
    pub status_as_of: Option<PartialDate>,
    pub published_on: Option<PartialDate>,
    pub opened_on: Option<PartialDate>,
    pub stopped_on: Option<PartialDate>,
    pub replaced_by: Option<SalePointId>,
    pub publicly_known: bool,
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
