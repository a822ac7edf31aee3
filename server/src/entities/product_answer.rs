//! Table `product_answer`: what a producer answers to what buyers ask.

use sea_orm::entity::prelude::*;
use shared::{ProductId, Quantity};

/// One row of `product_answer`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product_answer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: ProductId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub requirement_code: String,
    pub yes: Option<bool>,
    pub number: Option<Quantity>,
}

impl ActiveModelBehavior for ActiveModel {}
