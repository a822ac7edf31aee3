//! What the list of agreements asks for.

use chrono::{DateTime, NaiveDate, Utc};
use cynic::QueryBuilder;
use shared::{Dong, limits};

use super::choice::Choice;
use crate::api::{self, AgreementAction, AgreementKind, AgreementStatus, Question, TradeParty, schema};
use crate::pages::organisations::CodedUnit;
use crate::pages::products::PageInfo;

/// When it begins and ends.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "AgreementVersion")]
pub(crate) struct Term {
    pub(crate) starts_on: Option<NaiveDate>,
    pub(crate) ends_on: Option<NaiveDate>,
}

/// An agreement in a list.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Agreement")]
pub(crate) struct Row {
    pub(crate) id: cynic::Id,
    pub(crate) kind: AgreementKind,
    pub(crate) status: AgreementStatus,
    pub(crate) number: Option<String>,
    pub(crate) retailer_name: String,
    pub(crate) producer_name: String,
    pub(crate) product_names: Vec<String>,
    pub(crate) version: Term,
    pub(crate) promised_value: Option<Dong>,
    pub(crate) viewer_party: TradeParty,
    pub(crate) actions: Vec<AgreementAction>,
    pub(crate) answer_by: Option<DateTime<Utc>>,
    pub(crate) moved_at: DateTime<Utc>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "AgreementConnection")]
pub(crate) struct Rows {
    pub(crate) nodes: Vec<Row>,
    pub(crate) page_info: PageInfo,
    pub(crate) total_count: i32,
}

#[derive(cynic::InputObject, Clone, Default)]
pub(crate) struct AgreementFilter {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) statuses: Option<Vec<AgreementStatus>>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) waits_for_me: Option<bool>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) search: Option<String>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) provinces: Option<Vec<String>>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) former_provinces: Option<Vec<String>>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ListVariables {
    filter: AgreementFilter,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ListVariables")]
pub(crate) struct Agreements {
    #[arguments(filter: $filter, first: $first, after: $after)]
    pub(crate) agreements: Rows,
}

/// The question for a page of what is chosen.
pub(crate) fn list(choice: &Choice, after: Option<String>) -> Question<Agreements> {
    let first = i32::try_from(limits::DEFAULT_ROWS).unwrap_or(20);
    api::question(Agreements::build(ListVariables { filter: choice.filter(), first, after }))
}

/// Provinces to choose from, of both eras.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query")]
pub(crate) struct Provinces {
    #[cynic(alias, rename = "adminUnits")]
    #[arguments(level: "PROVINCE", era: "CURRENT")]
    pub(crate) provinces: Vec<CodedUnit>,
    #[cynic(alias, rename = "adminUnits")]
    #[arguments(level: "PROVINCE", era: "LEGACY")]
    pub(crate) former_provinces: Vec<CodedUnit>,
}

/// The question for them.
pub(crate) fn provinces() -> Question<Provinces> {
    api::question(Provinces::build(()))
}
