//! What staff do with a timetable. What is shown is asked for anew afterwards, so most answers are short.

use chrono::NaiveDate;
use cynic::MutationBuilder;

use crate::api::{self, Question, schema};
use crate::pages::own_meetings::{Meeting, Slot};

#[derive(cynic::InputObject, Clone, Debug, PartialEq)]
pub(crate) struct MeetingDayInput {
    pub(crate) day: NaiveDate,
    pub(crate) from_minute: i32,
    pub(crate) to_minute: i32,
}

#[derive(cynic::InputObject, Clone, Debug, PartialEq)]
pub(crate) struct StretchInput {
    pub(crate) from_minute: i32,
    pub(crate) to_minute: i32,
}

#[derive(cynic::InputObject, Clone, Debug, PartialEq)]
pub(crate) struct TimetableInput {
    pub(crate) days: Vec<MeetingDayInput>,
    pub(crate) breaks: Vec<StretchInput>,
    pub(crate) slot_minutes: i32,
    pub(crate) pause_minutes: i32,
    pub(crate) tables: i32,
    pub(crate) reserve: i32,
    pub(crate) with_introduced: bool,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Event")]
pub(crate) struct ChangedEvent {
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) id: cynic::Id,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ScheduleVariables {
    id: cynic::Id,
    version: i32,
    input: TimetableInput,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "ScheduleVariables")]
pub(crate) struct ScheduleEvent {
    #[arguments(id: $id, version: $version, input: $input)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) schedule_event: ChangedEvent,
}

/// Makes it anew.
pub(super) fn schedule(id: cynic::Id, version: i32, input: TimetableInput) -> Question<ScheduleEvent> {
    api::question(ScheduleEvent::build(ScheduleVariables { id, version, input }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct EventVariables {
    event: cynic::Id,
}

/// A meeting that has another time or table than before.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct MovedMeeting {
    pub(crate) meeting: Meeting,
    pub(crate) from_slot: Option<Slot>,
    pub(crate) from_table: Option<i32>,
}

/// What was changed.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct TimetableChange {
    pub(crate) added: i32,
    pub(crate) removed: i32,
    pub(crate) unplaced: i32,
    pub(crate) moved_count: i32,
    pub(crate) moved: Vec<MovedMeeting>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "EventVariables")]
pub(crate) struct AdjustTimetable {
    #[arguments(event: $event)]
    pub(crate) adjust_timetable: TimetableChange,
}

/// Brings it up to date with the least disturbance.
pub(super) fn adjust(event: cynic::Id) -> Question<AdjustTimetable> {
    api::question(AdjustTimetable::build(EventVariables { event }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "EventVariables")]
pub(crate) struct PublishTimetable {
    #[arguments(event: $event)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) publish_timetable: ChangedEvent,
}

/// Announces it.
pub(super) fn publish(event: cynic::Id) -> Question<PublishTimetable> {
    api::question(PublishTimetable::build(EventVariables { event }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct CancelVariables {
    id: cynic::Id,
    cancelled: bool,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "CancelVariables")]
pub(crate) struct CancelMeeting {
    #[arguments(id: $id, cancelled: $cancelled)]
    pub(crate) cancel_meeting: Meeting,
}

/// Takes a meeting from it, or puts it back without a slot.
pub(super) fn cancel(id: cynic::Id, cancelled: bool) -> Question<CancelMeeting> {
    api::question(CancelMeeting::build(CancelVariables { id, cancelled }))
}
