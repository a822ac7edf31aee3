//! Table `variant`: the packs of a product.

use sea_orm::entity::prelude::*;
use shared::{Dong, Gtin, ProductId, Quantity, VariantId};

/// One row of `variant`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "variant")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: VariantId,
    pub product_id: ProductId,
    pub position: i32,
    pub name: String,
    pub gtin: Option<Gtin>,
    pub net_content: Option<Quantity>,
    pub net_unit: Option<String>,
    pub pack_unit: Option<String>,
    pub retail_price: Option<Dong>,
    pub wholesale_price: Option<Dong>,
}

impl ActiveModelBehavior for ActiveModel {}
