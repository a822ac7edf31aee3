//! Table `delivery_link`: links of mails that say what was delivered.

use sea_orm::entity::prelude::*;
use shared::{AccountId, DeliveryCheckId, TradeParty};

/// One row of `delivery_link`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: String,
    pub check_id: DeliveryCheckId,
    pub account_id: AccountId,
    pub party: TradeParty,
    pub expires_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
