//! What the pages of own products ask for.

use chrono::{DateTime, NaiveDate, Utc};
use cynic::QueryBuilder;
use shared::{PartialDate, limits};

use crate::api::{
    self, FactKind, Freshness, Hindrance, Mend, Question, ReadinessState, RequirementKind, schema,
};
use crate::facts::{Group, Measure, Pack, Photo, Rating, Terms};

/// Somebody who works on an organisation.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Member {
    pub(crate) account_id: cynic::Id,
}

/// The organisation whose products these are.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Organisation")]
pub(crate) struct Maker {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) members: Vec<Member>,
}

/// When something was last said to be so.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "ProductFact")]
pub(crate) struct Fact {
    pub(crate) kind: FactKind,
    pub(crate) as_of: DateTime<Utc>,
    pub(crate) freshness: Freshness,
}

/// A product as one row of the list.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "OwnProduct")]
pub(crate) struct Row {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) group: Group,
    pub(crate) published_at: Option<DateTime<Utc>>,
    pub(crate) facts: Vec<Fact>,
}

#[derive(cynic::QueryFragment)]
pub(crate) struct PageInfo {
    pub(crate) has_next_page: bool,
    pub(crate) end_cursor: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "OwnProductConnection")]
pub(crate) struct Rows {
    pub(crate) page_info: PageInfo,
    pub(crate) nodes: Vec<Row>,
    pub(crate) total_count: i32,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ListVariables {
    id: cynic::Id,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Organisation", variables = "ListVariables")]
pub(crate) struct OrganisationOfRows {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) members: Vec<Member>,
    #[arguments(first: $first, after: $after)]
    pub(crate) products: Rows,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ListVariables")]
pub(crate) struct OwnProducts {
    #[arguments(id: $id)]
    pub(crate) organisation: Option<OrganisationOfRows>,
}

/// The question for a page of the products of an organisation.
pub(crate) fn list(organisation: String, after: Option<String>) -> Question<OwnProducts> {
    let first = i32::try_from(limits::DEFAULT_ROWS).unwrap_or(20);
    api::question(OwnProducts::build(ListVariables { id: cynic::Id::new(organisation), first, after }))
}

/// A kind of paper.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "CertificateKind")]
pub(crate) struct PaperKind {
    pub(crate) code: String,
    pub(crate) name_vi: String,
    pub(crate) name_en: String,
}

/// The scan of a paper.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct PaperFile {
    pub(crate) id: cynic::Id,
    pub(crate) url: String,
    pub(crate) name: String,
}

/// A paper of the product or of its maker.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Certificate")]
pub(crate) struct Paper {
    pub(crate) id: cynic::Id,
    pub(crate) kind: PaperKind,
    pub(crate) of_producer: bool,
    pub(crate) number: Option<String>,
    pub(crate) issuer: Option<String>,
    pub(crate) issued_on: Option<PartialDate>,
    pub(crate) valid_until: Option<NaiveDate>,
    pub(crate) entered_here: bool,
    pub(crate) confirmed_at: Option<DateTime<Utc>>,
    pub(crate) refused_at: Option<DateTime<Utc>>,
    pub(crate) refused_because: Option<String>,
    pub(crate) file: Option<PaperFile>,
    pub(crate) version: i32,
}

/// A rating, and whether staff have looked at it.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "StarDecision")]
pub(crate) struct Decision {
    pub(crate) id: cynic::Id,
    #[cynic(spread)]
    pub(crate) rating: Rating,
    pub(crate) entered_here: bool,
    pub(crate) confirmed_at: Option<DateTime<Utc>>,
    pub(crate) refused_at: Option<DateTime<Utc>>,
    pub(crate) refused_because: Option<String>,
    pub(crate) file: Option<PaperFile>,
}

/// The sheet of a product.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "OwnProduct")]
pub(crate) struct Sheet {
    pub(crate) id: cynic::Id,
    pub(crate) producer: Maker,
    pub(crate) name: String,
    pub(crate) group: Group,
    pub(crate) description: Option<String>,
    pub(crate) months: Option<Vec<i32>>,
    pub(crate) published_at: Option<DateTime<Utc>>,
    pub(crate) hindrances: Vec<Hindrance>,
    pub(crate) photos: Vec<Photo>,
    pub(crate) variants: Vec<Pack>,
    pub(crate) terms: Terms,
    pub(crate) facts: Vec<Fact>,
    pub(crate) star_decisions: Vec<Decision>,
    pub(crate) certificates: Vec<Paper>,
    pub(crate) version: i32,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct IdVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "IdVariables")]
pub(crate) struct OwnProduct {
    #[arguments(id: $id)]
    pub(crate) own_product: Option<Sheet>,
}

/// The question for the sheet of a product.
pub(crate) fn sheet(id: String) -> Question<OwnProduct> {
    api::question(OwnProduct::build(IdVariables { id: cynic::Id::new(id) }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Organisation")]
pub(crate) struct NamedMaker {
    pub(crate) name: String,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "IdVariables")]
pub(crate) struct MakerById {
    #[arguments(id: $id)]
    pub(crate) organisation: Option<NamedMaker>,
}

/// The question for the organisation that gets a new product.
pub(crate) fn maker(id: String) -> Question<MakerById> {
    api::question(MakerById::build(IdVariables { id: cynic::Id::new(id) }))
}

/// A place in the official classification.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Query")]
pub(crate) struct Choices {
    pub(crate) product_groups: Vec<Group>,
    pub(crate) units: Vec<Measure>,
    pub(crate) certificate_kinds: Vec<PaperKind>,
}

/// The question for everything that is chosen from a list.
pub(crate) fn choices() -> Question<Choices> {
    api::question(Choices::build(()))
}

/// Something that buyers ask.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Requirement {
    pub(crate) code: String,
    pub(crate) name_vi: String,
    pub(crate) name_en: String,
    pub(crate) kind: RequirementKind,
    pub(crate) who_asks: String,
    pub(crate) certificates: Vec<PaperKind>,
}

#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "ReadinessItem")]
pub(crate) struct Item {
    pub(crate) requirement: Requirement,
    pub(crate) state: ReadinessState,
    pub(crate) rests: Option<String>,
    pub(crate) mend: Option<Mend>,
}

#[derive(cynic::QueryFragment)]
pub(crate) struct Readiness {
    pub(crate) met: i32,
    pub(crate) unmet: i32,
    pub(crate) unknown: i32,
    pub(crate) items: Vec<Item>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ReadinessVariables {
    id: cynic::Id,
    channel: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "OwnProduct", variables = "ReadinessVariables")]
pub(crate) struct ReadyProduct {
    #[arguments(channel: $channel)]
    pub(crate) readiness: Readiness,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ReadinessVariables")]
pub(crate) struct ReadinessOf {
    pub(crate) readiness_channels: Vec<String>,
    #[arguments(id: $id)]
    pub(crate) own_product: Option<ReadyProduct>,
}

/// The question for what buyers, or one of them, ask of a product.
pub(crate) fn readiness(id: cynic::Id, channel: Option<String>) -> Question<ReadinessOf> {
    api::question(ReadinessOf::build(ReadinessVariables { id, channel }))
}
