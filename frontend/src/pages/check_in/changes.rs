//! Sending what was noted at the door.

use chrono::{DateTime, Utc};
use cynic::MutationBuilder;

use super::queue::{Arrival, Told};
use crate::api::{self, ArrivalProblem, Question, schema};

#[derive(cynic::InputObject)]
pub(crate) struct ArrivalInput {
    code: String,
    at: DateTime<Utc>,
    is_undone: Option<bool>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct CheckInVariables {
    event: cynic::Id,
    arrivals: Vec<ArrivalInput>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "EventParticipant")]
pub(crate) struct Came {
    checked_in_at: Option<DateTime<Utc>>,
}

#[derive(cynic::QueryFragment)]
pub(crate) struct ArrivalResult {
    code: String,
    participant: Option<Came>,
    problem: Option<ArrivalProblem>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "CheckInVariables")]
pub(crate) struct CheckIn {
    #[arguments(event: $event, arrivals: $arrivals)]
    check_in: Vec<ArrivalResult>,
}

/// Sends arrivals, in the order in which they were noted.
pub(super) fn check_in(event: String, arrivals: &[Arrival]) -> Question<CheckIn> {
    let arrivals = arrivals.iter().map(|arrival| ArrivalInput {
        code: arrival.code.clone(),
        at: arrival.at,
        is_undone: Some(arrival.is_undone),
    });
    api::question(CheckIn::build(CheckInVariables {
        event: cynic::Id::new(event),
        arrivals: arrivals.collect(),
    }))
}

/// What the server said.
pub(super) fn told(answer: CheckIn) -> Vec<Told> {
    let told = answer.check_in.into_iter().map(|result| Told {
        code: result.code,
        came: result.participant.map(|participant| participant.checked_in_at),
        problem: result.problem,
    });
    told.collect()
}
