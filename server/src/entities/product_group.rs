//! Table `product_group`: the official classification.

use sea_orm::entity::prelude::*;

/// One row of `product_group`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product_group")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub parent_code: Option<String>,
    pub name_vi: String,
    pub name_en: String,
    pub confirmed: bool,
    pub position: i32,
}

impl ActiveModelBehavior for ActiveModel {}
