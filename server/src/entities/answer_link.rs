//! Table `answer_link`: links of mails that answer a proposal to meet.

use sea_orm::entity::prelude::*;
use shared::{AccountId, IntroductionId, TradeParty};

/// One row of `answer_link`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "answer_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: String,
    pub introduction_id: IntroductionId,
    pub account_id: AccountId,
    pub party: TradeParty,
    pub expires_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
