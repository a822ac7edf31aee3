//! Table `stock`: what a sale point says it sells.

use sea_orm::entity::prelude::*;
use shared::{ProductId, SalePointId, StockId};

/// One row of `stock`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "stock")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: StockId,
    pub sale_point_id: SalePointId,
    pub product_id: ProductId,
    pub goods_kind: Option<String>,
    pub confirmed_by: Option<String>,
    pub confirmed_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
