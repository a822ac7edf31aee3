//! Those who take part, as the door asks for them.

use chrono::{DateTime, Utc};
use cynic::QueryBuilder;
use shared::limits;

use super::list::Guest;
use crate::api::{self, ParticipantStatus, Question, TradeParty, schema};
use crate::pages::products::PageInfo;

#[derive(cynic::QueryVariables)]
pub(crate) struct GuestVariables {
    id: cynic::Id,
    status: Option<ParticipantStatus>,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "EventParticipant")]
pub(crate) struct Participant {
    id: cynic::Id,
    name: String,
    side: TradeParty,
    code: Option<String>,
    people: i32,
    checked_in_at: Option<DateTime<Utc>>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "EventParticipantConnection")]
pub(crate) struct Participants {
    pub(crate) nodes: Vec<Participant>,
    pub(crate) page_info: PageInfo,
    pub(crate) total_count: i32,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Event", variables = "GuestVariables")]
pub(crate) struct EventWithGuests {
    pub(crate) name: String,
    #[arguments(status: $status, first: $first, after: $after)]
    pub(crate) participants: Participants,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "GuestVariables")]
pub(crate) struct Guests {
    #[arguments(id: $id)]
    pub(crate) event: Option<EventWithGuests>,
}

/// The question for a page of those who are approved.
pub(super) fn guests(id: cynic::Id, after: Option<String>) -> Question<Guests> {
    let first = i32::try_from(limits::PAGE_ROWS).unwrap_or_default();
    let status = Some(ParticipantStatus::Approved);
    api::question(Guests::build(GuestVariables { id, status, first, after }))
}

/// As the device keeps them; who has no code can't be noted.
pub(super) fn guest(participant: Participant) -> Option<Guest> {
    Some(Guest {
        id: participant.id.into_inner(),
        name: participant.name,
        side: participant.side,
        code: participant.code?,
        people: participant.people,
        came: participant.checked_in_at,
    })
}
