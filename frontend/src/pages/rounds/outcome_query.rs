//! A plan as the API tells it: numbers and proof, caps that are reached, the spread; its pairs, needs and lines in
//! questions of their own.

use chrono::{DateTime, Utc};
use cynic::QueryBuilder;

use super::query::{Item, NamedNeed};
use crate::api::{self, IntroductionHindrance, LegalForm, Question, Said, schema};
use crate::map::Location;
use crate::pages::products::PageInfo;

/// Pairs or needs of one page.
const ROWS: i32 = 50;

/// Producers and pairs of one legal form.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "RoundFormShare")]
pub(crate) struct FormShare {
    pub(crate) form: Option<LegalForm>,
    pub(crate) producers: i32,
    pub(crate) pairs: i32,
}

/// How the pairs are spread over producers.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "RoundSpread")]
pub(crate) struct Spread {
    pub(crate) producers: i32,
    pub(crate) producers_weighed: i32,
    pub(crate) most: i32,
    pub(crate) with_one: i32,
    pub(crate) forms: Vec<FormShare>,
    pub(crate) newcomer_pairs: i32,
    pub(crate) newcomers: i32,
}

/// A cap that is reached.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
pub(crate) struct FullCap {
    pub(crate) item: Item,
    pub(crate) cap: i32,
    pub(crate) gain: i32,
}

/// A plan and its proof.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "RoundOutcome")]
pub(crate) struct Outcome {
    pub(crate) solved_at: DateTime<Utc>,
    pub(crate) objective: i32,
    pub(crate) bound: i32,
    pub(crate) pairs: i32,
    pub(crate) needs_served: i32,
    pub(crate) needs_unserved: i32,
    pub(crate) candidates: i32,
    pub(crate) left_out: i32,
    pub(crate) introduced_already: i32,
    pub(crate) took_ms: i32,
    pub(crate) spread: Spread,
    #[arguments(first: 30)]
    pub(crate) full_caps: Vec<FullCap>,
    pub(crate) full_cap_count: i32,
}

/// What a pair became.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Introduction")]
pub(crate) struct Introduced {
    pub(crate) id: cynic::Id,
}

/// A published product, of which only that it is one need be known.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Product")]
pub(crate) struct Published {
    pub(crate) id: cynic::Id,
}

/// A pair of a plan.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "RoundPair")]
pub(crate) struct Pair {
    pub(crate) need: NamedNeed,
    pub(crate) product: Option<Published>,
    pub(crate) product_id: cynic::Id,
    pub(crate) product_name: String,
    pub(crate) producer_name: String,
    pub(crate) score: i32,
    pub(crate) is_pinned: bool,
    pub(crate) not_met: i32,
    pub(crate) unknown: i32,
    pub(crate) introduction: Option<Introduced>,
    pub(crate) skipped: Vec<IntroductionHindrance>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "RoundPairConnection")]
pub(crate) struct PairPage {
    pub(crate) nodes: Vec<Pair>,
    pub(crate) page_info: PageInfo,
    pub(crate) total_count: i32,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct PairVariables {
    id: cynic::Id,
    skipped: Option<bool>,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Round", variables = "PairVariables")]
pub(crate) struct WithPairs {
    #[arguments(skipped: $skipped, first: $first, after: $after)]
    pub(crate) pairs: PairPage,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "PairVariables")]
pub(crate) struct Pairs {
    #[arguments(id: $id)]
    pub(crate) round: Option<WithPairs>,
}

/// The question for a page of the pairs; of `skipped` only those that were not introduced.
pub(crate) fn pairs(id: cynic::Id, skipped: Option<bool>, after: Option<String>) -> Question<Pairs> {
    api::question(Pairs::build(PairVariables { id, skipped, first: ROWS, after }))
}

/// Why a need gets nothing.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "RoundUnserved")]
pub(crate) struct Unserved {
    pub(crate) says: Said,
}

/// A need that is taken in.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "RoundNeed")]
pub(crate) struct TakenIn {
    pub(crate) need: NamedNeed,
    pub(crate) cap: Option<i32>,
    pub(crate) pairs: i32,
    pub(crate) unserved: Option<Unserved>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "RoundNeedConnection")]
pub(crate) struct NeedPage {
    pub(crate) nodes: Vec<TakenIn>,
    pub(crate) page_info: PageInfo,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct NeedVariables {
    id: cynic::Id,
    unserved: Option<bool>,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Round", variables = "NeedVariables")]
pub(crate) struct WithNeeds {
    #[arguments(unserved: $unserved, first: $first, after: $after)]
    pub(crate) needs: NeedPage,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "NeedVariables")]
pub(crate) struct Needs {
    #[arguments(id: $id)]
    pub(crate) round: Option<WithNeeds>,
}

/// The question for a page of the needs; of `unserved` only those that got nothing.
pub(crate) fn needs(id: cynic::Id, unserved: Option<bool>, after: Option<String>) -> Question<Needs> {
    api::question(Needs::build(NeedVariables { id, unserved, first: ROWS, after }))
}

/// Pairs between two places.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "RoundLine")]
pub(crate) struct Line {
    pub(crate) producer: String,
    pub(crate) retailer: String,
    pub(crate) from: Location,
    pub(crate) to: Location,
    pub(crate) pairs: i32,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct LineVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Round")]
pub(crate) struct WithLines {
    pub(crate) lines: Vec<Line>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "LineVariables")]
pub(crate) struct Lines {
    #[arguments(id: $id)]
    pub(crate) round: Option<WithLines>,
}

/// The question for the plan on the map.
pub(crate) fn lines(id: cynic::Id) -> Question<Lines> {
    api::question(Lines::build(LineVariables { id }))
}
