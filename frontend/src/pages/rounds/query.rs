//! What the pages of rounds ask for: the list, and one round with all of it that does not come in pages.

use chrono::{DateTime, Utc};
use cynic::QueryBuilder;

use super::outcome_query::Outcome;
use crate::api::{self, CapKind, Question, RoundRuleKind, RoundStatus, Said, schema};
use crate::facts::Group;
use crate::pages::organisations::CodedUnit;
use crate::pages::products::PageInfo;

/// Rounds of one page.
const ROUNDS: i32 = 20;

/// An event by its name.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Event")]
pub(crate) struct EventName {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
}

/// What the list says of a plan.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "RoundOutcome")]
pub(crate) struct PlanInShort {
    pub(crate) pairs: i32,
    pub(crate) objective: i32,
}

/// A round in the list.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Round")]
pub(crate) struct RoundRow {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) event: Option<EventName>,
    pub(crate) status: RoundStatus,
    pub(crate) updated_at: DateTime<Utc>,
    pub(crate) created_by: String,
    pub(crate) need_count: i32,
    pub(crate) outcome: Option<PlanInShort>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "RoundConnection")]
pub(crate) struct RoundRows {
    pub(crate) nodes: Vec<RoundRow>,
    pub(crate) page_info: PageInfo,
    pub(crate) total_count: i32,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ListVariables {
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ListVariables")]
pub(crate) struct Rounds {
    #[arguments(first: $first, after: $after)]
    pub(crate) rounds: RoundRows,
}

/// The question for a page of all rounds.
pub(crate) fn list(after: Option<String>) -> Question<Rounds> {
    api::question(Rounds::build(ListVariables { first: ROUNDS, after }))
}

/// How much each part of a score counts.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "MatchWeights")]
pub(crate) struct Weights {
    pub(crate) relevance: i32,
    pub(crate) stars: i32,
    pub(crate) price: i32,
    pub(crate) capacity: i32,
    pub(crate) season: i32,
    pub(crate) distance: i32,
    pub(crate) kept_promises: i32,
    pub(crate) freshness: i32,
    pub(crate) newcomer: i32,
}

/// A need, a product or a producer by its name.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "RoundItem")]
pub(crate) struct Item {
    pub(crate) kind: CapKind,
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) owner: Option<String>,
}

/// The cap of a single item.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "RoundCap")]
pub(crate) struct OwnCap {
    pub(crate) item: Item,
    pub(crate) cap: i32,
}

/// A need by its name.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Need")]
pub(crate) struct NamedNeed {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) retailer: Shop,
}

/// Who looks for it.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Retailer")]
pub(crate) struct Shop {
    pub(crate) name: String,
}

/// A product by its name.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Product")]
pub(crate) struct NamedProduct {
    pub(crate) name: String,
}

/// A pin or a forbid.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "RoundRule")]
pub(crate) struct Rule {
    pub(crate) kind: RoundRuleKind,
    pub(crate) need: NamedNeed,
    pub(crate) product: Option<NamedProduct>,
    pub(crate) product_id: cynic::Id,
}

/// How far the server is with looking for a plan.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "RoundSolving")]
pub(crate) struct Solving {
    pub(crate) percent: i32,
}

/// One round.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Round {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) event: Option<EventName>,
    pub(crate) status: RoundStatus,
    pub(crate) version: i32,
    pub(crate) created_by: String,
    pub(crate) accepted_at: Option<DateTime<Utc>>,
    pub(crate) need_cap: i32,
    pub(crate) product_cap: i32,
    pub(crate) producer_cap: i32,
    pub(crate) groups: Vec<Group>,
    pub(crate) provinces: Vec<CodedUnit>,
    pub(crate) min_stars: Option<i32>,
    pub(crate) candidates_per_need: i32,
    pub(crate) of_participants: bool,
    pub(crate) weights: Weights,
    pub(crate) need_count: i32,
    pub(crate) caps: Vec<OwnCap>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) solving: Option<Solving>,
    pub(crate) problem: Option<Said>,
    pub(crate) outcome: Option<Outcome>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct IdVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "IdVariables")]
pub(crate) struct RoundById {
    #[arguments(id: $id)]
    pub(crate) round: Option<Round>,
}

/// The question for one round.
pub(crate) fn round(id: cynic::Id) -> Question<RoundById> {
    api::question(RoundById::build(IdVariables { id }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Round")]
pub(crate) struct RoundProgress {
    pub(crate) status: RoundStatus,
    pub(crate) solving: Option<Solving>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "IdVariables")]
pub(crate) struct ProgressOf {
    #[arguments(id: $id)]
    pub(crate) round: Option<RoundProgress>,
}

/// The question for how far the server is.
pub(crate) fn progress(id: cynic::Id) -> Question<ProgressOf> {
    api::question(ProgressOf::build(IdVariables { id }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "EventConnection")]
pub(crate) struct EventNames {
    pub(crate) nodes: Vec<EventName>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query")]
pub(crate) struct Choices {
    #[arguments(first: 100)]
    pub(crate) events: EventNames,
    pub(crate) product_groups: Vec<Group>,
    #[cynic(alias, rename = "adminUnits")]
    #[arguments(level: "PROVINCE", era: "CURRENT")]
    pub(crate) provinces: Vec<CodedUnit>,
}

/// The question for everything that is chosen from a list.
pub(crate) fn choices() -> Question<Choices> {
    api::question(Choices::build(()))
}
