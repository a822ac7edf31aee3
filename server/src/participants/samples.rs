//! Made-up registrations for tests.

use chrono::Utc;
use shared::{EventId, OrganisationId, ParticipantId, ParticipantStatus, TradeParty};

use crate::entities::event_participant;

/// The registration of an organisation.
pub(crate) fn participant(
    organisation: OrganisationId,
    side: TradeParty,
    status: ParticipantStatus,
) -> event_participant::Model {
    let now = Utc::now();
    event_participant::Model {
        id: ParticipantId::new(),
        event_id: EventId::new(),
        organisation_id: organisation,
        side,
        status,
        people: 1,
        note: None,
        code: "ABCD2345".to_owned(),
        reason: None,
        asked_at: now,
        decided_at: None,
        checked_in_at: None,
        created_at: now,
        updated_at: now,
        version: 1,
    }
}
