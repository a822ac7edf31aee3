//! What the page of papers that wait asks for, and what it changes.

use chrono::{DateTime, NaiveDate, Utc};
use cynic::{MutationBuilder, QueryBuilder};
use shared::PartialDate;

use crate::api::{self, Question, schema};
use crate::pages::products::PageInfo;

/// Papers of one page.
const PAPERS: i32 = 10;

#[derive(cynic::QueryVariables)]
pub(crate) struct ListVariables {
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ListVariables")]
pub(crate) struct WaitingPapers {
    #[arguments(first: $first, after: $after)]
    pub(crate) waiting_certificates: Certificates,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "WaitingCertificateConnection")]
pub(crate) struct Certificates {
    pub(crate) total_count: i32,
    pub(crate) nodes: Vec<WaitingCertificate>,
    pub(crate) page_info: PageInfo,
}

/// A paper with whose it is.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct WaitingCertificate {
    pub(crate) certificate: Certificate,
    pub(crate) organisation: Owner,
    /// None: it is of the whole organisation.
    pub(crate) product: Option<Product>,
}

#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Certificate {
    pub(crate) id: cynic::Id,
    pub(crate) kind: Kind,
    pub(crate) number: Option<String>,
    pub(crate) issuer: Option<String>,
    pub(crate) issued_on: Option<PartialDate>,
    pub(crate) valid_until: Option<NaiveDate>,
    pub(crate) entered_at: Option<DateTime<Utc>>,
    pub(crate) version: i32,
    pub(crate) file: Option<Scan>,
}

#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "CertificateKind")]
pub(crate) struct Kind {
    pub(crate) name_vi: String,
    pub(crate) name_en: String,
}

/// The scan of a paper.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "PaperFile")]
pub(crate) struct Scan {
    pub(crate) url: String,
    pub(crate) small_url: Option<String>,
    pub(crate) name: String,
}

#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Organisation")]
pub(crate) struct Owner {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
}

#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "OwnProduct")]
pub(crate) struct Product {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
}

/// The question for a page of papers that wait.
pub(crate) fn papers(after: Option<String>) -> Question<WaitingPapers> {
    api::question(WaitingPapers::build(ListVariables { first: PAPERS, after }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ListVariables")]
pub(crate) struct WaitingRatings {
    #[arguments(first: $first, after: $after)]
    pub(crate) waiting_star_decisions: Ratings,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "WaitingStarDecisionConnection")]
pub(crate) struct Ratings {
    pub(crate) total_count: i32,
    pub(crate) nodes: Vec<WaitingStarDecision>,
    pub(crate) page_info: PageInfo,
}

/// A star decision with what it is about.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct WaitingStarDecision {
    pub(crate) star_decision: Rating,
    pub(crate) organisation: Owner,
    pub(crate) product: Product,
}

#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "StarDecision")]
pub(crate) struct Rating {
    pub(crate) id: cynic::Id,
    pub(crate) stars: Option<i32>,
    pub(crate) score: Option<f64>,
    pub(crate) number: Option<String>,
    pub(crate) issuer: Option<String>,
    pub(crate) signed_on: Option<PartialDate>,
    pub(crate) entered_at: Option<DateTime<Utc>>,
    pub(crate) version: i32,
    pub(crate) file: Option<Scan>,
}

/// The question for a page of star decisions that wait.
pub(crate) fn ratings(after: Option<String>) -> Question<WaitingRatings> {
    api::question(WaitingRatings::build(ListVariables { first: PAPERS, after }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Certificate")]
pub(crate) struct JudgedPaper {
    #[expect(dead_code, reason = "a mutation must ask for something")]
    pub(crate) id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "StarDecision")]
pub(crate) struct JudgedRating {
    #[expect(dead_code, reason = "a mutation must ask for something")]
    pub(crate) id: cynic::Id,
}

/// A paper as it was read: what has changed since is not decided on.
#[derive(cynic::QueryVariables, Clone)]
pub(crate) struct Seen {
    pub(crate) id: cynic::Id,
    pub(crate) version: i32,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "Seen")]
pub(crate) struct ConfirmCertificate {
    #[arguments(id: $id, version: $version)]
    #[expect(dead_code, reason = "the list is asked for anew")]
    pub(crate) confirm_certificate: JudgedPaper,
}

/// Says that a paper is what it says.
pub(crate) fn confirm_paper(seen: Seen) -> Question<ConfirmCertificate> {
    api::question(ConfirmCertificate::build(seen))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "Seen")]
pub(crate) struct ConfirmStarDecision {
    #[arguments(id: $id, version: $version)]
    #[expect(dead_code, reason = "the list is asked for anew")]
    pub(crate) confirm_star_decision: JudgedRating,
}

/// Says that a star decision is what it says.
pub(crate) fn confirm_rating(seen: Seen) -> Question<ConfirmStarDecision> {
    api::question(ConfirmStarDecision::build(seen))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct RefusalVariables {
    id: cynic::Id,
    version: i32,
    reason: String,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "RefusalVariables")]
pub(crate) struct RefuseCertificate {
    #[arguments(id: $id, version: $version, reason: $reason)]
    #[expect(dead_code, reason = "the list is asked for anew")]
    pub(crate) refuse_certificate: JudgedPaper,
}

/// Says why a paper is not confirmed.
pub(crate) fn refuse_paper(seen: Seen, reason: String) -> Question<RefuseCertificate> {
    api::question(RefuseCertificate::build(RefusalVariables { id: seen.id, version: seen.version, reason }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "RefusalVariables")]
pub(crate) struct RefuseStarDecision {
    #[arguments(id: $id, version: $version, reason: $reason)]
    #[expect(dead_code, reason = "the list is asked for anew")]
    pub(crate) refuse_star_decision: JudgedRating,
}

/// Says why a star decision is not confirmed.
pub(crate) fn refuse_rating(seen: Seen, reason: String) -> Question<RefuseStarDecision> {
    api::question(RefuseStarDecision::build(RefusalVariables { id: seen.id, version: seen.version, reason }))
}
