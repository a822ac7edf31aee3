//! Table `certificate_kind`: kinds of papers, a list staff edit.

use sea_orm::entity::prelude::*;

/// One row of `certificate_kind`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "certificate_kind")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub name_vi: String,
    pub name_en: String,
    pub typical_validity_months: Option<i32>,
    pub applies_to: String,
    pub position: i32,
}

impl ActiveModelBehavior for ActiveModel {}
