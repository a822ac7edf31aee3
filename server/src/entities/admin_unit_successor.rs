//! Table `admin_unit_successor`: what became of a unit of the legacy era.

use sea_orm::entity::prelude::*;
use shared::AdminUnitId;

/// One row of `admin_unit_successor`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "admin_unit_successor")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub unit_id: AdminUnitId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub successor_id: AdminUnitId,
    pub position: i32,
}

impl ActiveModelBehavior for ActiveModel {}
