//! Table `admin_unit`: units of both eras.

use sea_orm::entity::prelude::*;
use shared::{AdminLevel, AdminUnitId, CoordPrecision, Era};

/// One row of `admin_unit`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "admin_unit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AdminUnitId,
    pub era: Era,
    pub level: AdminLevel,
    pub code: String,
    pub name: String,
    pub short_name: String,
    pub kind: String,
    pub parent_id: Option<AdminUnitId>,
    pub valid_from: Option<Date>,
    pub valid_to: Option<Date>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub coord_precision: Option<CoordPrecision>,
    pub coord_source: Option<String>,
    pub area_km2: Option<f64>,
    pub legal_basis: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
