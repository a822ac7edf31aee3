//! Table `product_fact`: since when a fact about a product is known to be true.

use sea_orm::entity::prelude::*;
use shared::{FactKind, ProductId};

/// One row of `product_fact`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product_fact")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: ProductId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: FactKind,
    pub as_of: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
