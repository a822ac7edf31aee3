//! Table `message`: what is said in the conversations of introductions.

use sea_orm::entity::prelude::*;
use shared::{AccountId, IntroductionId, MessageId, TradeParty};

/// One row of `message`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "message")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MessageId,
    pub introduction_id: IntroductionId,
    pub number: i32,
    pub author_id: AccountId,
    pub party: TradeParty,
    pub text: Option<String>,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
