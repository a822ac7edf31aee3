//! What the list of events asks for.

use cynic::QueryBuilder;
use shared::PartialDate;

use super::choice::Choice;
use crate::api::{self, EventKind, EventStatus, Question, schema};
use crate::pages::products::PageInfo;

/// Rows of one page.
const ROWS: i32 = 30;

#[derive(cynic::QueryVariables)]
pub(crate) struct ListVariables {
    search: Option<String>,
    filter: EventFilter,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::InputObject)]
pub(crate) struct EventFilter {
    #[cynic(skip_serializing_if = "Option::is_none")]
    kinds: Option<Vec<EventKind>>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    years: Option<Vec<i32>>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    upcoming: Option<bool>,
}

/// One page of the list, the newest first.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ListVariables")]
pub(crate) struct EventList {
    #[arguments(search: $search, filter: $filter, first: $first, after: $after)]
    pub(crate) events: Events,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "EventConnection")]
pub(crate) struct Events {
    pub(crate) total_count: i32,
    pub(crate) nodes: Vec<EventRow>,
    pub(crate) page_info: PageInfo,
}

/// One row.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Event")]
pub(crate) struct EventRow {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) kind: EventKind,
    pub(crate) status: EventStatus,
    pub(crate) place: Option<String>,
    pub(crate) starts_on: Option<PartialDate>,
    pub(crate) ends_on: Option<PartialDate>,
    pub(crate) provinces_reported: Option<i32>,
    pub(crate) agreements_reported: Option<i32>,
}

/// The question for a page of the list.
pub(crate) fn list(choice: &Choice, after: Option<String>) -> Question<EventList> {
    api::question(EventList::build(ListVariables {
        search: Some(choice.text.trim().to_owned()).filter(|text| !text.is_empty()),
        filter: EventFilter {
            kinds: choice.kind.map(|kind| vec![kind]),
            years: choice.year.map(|year| vec![year]),
            upcoming: choice.upcoming.then_some(true),
        },
        first: ROWS,
        after,
    }))
}
