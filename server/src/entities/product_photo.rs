//! Table `product_photo`: the photos of a product, in order.

use sea_orm::entity::prelude::*;
use shared::{ProductId, UploadId};

/// One row of `product_photo`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product_photo")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: ProductId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub upload_id: UploadId,
    pub position: i32,
}

impl ActiveModelBehavior for ActiveModel {}
