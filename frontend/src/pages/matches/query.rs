//! What is asked about needs and products side by side.

use chrono::{DateTime, Utc};
use cynic::QueryBuilder;
use shared::limits;

use crate::api::{
    self, GateKind, GateState, IntroductionHindrance, IntroductionStatus, MatchChoice, Mend, Question, Said,
    ScorePartKind, schema,
};
use crate::facts::Card;
use crate::pages::needs;
use crate::pages::products::PageInfo;

/// A paper that meets a requirement.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "CertificateKind")]
pub(crate) struct PaperKind {
    pub(crate) code: String,
}

/// What a gate asks, where its kind does not say it.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Requirement")]
pub(crate) struct Asked {
    pub(crate) code: String,
    pub(crate) name_vi: String,
    pub(crate) name_en: String,
    pub(crate) certificates: Vec<PaperKind>,
}

/// One thing that a need asks.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Gate {
    pub(crate) kind: GateKind,
    pub(crate) state: GateState,
    pub(crate) requirement: Option<Asked>,
    pub(crate) says: Said,
    pub(crate) mends: Option<Said>,
    pub(crate) mend: Option<Mend>,
    pub(crate) as_of: Option<DateTime<Utc>>,
}

/// A part of a score.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "ScorePart")]
pub(crate) struct Part {
    pub(crate) kind: ScorePartKind,
    pub(crate) value: f64,
    pub(crate) weight: i32,
    pub(crate) says: Said,
}

/// Why a pair is a good one.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "ScorePart")]
pub(crate) struct Reason {
    pub(crate) says: Said,
}

/// A proposal to meet.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Introduction")]
pub(crate) struct Introduced {
    pub(crate) id: cynic::Id,
    pub(crate) status: IntroductionStatus,
    pub(crate) answer_by: DateTime<Utc>,
}

/// Whether two were proposed to each other, and what keeps somebody from doing that.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Match")]
pub(crate) struct Standing {
    pub(crate) introduction: Option<Introduced>,
    pub(crate) hindrances: Vec<IntroductionHindrance>,
}

/// How far a product answers a need.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Match")]
pub(crate) struct Verdict {
    pub(crate) score: i32,
    pub(crate) gates: Vec<Gate>,
    pub(crate) parts: Vec<Part>,
    pub(crate) met: i32,
    pub(crate) not_met: i32,
    pub(crate) unknown: i32,
    pub(crate) strongest: Vec<Reason>,
    #[cynic(spread)]
    pub(crate) standing: Standing,
}

/// A product for a need that is known.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Match")]
pub(crate) struct ProductMatch {
    pub(crate) product: Card,
    #[cynic(spread)]
    pub(crate) verdict: Verdict,
}

/// A need for a product that is known.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Match")]
pub(crate) struct NeedMatch {
    pub(crate) need: needs::Row,
    #[cynic(spread)]
    pub(crate) verdict: Verdict,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "MatchConnection")]
pub(crate) struct ProductMatches {
    pub(crate) total_count: i32,
    pub(crate) nodes: Vec<ProductMatch>,
    pub(crate) page_info: PageInfo,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "MatchConnection")]
pub(crate) struct NeedMatches {
    pub(crate) total_count: i32,
    pub(crate) nodes: Vec<NeedMatch>,
    pub(crate) page_info: PageInfo,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ListVariables {
    id: cynic::Id,
    choice: MatchChoice,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ListVariables")]
pub(crate) struct OfNeed {
    #[arguments(needId: $id, choice: $choice, first: $first, after: $after)]
    pub(crate) matches: ProductMatches,
}

/// The question for a page of the products for a need.
pub(crate) fn of_need(id: cynic::Id, choice: MatchChoice, after: Option<String>) -> Question<OfNeed> {
    api::question(OfNeed::build(ListVariables { id, choice, first: rows(), after }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ListVariables")]
pub(crate) struct OfProduct {
    #[arguments(productId: $id, choice: $choice, first: $first, after: $after)]
    pub(crate) matches: NeedMatches,
}

/// The question for a page of the needs for a product.
pub(crate) fn of_product(id: cynic::Id, choice: MatchChoice, after: Option<String>) -> Question<OfProduct> {
    api::question(OfProduct::build(ListVariables { id, choice, first: rows(), after }))
}

fn rows() -> i32 {
    i32::try_from(limits::DEFAULT_ROWS).unwrap_or(20)
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "MatchConnection")]
pub(crate) struct Count {
    pub(crate) total_count: i32,
}

/// Whose pairs are counted: those of a need or of a product.
#[derive(cynic::QueryVariables)]
pub(crate) struct CountVariables {
    pub(crate) need: Option<cynic::Id>,
    pub(crate) product: Option<cynic::Id>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "CountVariables")]
pub(crate) struct Counts {
    #[cynic(alias, rename = "matches")]
    #[arguments(needId: $need, productId: $product, choice: "FITTING", first: 1)]
    fitting: Count,
    #[cynic(alias, rename = "matches")]
    #[arguments(needId: $need, productId: $product, choice: "ALMOST", first: 1)]
    almost: Count,
    #[cynic(alias, rename = "matches")]
    #[arguments(needId: $need, productId: $product, choice: "ALL", first: 1)]
    all: Count,
}

impl Counts {
    /// How many there are.
    pub(crate) fn of(&self, choice: MatchChoice) -> i32 {
        match choice {
            MatchChoice::Fitting => self.fitting.total_count,
            MatchChoice::Almost => self.almost.total_count,
            MatchChoice::All => self.all.total_count,
        }
    }
}

/// The question for how many pairs there are of each kind.
pub(crate) fn counts(whose: CountVariables) -> Question<Counts> {
    api::question(Counts::build(whose))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct PairVariables {
    need: cynic::Id,
    product: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "PairVariables")]
pub(crate) struct StandingOfPair {
    #[cynic(rename = "match")]
    #[arguments(needId: $need, productId: $product)]
    pub(crate) pair: Option<Standing>,
}

/// The question for where one pair stands.
pub(crate) fn standing(need: cynic::Id, product: cynic::Id) -> Question<StandingOfPair> {
    api::question(StandingOfPair::build(PairVariables { need, product }))
}
