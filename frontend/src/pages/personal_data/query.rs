//! What the page of one's own data asks for, and what it changes.

use chrono::{DateTime, NaiveDate, Utc};
use cynic::{MutationBuilder, QueryBuilder};

use crate::api::{self, DataRequestKind, DataRequestStatus, Question, schema};

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query")]
pub(crate) struct OwnData {
    pub(crate) viewer: Option<Viewer>,
    pub(crate) my_data_requests: Vec<Request>,
}

#[derive(cynic::QueryFragment)]
pub(crate) struct Viewer {
    pub(crate) memberships: Vec<Membership>,
}

#[derive(cynic::QueryFragment)]
pub(crate) struct Membership {
    pub(crate) organisation: Organisation,
}

#[derive(cynic::QueryFragment)]
pub(crate) struct Organisation {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) public_contact_consent: Option<Consent>,
}

#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Consent {
    pub(crate) text_version: String,
    pub(crate) given_at: DateTime<Utc>,
}

/// An own request about the data.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "DataRequest")]
pub(crate) struct Request {
    pub(crate) id: cynic::Id,
    pub(crate) kind: DataRequestKind,
    pub(crate) status: DataRequestStatus,
    pub(crate) message: Option<String>,
    pub(crate) asked_at: DateTime<Utc>,
    pub(crate) due_on: NaiveDate,
    pub(crate) is_late: bool,
    pub(crate) decided_at: Option<DateTime<Utc>>,
    pub(crate) note: Option<String>,
}

/// The question for what one agreed to and asked.
pub(crate) fn own_data() -> Question<OwnData> {
    api::question(OwnData::build(()))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct AskVariables {
    kind: DataRequestKind,
    message: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "AskVariables")]
pub(crate) struct RequestAboutData {
    #[arguments(kind: $kind, message: $message)]
    pub(crate) request_about_data: Request,
}

/// Asks for deletion or correction.
pub(crate) fn ask(kind: DataRequestKind, message: Option<String>) -> Question<RequestAboutData> {
    api::question(RequestAboutData::build(AskVariables { kind, message }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "DataRequest")]
pub(crate) struct Withdrawn {
    #[expect(dead_code, reason = "a mutation must ask for something")]
    pub(crate) id: cynic::Id,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct IdVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "IdVariables")]
pub(crate) struct WithdrawDataRequest {
    #[arguments(id: $id)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) withdraw_data_request: Withdrawn,
}

/// Takes back an own request.
pub(crate) fn withdraw(id: cynic::Id) -> Question<WithdrawDataRequest> {
    api::question(WithdrawDataRequest::build(IdVariables { id }))
}
