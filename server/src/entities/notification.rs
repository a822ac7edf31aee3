//! Table `notification`: what people are told of.

use sea_orm::entity::prelude::*;
use shared::{AccountId, AgreementId, EventId, IntroductionId, NotificationId, NotificationKind};

/// One row of `notification`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notification")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NotificationId,
    pub account_id: AccountId,
    pub introduction_id: Option<IntroductionId>,
    pub agreement_id: Option<AgreementId>,
    pub event_id: Option<EventId>,
    pub kind: NotificationKind,
    pub created_at: DateTimeUtc,
    pub read_at: Option<DateTimeUtc>,
    pub digest_due_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
