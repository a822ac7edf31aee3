//! What the page of one's own meetings asks for, and what a meeting is wherever one is shown.

use chrono::{DateTime, NaiveDate, Utc};
use cynic::QueryBuilder;
use shared::limits;

use crate::api::{self, MeetingOutcome, MeetingStatus, ParticipantStatus, Question, TradeParty, schema};
use crate::pages::products::PageInfo;

/// When a meeting takes place.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Slot {
    pub(crate) number: i32,
    pub(crate) day: NaiveDate,
    pub(crate) from_minute: i32,
    pub(crate) to_minute: i32,
}

/// A participant by its name.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "EventParticipant")]
pub(crate) struct Party {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
}

/// A meeting of two participants.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Meeting {
    pub(crate) id: cynic::Id,
    pub(crate) retailer: Party,
    pub(crate) producer: Party,
    pub(crate) introduction_id: cynic::Id,
    pub(crate) need_name: Option<String>,
    pub(crate) product_name: String,
    pub(crate) status: MeetingStatus,
    pub(crate) slot: Option<Slot>,
    pub(crate) table_number: Option<i32>,
    pub(crate) outcome: Option<MeetingOutcome>,
    pub(crate) note: Option<String>,
    pub(crate) recorded_by: Option<TradeParty>,
    pub(crate) recorded_at: Option<DateTime<Utc>>,
    pub(crate) agreement_id: Option<cynic::Id>,
    pub(crate) may_draft_again: bool,
    pub(crate) may_record: bool,
}

/// A registration of the viewer's own.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "EventParticipant")]
pub(crate) struct Own {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) status: ParticipantStatus,
}

/// Whether there is a timetable that the viewer may see.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "EventTimetable")]
pub(crate) struct Announced {
    pub(crate) published_at: Option<DateTime<Utc>>,
}

/// Meetings in pages.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "MeetingConnection")]
pub(crate) struct MeetingPage {
    pub(crate) nodes: Vec<Meeting>,
    pub(crate) page_info: PageInfo,
    pub(crate) total_count: i32,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct OwnVariables {
    id: cynic::Id,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Event", variables = "OwnVariables")]
pub(crate) struct EventWithOwn {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) place: Option<String>,
    pub(crate) own: Vec<Own>,
    pub(crate) timetable: Option<Announced>,
    #[arguments(first: $first, after: $after)]
    pub(crate) meetings: MeetingPage,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "OwnVariables")]
pub(crate) struct OwnMeetings {
    #[arguments(id: $id)]
    pub(crate) event: Option<EventWithOwn>,
}

/// The question for a page of one's own meetings.
pub(super) fn own(id: cynic::Id, after: Option<String>) -> Question<OwnMeetings> {
    let first = i32::try_from(limits::PAGE_ROWS).unwrap_or_default();
    api::question(OwnMeetings::build(OwnVariables { id, first, after }))
}

impl EventWithOwn {
    /// Those of the viewer's own organisations: staff are given all.
    pub(crate) fn own_meetings(&self) -> impl Iterator<Item = &Meeting> {
        self.meetings.nodes.iter().filter(|meeting| {
            let is_own = |party: &Party| self.own.iter().any(|own| own.id == party.id);
            is_own(&meeting.retailer) || is_own(&meeting.producer)
        })
    }
}

#[cfg(test)]
impl Meeting {
    /// A planned meeting of two, for tests.
    pub(crate) fn planned(retailer: &str, producer: &str, slot: Option<Slot>) -> Self {
        let party = |name: &str| Party { id: cynic::Id::new(name), name: name.to_owned() };
        Self {
            id: cynic::Id::new("m"),
            retailer: party(retailer),
            producer: party(producer),
            introduction_id: cynic::Id::new("i"),
            need_name: None,
            product_name: "Chè".to_owned(),
            status: MeetingStatus::Planned,
            slot,
            table_number: None,
            outcome: None,
            note: None,
            recorded_by: None,
            recorded_at: None,
            agreement_id: None,
            may_draft_again: false,
            may_record: false,
        }
    }
}
