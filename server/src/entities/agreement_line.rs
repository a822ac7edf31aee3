//! Table `agreement_line`: the goods of one version of an agreement.

use sea_orm::entity::prelude::*;
use shared::{AgreementId, AgreementLineId, Dong, ProductId, Quantity, VariantId};

/// One row of `agreement_line`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agreement_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AgreementLineId,
    pub agreement_id: AgreementId,
    pub version_number: i32,
    pub position: i32,
    pub product_id: Option<ProductId>,
    pub variant_id: Option<VariantId>,
    pub product_name: String,
    pub variant_name: Option<String>,
    pub quantity_per_month: Quantity,
    pub unit_code: String,
    pub price: Option<Dong>,
    pub months: Option<i32>,
}

impl ActiveModelBehavior for ActiveModel {}
