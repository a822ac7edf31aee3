//! What the pages of needs ask for.

use chrono::{DateTime, NaiveDate, Utc};
use cynic::QueryBuilder;
use shared::{Dong, Quantity, limits};

use crate::api::{
    self, Era, NeedHindrance, NeedParty, NeedStatus, NeedVisibility, Question, RequirementKind, StaffRole,
    schema,
};
use crate::facts::{Group, Measure};
use crate::pages::products::PageInfo;

/// A province in the era of its name.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "AdminUnit")]
pub(crate) struct Province {
    pub(crate) era: Era,
    pub(crate) code: String,
    pub(crate) name: String,
}

/// Who looks for something, in a list.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Retailer")]
pub(crate) struct Buyer {
    pub(crate) name: String,
    pub(crate) is_verified: bool,
}

/// A need in a list.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Need")]
pub(crate) struct Row {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) retailer: Buyer,
    pub(crate) groups: Vec<Group>,
    pub(crate) min_stars: Option<i32>,
    pub(crate) quantity_per_month: Option<Quantity>,
    pub(crate) unit: Option<Measure>,
    pub(crate) months: Option<Vec<i32>>,
    pub(crate) price_ceiling: Option<Dong>,
    pub(crate) provinces: Vec<Province>,
    pub(crate) deadline: Option<NaiveDate>,
    pub(crate) is_past: bool,
    pub(crate) status: NeedStatus,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "NeedConnection")]
pub(crate) struct Rows {
    pub(crate) total_count: i32,
    pub(crate) nodes: Vec<Row>,
    pub(crate) page_info: PageInfo,
}

#[derive(cynic::InputObject, Clone, Default)]
pub(crate) struct NeedFilter {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) organisation: Option<cynic::Id>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) statuses: Option<Vec<NeedStatus>>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) groups: Option<Vec<String>>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) touching: Option<cynic::Id>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ListVariables {
    filter: NeedFilter,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ListVariables")]
pub(crate) struct Needs {
    #[arguments(filter: $filter, first: $first, after: $after)]
    pub(crate) needs: Rows,
}

/// The question for a page of the needs that whoever asks may read.
pub(crate) fn list(filter: NeedFilter, after: Option<String>) -> Question<Needs> {
    api::question(Needs::build(ListVariables { filter, first: rows(), after }))
}

pub(super) fn rows() -> i32 {
    i32::try_from(limits::DEFAULT_ROWS).unwrap_or(20)
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "NeedConnection")]
pub(crate) struct Count {
    pub(crate) total_count: i32,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct CountVariables {
    filter: NeedFilter,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "CountVariables")]
pub(crate) struct NeedCount {
    #[arguments(filter: $filter)]
    pub(crate) needs: Count,
}

/// The question for how many there are about what a producer makes.
pub(crate) fn touching(producer: cynic::Id) -> Question<NeedCount> {
    let filter = NeedFilter { touching: Some(producer), ..NeedFilter::default() };
    api::question(NeedCount::build(CountVariables { filter }))
}

/// An organisation for which somebody acts.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Organisation")]
pub(crate) struct Side {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) is_producer: bool,
    pub(crate) is_retailer: bool,
    pub(crate) verified_at: Option<DateTime<Utc>>,
}

#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Membership")]
pub(crate) struct OnSide {
    pub(crate) organisation: Side,
}

/// Whoever reads, and for whom they act.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Viewer")]
pub(crate) struct Reader {
    pub(crate) staff_role: Option<StaffRole>,
    pub(crate) memberships: Vec<OnSide>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query")]
pub(crate) struct WhoReads {
    pub(crate) viewer: Option<Reader>,
}

/// The question for whoever reads.
pub(crate) fn reader() -> Question<WhoReads> {
    api::question(WhoReads::build(()))
}

/// How a retailer is reached.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Contact")]
pub(crate) struct PublicContact {
    pub(crate) name: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) website: Option<String>,
}

/// Who looks for something.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Retailer {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) is_verified: bool,
    pub(crate) public_contact: Option<PublicContact>,
}

/// Something that can be asked of producers.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
pub(crate) struct Requirement {
    pub(crate) code: String,
    pub(crate) name_vi: String,
    pub(crate) name_en: String,
    pub(crate) kind: RequirementKind,
}

/// Something that a need asks.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "NeedRequirement")]
pub(crate) struct Asked {
    pub(crate) requirement: Requirement,
    pub(crate) number: Option<Quantity>,
}

/// A need in full.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Need {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) retailer: Retailer,
    pub(crate) description: Option<String>,
    pub(crate) groups: Vec<Group>,
    pub(crate) min_stars: Option<i32>,
    pub(crate) quantity_per_month: Option<Quantity>,
    pub(crate) unit: Option<Measure>,
    pub(crate) months: Option<Vec<i32>>,
    pub(crate) price_ceiling: Option<Dong>,
    pub(crate) deadline: Option<NaiveDate>,
    pub(crate) is_past: bool,
    pub(crate) provinces: Vec<Province>,
    pub(crate) requirements: Vec<Asked>,
    pub(crate) visibility: NeedVisibility,
    pub(crate) status: NeedStatus,
    pub(crate) closed_because: Option<String>,
    pub(crate) opened_at: Option<DateTime<Utc>>,
    pub(crate) closed_at: Option<DateTime<Utc>>,
    pub(crate) hindrances: Vec<NeedHindrance>,
    pub(crate) viewer_party: NeedParty,
    pub(crate) version: i32,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct IdVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "IdVariables")]
pub(crate) struct NeedById {
    pub(crate) viewer: Option<Reader>,
    #[arguments(id: $id)]
    pub(crate) need: Option<Need>,
}

/// The question for one need, and for who reads it.
pub(crate) fn need(id: String) -> Question<NeedById> {
    api::question(NeedById::build(IdVariables { id: cynic::Id::new(id) }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query")]
pub(crate) struct Choices {
    pub(crate) product_groups: Vec<Group>,
    pub(crate) units: Vec<Measure>,
    pub(crate) requirements: Vec<Requirement>,
    #[cynic(alias, rename = "adminUnits")]
    #[arguments(level: "PROVINCE", era: "CURRENT")]
    pub(crate) provinces: Vec<Province>,
    #[cynic(alias, rename = "adminUnits")]
    #[arguments(level: "PROVINCE", era: "LEGACY")]
    pub(crate) former_provinces: Vec<Province>,
}

/// The question for everything that is chosen from a list.
pub(crate) fn choices() -> Question<Choices> {
    api::question(Choices::build(()))
}
