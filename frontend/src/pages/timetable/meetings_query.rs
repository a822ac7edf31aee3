//! The meetings of an event in pages, as far as they are asked for, and by whom they can be asked for.

use cynic::QueryBuilder;
use shared::limits;

use super::choice::Choice;
use crate::api::{self, MeetingStatus, ParticipantStatus, Question, schema};
use crate::pages::own_meetings::{MeetingPage, Party};
use crate::pages::products::PageInfo;

/// Meetings of one page.
const ROWS: i32 = 50;

#[derive(cynic::QueryVariables)]
pub(crate) struct MeetingVariables {
    id: cynic::Id,
    participant: Option<cynic::Id>,
    table: Option<i32>,
    status: Option<MeetingStatus>,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Event", variables = "MeetingVariables")]
pub(crate) struct WithMeetings {
    #[arguments(participant: $participant, table: $table, status: $status, first: $first, after: $after)]
    pub(crate) meetings: MeetingPage,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "MeetingVariables")]
pub(crate) struct MeetingsOfEvent {
    #[arguments(id: $id)]
    pub(crate) event: Option<WithMeetings>,
}

/// The question for a page of the meetings that are chosen.
pub(super) fn meetings(id: cynic::Id, choice: &Choice, after: Option<String>) -> Question<MeetingsOfEvent> {
    api::question(MeetingsOfEvent::build(MeetingVariables {
        id,
        participant: choice.participant.clone().map(cynic::Id::new),
        table: choice.table,
        status: choice.status,
        first: ROWS,
        after,
    }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct PartyVariables {
    id: cynic::Id,
    status: Option<ParticipantStatus>,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "EventParticipantConnection")]
pub(crate) struct PartyPage {
    pub(crate) nodes: Vec<Party>,
    pub(crate) page_info: PageInfo,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Event", variables = "PartyVariables")]
pub(crate) struct WithParties {
    #[arguments(status: $status, first: $first, after: $after)]
    pub(crate) participants: PartyPage,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "PartyVariables")]
pub(crate) struct PartiesOfEvent {
    #[arguments(id: $id)]
    pub(crate) event: Option<WithParties>,
}

/// The question for a page of the names of those who take part.
pub(super) fn parties(id: cynic::Id, after: Option<String>) -> Question<PartiesOfEvent> {
    let first = i32::try_from(limits::PAGE_ROWS).unwrap_or_default();
    let status = Some(ParticipantStatus::Approved);
    api::question(PartiesOfEvent::build(PartyVariables { id, status, first, after }))
}
