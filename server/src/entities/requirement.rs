//! Table `requirement`: what buyers ask for, a list staff edit.

use sea_orm::entity::prelude::*;
use shared::RequirementKind;

/// One row of `requirement`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "requirement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub name_vi: String,
    pub name_en: String,
    pub kind: RequirementKind,
    pub who_asks: String,
    pub position: i32,
}

impl ActiveModelBehavior for ActiveModel {}
