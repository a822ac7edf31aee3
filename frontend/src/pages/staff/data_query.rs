//! What the pages of requests about personal data ask for, and what they change.

use chrono::{DateTime, NaiveDate, Utc};
use cynic::{MutationBuilder, QueryBuilder};

use crate::api::{self, DataRequestKind, DataRequestStatus, Question, schema};
use crate::pages::organisations::Contact;
use crate::pages::products::PageInfo;

/// Requests of one page.
const REQUESTS: i32 = 20;

#[derive(cynic::QueryVariables)]
pub(crate) struct ListVariables {
    status: Option<DataRequestStatus>,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ListVariables")]
pub(crate) struct DataRequests {
    #[arguments(status: $status, first: $first, after: $after)]
    pub(crate) data_requests: Requests,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "DataRequestConnection")]
pub(crate) struct Requests {
    pub(crate) total_count: i32,
    pub(crate) nodes: Vec<DataRequest>,
    pub(crate) page_info: PageInfo,
}

/// A request with who asks.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct DataRequest {
    pub(crate) id: cynic::Id,
    pub(crate) kind: DataRequestKind,
    pub(crate) status: DataRequestStatus,
    pub(crate) asked_by: Contact,
    pub(crate) message: Option<String>,
    pub(crate) asked_at: DateTime<Utc>,
    pub(crate) due_on: NaiveDate,
    pub(crate) is_late: bool,
    pub(crate) decided_at: Option<DateTime<Utc>>,
    pub(crate) note: Option<String>,
}

/// The question for a page of requests in a state.
pub(crate) fn list(status: DataRequestStatus, after: Option<String>) -> Question<DataRequests> {
    api::question(DataRequests::build(ListVariables { status: Some(status), first: REQUESTS, after }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query")]
pub(crate) struct WaitingData {
    #[arguments(first: 1)]
    pub(crate) data_requests: FirstDue,
}

/// How many wait, and the one that is due first.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "DataRequestConnection")]
pub(crate) struct FirstDue {
    pub(crate) total_count: i32,
    pub(crate) nodes: Vec<Due>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "DataRequest")]
pub(crate) struct Due {
    pub(crate) due_on: NaiveDate,
    pub(crate) is_late: bool,
}

/// The question for how many wait and until when.
pub(crate) fn waiting() -> Question<WaitingData> {
    api::question(WaitingData::build(()))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct AnswerVariables {
    id: cynic::Id,
    done: bool,
    note: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "AnswerVariables")]
pub(crate) struct AnswerDataRequest {
    #[arguments(id: $id, done: $done, note: $note)]
    #[expect(dead_code, reason = "the list is asked for anew")]
    pub(crate) answer_data_request: Answered,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "DataRequest")]
pub(crate) struct Answered {
    #[expect(dead_code, reason = "a mutation must ask for something")]
    pub(crate) id: cynic::Id,
}

/// Answers a request.
pub(crate) fn answer(id: cynic::Id, done: bool, note: Option<String>) -> Question<AnswerDataRequest> {
    api::question(AnswerDataRequest::build(AnswerVariables { id, done, note }))
}
