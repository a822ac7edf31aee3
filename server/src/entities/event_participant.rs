//! Table `event_participant`: registrations of organisations for events.

use sea_orm::entity::prelude::*;
use shared::{EventId, OrganisationId, ParticipantId, ParticipantStatus, TradeParty};

/// One row of `event_participant`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event_participant")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ParticipantId,
    pub event_id: EventId,
    pub organisation_id: OrganisationId,
    pub side: TradeParty,
    pub status: ParticipantStatus,
    pub people: i32,
    pub note: Option<String>,
    pub code: String,
    pub reason: Option<String>,
    pub asked_at: DateTimeUtc,
    pub decided_at: Option<DateTimeUtc>,
    pub checked_in_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
