//! What the form of an event asks for.

use chrono::NaiveDate;
use cynic::QueryBuilder;
use shared::PartialDate;

use super::one_query::Side;
use crate::api::{self, EventKind, EventStatus, Question, schema};
use crate::pages::organisations::CodedUnit;

/// What can be edited of an event.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Event")]
pub(crate) struct EditedEvent {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) kind: EventKind,
    pub(crate) status: EventStatus,
    pub(crate) description: Option<String>,
    pub(crate) organiser: Option<String>,
    pub(crate) place: Option<String>,
    pub(crate) province: Option<CodedUnit>,
    pub(crate) starts_on: Option<PartialDate>,
    pub(crate) ends_on: Option<PartialDate>,
    pub(crate) registration_until: Option<NaiveDate>,
    pub(crate) sides: Vec<Side>,
    pub(crate) version: i32,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct EditedVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "EditedVariables")]
pub(crate) struct EditedById {
    #[arguments(id: $id)]
    pub(crate) event: Option<EditedEvent>,
}

/// The question for one event.
pub(crate) fn edited(id: cynic::Id) -> Question<EditedById> {
    api::question(EditedById::build(EditedVariables { id }))
}
