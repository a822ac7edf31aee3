//! Those who take part, as the door asks for them.

use chrono::{DateTime, Utc};
use cynic::QueryBuilder;
use shared::limits;

use super::list::{Count, Guest};
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

#[derive(cynic::QueryVariables)]
pub(crate) struct StandingVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "EventSide")]
pub(crate) struct Side {
    side: TradeParty,
    approved: i32,
    arrived: i32,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Event")]
pub(crate) struct EventWithSides {
    sides: Vec<Side>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "StandingVariables")]
pub(crate) struct Standing {
    #[arguments(id: $id)]
    event: Option<EventWithSides>,
}

/// The question how many have come: far less than the list.
pub(super) fn standing(event: String) -> Question<Standing> {
    api::question(Standing::build(StandingVariables { id: cynic::Id::new(event) }))
}

/// How many of each side have come.
pub(super) fn sides(answer: Standing) -> Vec<Count> {
    let count = |count: i32| usize::try_from(count).unwrap_or_default();
    let sides = answer.event.into_iter().flat_map(|event| event.sides);
    let counts =
        sides.map(|side| Count { side: side.side, arrived: count(side.arrived), all: count(side.approved) });
    counts.collect()
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
