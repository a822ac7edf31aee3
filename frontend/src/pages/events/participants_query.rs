//! What the lists of an event's participants ask for: what everybody may read, and what staff work with.

use chrono::{DateTime, Utc};
use cynic::QueryBuilder;

use super::one_query::Side;
use super::participants_choice::Choice;
use crate::api::{self, EventStatus, ParticipantStatus, Question, TradeParty, schema};
use crate::facts::Unit;
use crate::pages::products::PageInfo;

/// Rows of one page that everybody sees.
const ROWS: i32 = 30;
/// Rows of one page for staff, who decide many at once.
const STAFF_ROWS: i32 = 50;

#[derive(cynic::QueryVariables)]
pub(crate) struct ListVariables {
    id: cynic::Id,
    side: Option<TradeParty>,
    status: Option<ParticipantStatus>,
    province: Option<String>,
    search: Option<String>,
    first: i32,
    after: Option<String>,
}

/// A participant as everybody sees it.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "EventParticipant")]
pub(crate) struct Participant {
    pub(crate) name: String,
    pub(crate) side: TradeParty,
    pub(crate) province: Option<Unit>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "EventParticipantConnection")]
pub(crate) struct Participants {
    pub(crate) total_count: i32,
    pub(crate) nodes: Vec<Participant>,
    pub(crate) page_info: PageInfo,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Event", variables = "ListVariables")]
pub(crate) struct EventWithParticipants {
    #[arguments(side: $side, status: $status, province: $province, search: $search, first: $first, after: $after)]
    pub(crate) participants: Participants,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ListVariables")]
pub(crate) struct ParticipantsOf {
    #[arguments(id: $id)]
    pub(crate) event: Option<EventWithParticipants>,
}

/// The question for a page of those who take part.
pub(crate) fn participants(
    id: cynic::Id,
    choice: &Choice,
    after: Option<String>,
) -> Question<ParticipantsOf> {
    let choice = Choice { status: Some(ParticipantStatus::Approved), ..choice.clone() };
    api::question(ParticipantsOf::build(variables(id, choice, ROWS, after)))
}

fn variables(id: cynic::Id, choice: Choice, first: i32, after: Option<String>) -> ListVariables {
    let Choice { side, status, province, text } = choice;
    let search = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    ListVariables { id, side, status, province, search, first, after }
}

/// A registration as staff see it.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "EventParticipant")]
pub(crate) struct Registration {
    pub(crate) id: cynic::Id,
    pub(crate) organisation_id: cynic::Id,
    pub(crate) name: String,
    pub(crate) side: TradeParty,
    pub(crate) province: Option<Unit>,
    pub(crate) status: ParticipantStatus,
    pub(crate) people: i32,
    pub(crate) note: Option<String>,
    pub(crate) reason: Option<String>,
    pub(crate) asked_at: Option<DateTime<Utc>>,
    pub(crate) queue_place: Option<i32>,
    pub(crate) checked_in_at: Option<DateTime<Utc>>,
    pub(crate) may_withdraw: bool,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "EventParticipantConnection")]
pub(crate) struct RegistrationRows {
    pub(crate) total_count: i32,
    pub(crate) nodes: Vec<Registration>,
    pub(crate) page_info: PageInfo,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Event", variables = "ListVariables")]
pub(crate) struct EventWithRegistrations {
    pub(crate) name: String,
    pub(crate) status: EventStatus,
    pub(crate) sides: Vec<Side>,
    #[arguments(side: $side, status: $status, province: $province, search: $search, first: $first, after: $after)]
    pub(crate) participants: RegistrationRows,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ListVariables")]
pub(crate) struct RegistrationsOf {
    #[arguments(id: $id)]
    pub(crate) event: Option<EventWithRegistrations>,
}

impl RegistrationsOf {
    /// Where to go on from.
    pub(crate) fn next(&self) -> Option<String> {
        self.event.as_ref()?.participants.page_info.next()
    }
}

/// The question for a page of registrations.
pub(crate) fn registrations(
    id: cynic::Id,
    choice: Choice,
    after: Option<String>,
) -> Question<RegistrationsOf> {
    api::question(RegistrationsOf::build(variables(id, choice, STAFF_ROWS, after)))
}
