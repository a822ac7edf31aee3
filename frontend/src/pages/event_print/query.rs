//! What is asked for to be printed: participants with their badges, or all meetings.

use cynic::QueryBuilder;
use shared::limits;

use crate::api::{self, ParticipantStatus, Question, TradeParty, schema};
use crate::facts::Unit;
use crate::pages::own_meetings::MeetingPage;
use crate::pages::products::PageInfo;

/// What a camera reads.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Badge")]
pub(crate) struct SquareCode {
    pub(crate) size: i32,
    pub(crate) path: String,
}

/// Who gets a badge.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "EventParticipant")]
pub(crate) struct Badged {
    pub(crate) name: String,
    pub(crate) side: TradeParty,
    pub(crate) province: Option<Unit>,
    pub(crate) code: Option<String>,
    pub(crate) badge: Option<SquareCode>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct BadgeVariables {
    id: cynic::Id,
    status: Option<ParticipantStatus>,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "EventParticipantConnection")]
pub(crate) struct BadgedPage {
    pub(crate) nodes: Vec<Badged>,
    pub(crate) page_info: PageInfo,
    pub(crate) total_count: i32,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Event", variables = "BadgeVariables")]
pub(crate) struct EventWithBadges {
    pub(crate) name: String,
    #[arguments(status: $status, first: $first, after: $after)]
    pub(crate) participants: BadgedPage,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "BadgeVariables")]
pub(crate) struct Badges {
    #[arguments(id: $id)]
    pub(crate) event: Option<EventWithBadges>,
}

/// The question for a page of the badges of those who are approved.
pub(super) fn badges(id: cynic::Id, after: Option<String>) -> Question<Badges> {
    let status = Some(ParticipantStatus::Approved);
    api::question(Badges::build(BadgeVariables { id, status, first: most(), after }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct MeetingVariables {
    id: cynic::Id,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Event", variables = "MeetingVariables")]
pub(crate) struct EventWithMeetings {
    pub(crate) name: String,
    #[arguments(first: $first, after: $after)]
    pub(crate) meetings: MeetingPage,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "MeetingVariables")]
pub(crate) struct Meetings {
    #[arguments(id: $id)]
    pub(crate) event: Option<EventWithMeetings>,
}

/// The question for a page of all meetings.
pub(super) fn meetings(id: cynic::Id, after: Option<String>) -> Question<Meetings> {
    api::question(Meetings::build(MeetingVariables { id, first: most(), after }))
}

fn most() -> i32 {
    i32::try_from(limits::PAGE_ROWS).unwrap_or_default()
}
