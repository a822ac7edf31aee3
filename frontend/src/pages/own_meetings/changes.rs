//! Saying what came of a meeting.

use cynic::MutationBuilder;

use super::query::Meeting;
use crate::api::{self, MeetingOutcome, Question, schema};

#[derive(cynic::QueryVariables)]
pub(crate) struct RecordVariables {
    id: cynic::Id,
    outcome: MeetingOutcome,
    note: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "RecordVariables")]
pub(crate) struct RecordMeeting {
    #[arguments(id: $id, outcome: $outcome, note: $note)]
    pub(crate) record_meeting: Meeting,
}

/// Says it; whatever was said before no longer counts.
pub(super) fn record(
    id: cynic::Id,
    outcome: MeetingOutcome,
    note: Option<String>,
) -> Question<RecordMeeting> {
    api::question(RecordMeeting::build(RecordVariables { id, outcome, note }))
}
