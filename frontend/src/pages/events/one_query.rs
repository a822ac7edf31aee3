//! What the page of one event asks for: all of it that does not come in pages.

use chrono::{DateTime, NaiveDate, Utc};
use cynic::QueryBuilder;
use shared::{Dong, PartialDate};

use crate::api::{
    self, EventAction, EventKind, EventStatus, ParticipantStatus, Question, TradeParty, schema,
};
use crate::facts::{Source, Unit};
use crate::map::Location;
use crate::pages::organisations::CodedUnit;

/// One side of an event.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "EventSide")]
pub(crate) struct Side {
    pub(crate) side: TradeParty,
    pub(crate) places: Option<i32>,
    pub(crate) approved: i32,
    pub(crate) waiting: i32,
    pub(crate) asked: i32,
    pub(crate) arrived: i32,
}

/// A province and how many come from it.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "EventOrigin")]
pub(crate) struct Origin {
    pub(crate) province: Option<CodedUnit>,
    pub(crate) retailers: i32,
    pub(crate) producers: i32,
}

/// What a camera reads.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
pub(crate) struct Badge {
    pub(crate) size: i32,
    pub(crate) path: String,
}

/// The registration of an own organisation.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "EventParticipant")]
pub(crate) struct OwnRegistration {
    pub(crate) id: cynic::Id,
    pub(crate) organisation_id: cynic::Id,
    pub(crate) name: String,
    pub(crate) side: TradeParty,
    pub(crate) status: ParticipantStatus,
    pub(crate) people: i32,
    pub(crate) note: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) badge: Option<Badge>,
    pub(crate) reason: Option<String>,
    pub(crate) queue_place: Option<i32>,
    pub(crate) checked_in_at: Option<DateTime<Utc>>,
    pub(crate) meeting_count: Option<i32>,
    pub(crate) may_withdraw: bool,
}

/// That there is a timetable which the person may see.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "EventTimetable")]
pub(crate) struct Timetable {
    pub(crate) meeting_count: i32,
}

/// What became of the agreements made there.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "EventPromises")]
pub(crate) struct Promises {
    pub(crate) signed: i32,
    pub(crate) delivered: i32,
    pub(crate) repeated: i32,
    pub(crate) confirmed_checks: i32,
    pub(crate) open_checks: i32,
    pub(crate) promised_value: Option<Dong>,
    pub(crate) confirmed_value: Option<Dong>,
}

/// All that is known of an event.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Event {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) kind: EventKind,
    pub(crate) status: EventStatus,
    pub(crate) description: Option<String>,
    pub(crate) organiser: Option<String>,
    pub(crate) place: Option<String>,
    pub(crate) province: Option<Unit>,
    pub(crate) former_district: Option<Unit>,
    pub(crate) location: Option<Location>,
    pub(crate) starts_on: Option<PartialDate>,
    pub(crate) ends_on: Option<PartialDate>,
    pub(crate) registration_until: Option<NaiveDate>,
    pub(crate) provinces_reported: Option<i32>,
    pub(crate) agreements_reported: Option<i32>,
    pub(crate) sources: Vec<Source>,
    pub(crate) is_open: bool,
    pub(crate) sides: Vec<Side>,
    pub(crate) origins: Vec<Origin>,
    pub(crate) own: Vec<OwnRegistration>,
    pub(crate) timetable: Option<Timetable>,
    pub(crate) promises: Option<Promises>,
    pub(crate) actions: Vec<EventAction>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct EventVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "EventVariables")]
pub(crate) struct EventById {
    #[arguments(id: $id)]
    pub(crate) event: Option<Event>,
}

/// The question for one event.
pub(crate) fn event(id: String) -> Question<EventById> {
    api::question(EventById::build(EventVariables { id: cynic::Id::new(id) }))
}

/// An organisation somebody acts for.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Organisation")]
pub(crate) struct Candidate {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) is_producer: bool,
    pub(crate) is_retailer: bool,
    pub(crate) verified_at: Option<DateTime<Utc>>,
}

#[derive(cynic::QueryFragment)]
pub(crate) struct Membership {
    pub(crate) organisation: Candidate,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Viewer")]
pub(crate) struct Belonging {
    pub(crate) memberships: Vec<Membership>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query")]
pub(crate) struct Candidates {
    pub(crate) viewer: Option<Belonging>,
}

/// The question for those that somebody could register.
pub(crate) fn candidates() -> Question<Candidates> {
    api::question(Candidates::build(()))
}
