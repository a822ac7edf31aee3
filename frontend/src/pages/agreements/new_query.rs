//! What beginning an agreement asks for: the event it is made at; and what is sent.

use cynic::{MutationBuilder, QueryBuilder};
use shared::PartialDate;

use super::changes::{Changed, Terms};
use crate::api::{self, Question, schema};

/// Events at once: a name typed well is among the first.
const EVENTS: i32 = 10;

/// An event, as far as it must be told from others.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Event")]
pub(crate) struct NamedEvent {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) place: Option<String>,
    pub(crate) starts_on: Option<PartialDate>,
    pub(crate) ends_on: Option<PartialDate>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "EventConnection")]
pub(crate) struct NamedEvents {
    pub(crate) nodes: Vec<NamedEvent>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct SearchVariables {
    search: String,
    first: i32,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "SearchVariables")]
pub(crate) struct FoundEvents {
    #[arguments(search: $search, first: $first)]
    pub(crate) events: NamedEvents,
}

/// The question for events of such a name or place, the newest first.
pub(crate) fn events(search: String) -> Question<FoundEvents> {
    api::question(FoundEvents::build(SearchVariables { search, first: EVENTS }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct IdVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "IdVariables")]
pub(crate) struct EventById {
    #[arguments(id: $id)]
    pub(crate) event: Option<NamedEvent>,
}

/// The question for the event of an address.
pub(crate) fn event(id: cynic::Id) -> Question<EventById> {
    api::question(EventById::build(IdVariables { id }))
}

/// A new agreement. A side that is a department is left out here and named in the terms.
#[derive(cynic::InputObject, Clone, Debug, PartialEq)]
pub(crate) struct NewAgreement {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) retailer: Option<cynic::Id>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) producer: Option<cynic::Id>,
    pub(crate) terms: Terms,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct NewVariables {
    input: NewAgreement,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "NewVariables")]
pub(crate) struct Create {
    #[arguments(input: $input)]
    pub(crate) create_agreement: Changed,
}

/// Begins an agreement.
pub(crate) fn create(input: NewAgreement) -> Question<Create> {
    api::question(Create::build(NewVariables { input }))
}
