//! Table `delivery_amount`: how much of a line one side says was delivered.

use sea_orm::entity::prelude::*;
use shared::{AgreementLineId, DeliveryCheckId, Quantity, TradeParty};

/// One row of `delivery_amount`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery_amount")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub check_id: DeliveryCheckId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub party: TradeParty,
    #[sea_orm(primary_key, auto_increment = false)]
    pub line_id: AgreementLineId,
    pub quantity: Quantity,
}

impl ActiveModelBehavior for ActiveModel {}
