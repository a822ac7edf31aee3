//! Table `meeting`: who meets whom at an event, when and at which table, and what came of it.

use sea_orm::entity::prelude::*;
use shared::{
    AgreementId, EventId, IntroductionId, MeetingId, MeetingOutcome, MeetingStatus, ParticipantId, TradeParty,
};

/// One row of `meeting`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "meeting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MeetingId,
    pub event_id: EventId,
    pub introduction_id: IntroductionId,
    pub retailer_id: ParticipantId,
    pub producer_id: ParticipantId,
    pub status: MeetingStatus,
    pub slot: Option<i32>,
    pub day: Option<Date>,
    pub from_minute: Option<i32>,
    pub to_minute: Option<i32>,
    pub table_number: Option<i32>,
    pub outcome: Option<MeetingOutcome>,
    pub note: Option<String>,
    pub recorded_by: Option<TradeParty>,
    pub recorded_at: Option<DateTimeUtc>,
    pub agreement_id: Option<AgreementId>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
