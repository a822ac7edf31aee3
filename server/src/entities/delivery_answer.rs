//! Table `delivery_answer`: what one side says was delivered.

use sea_orm::entity::prelude::*;
use shared::{AccountId, DeliveryCheckId, DeliveryOutcome, DeliveryProblem, TradeParty};

/// One row of `delivery_answer`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery_answer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub check_id: DeliveryCheckId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub party: TradeParty,
    pub account_id: AccountId,
    pub outcome: DeliveryOutcome,
    pub problem: Option<DeliveryProblem>,
    pub note: Option<String>,
    pub answered_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
