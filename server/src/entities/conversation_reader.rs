//! Table `conversation_reader`: how far somebody has read a conversation.

use sea_orm::entity::prelude::*;
use shared::{AccountId, IntroductionId};

/// One row of `conversation_reader`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "conversation_reader")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub introduction_id: IntroductionId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    pub read_upto: i32,
    pub mailed_upto: i32,
}

impl ActiveModelBehavior for ActiveModel {}
