//! What the page of a timetable asks for: the event and its timetable, without the meetings.

use chrono::{DateTime, NaiveDate, Utc};
use cynic::QueryBuilder;
use shared::PartialDate;

use crate::api::{self, EventStatus, LeftOutReason, Question, schema};

/// A day on which people meet.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct MeetingDay {
    pub(crate) day: NaiveDate,
    pub(crate) from_minute: i32,
    pub(crate) to_minute: i32,
}

/// A break.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Stretch {
    pub(crate) from_minute: i32,
    pub(crate) to_minute: i32,
}

/// A slot, of which only that it is one need be known.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Slot")]
pub(crate) struct SlotNumber {
    pub(crate) number: i32,
}

/// Introduced pairs of an organisation that can't meet.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct LeftOut {
    pub(crate) name: String,
    pub(crate) reason: LeftOutReason,
    pub(crate) pairs: i32,
}

/// A timetable.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "EventTimetable")]
pub(crate) struct Timetable {
    pub(crate) days: Vec<MeetingDay>,
    pub(crate) breaks: Vec<Stretch>,
    pub(crate) slot_minutes: i32,
    pub(crate) pause_minutes: i32,
    pub(crate) tables: i32,
    pub(crate) reserve: i32,
    pub(crate) with_introduced: bool,
    pub(crate) slots: Vec<SlotNumber>,
    pub(crate) meeting_count: i32,
    pub(crate) unplaced_count: i32,
    pub(crate) fewest_slots: i32,
    pub(crate) used_slots: i32,
    pub(crate) left_out: Vec<LeftOut>,
    pub(crate) is_behind: bool,
    pub(crate) made_at: DateTime<Utc>,
    pub(crate) published_at: Option<DateTime<Utc>>,
}

/// An event, as far as its timetable goes.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
pub(crate) struct Event {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) status: EventStatus,
    pub(crate) starts_on: Option<PartialDate>,
    pub(crate) ends_on: Option<PartialDate>,
    pub(crate) version: i32,
    pub(crate) timetable: Option<Timetable>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct IdVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "IdVariables")]
pub(crate) struct EventTimetableById {
    #[arguments(id: $id)]
    pub(crate) event: Option<Event>,
}

/// The question for an event and its timetable.
pub(super) fn event(id: cynic::Id) -> Question<EventTimetableById> {
    api::question(EventTimetableById::build(IdVariables { id }))
}
