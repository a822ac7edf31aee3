//! Proposing that two meet.

use cynic::MutationBuilder;

use super::query::Introduced;
use crate::api::{self, Question, schema};

/// A proposal.
#[derive(cynic::InputObject)]
pub(crate) struct NewIntroduction {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) need: Option<cynic::Id>,
    pub(crate) product: cynic::Id,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) retailer: Option<cynic::Id>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<String>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) answer_days: Option<i32>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct Variables {
    input: NewIntroduction,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "Variables")]
pub(crate) struct Introduce {
    #[arguments(input: $input)]
    pub(crate) introduce: Introduced,
}

/// Proposes it.
pub(crate) fn introduce(input: NewIntroduction) -> Question<Introduce> {
    api::question(Introduce::build(Variables { input }))
}
