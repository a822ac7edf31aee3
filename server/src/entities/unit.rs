//! Table `unit`: units of measure, a list staff edit.

use sea_orm::entity::prelude::*;
use shared::{Dimension, Quantity};

/// One row of `unit`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "unit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub name_vi: String,
    pub name_en: String,
    pub dimension: Dimension,
    pub base_factor: Option<Quantity>,
    pub position: i32,
}

impl ActiveModelBehavior for ActiveModel {}
