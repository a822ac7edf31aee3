//! Table `star_decision`: ratings of products.

use sea_orm::entity::prelude::*;
use shared::{PartialDate, ProductId, StarDecisionId};

/// One row of `star_decision`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "star_decision")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: StarDecisionId,
    pub product_id: ProductId,
    pub stars: Option<i32>,
    pub potential_five_star: bool,
    pub score: Option<f64>,
    pub number: Option<String>,
    pub issuer: Option<String>,
    pub signed_on: Option<PartialDate>,
    pub valid_until: Option<Date>,
    pub extended_until: Option<Date>,
    pub withdrawn_on: Option<Date>,
}

impl ActiveModelBehavior for ActiveModel {}
