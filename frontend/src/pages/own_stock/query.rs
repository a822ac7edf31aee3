//! What the page of a point's own stock asks for.

use chrono::{DateTime, Utc};
use cynic::QueryBuilder;

use crate::api::{self, Question, StaffRole, schema};
use crate::facts::Card;
use crate::pages::products::PageInfo;

/// Products of one page of what was found.
const FOUND: i32 = 10;
/// Organisations at once: a name typed well is among the first.
const CANDIDATES: i32 = 10;

#[derive(cynic::QueryVariables)]
pub(crate) struct PointVariables {
    id: cynic::Id,
}

/// A point and who looks at it.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "PointVariables")]
pub(crate) struct Keeping {
    #[arguments(id: $id)]
    pub(crate) sale_point: Option<Point>,
    pub(crate) viewer: Option<Keeper>,
}

#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "SalePoint")]
pub(crate) struct Point {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) operator_name: Option<String>,
    pub(crate) operator_id: Option<cynic::Id>,
    pub(crate) viewer_may_keep: bool,
    pub(crate) viewer_may_assign: bool,
    pub(crate) stock: Vec<Goods>,
}

/// A product on the list.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Stock")]
pub(crate) struct Goods {
    pub(crate) product: Card,
    pub(crate) confirmed_at: Option<DateTime<Utc>>,
    pub(crate) confirmed_by: Option<String>,
}

/// Somebody who may keep the list.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Viewer")]
pub(crate) struct Keeper {
    pub(crate) staff_role: Option<StaffRole>,
}

impl Keeping {
    /// Whether the person acts for the operator.
    pub(crate) fn is_operators(&self) -> bool {
        self.sale_point.as_ref().is_some_and(|point| point.viewer_may_keep)
    }

    /// Whether the person is staff.
    pub(crate) fn is_staffs(&self) -> bool {
        self.viewer.as_ref().is_some_and(|keeper| keeper.staff_role.is_some())
    }
}

/// The question for a point with its list.
pub(crate) fn keeping(id: String) -> Question<Keeping> {
    api::question(Keeping::build(PointVariables { id: cynic::Id::new(id) }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct FoundVariables {
    search: String,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "FoundVariables")]
pub(crate) struct Found {
    #[arguments(search: $search, first: $first, after: $after)]
    pub(crate) products: Products,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "ProductConnection")]
pub(crate) struct Products {
    pub(crate) nodes: Vec<Card>,
    pub(crate) page_info: PageInfo,
}

/// The question for a page of products that could be put on the list.
pub(crate) fn found(search: String, after: Option<String>) -> Question<Found> {
    api::question(Found::build(FoundVariables { search, first: FOUND, after }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct CandidateVariables {
    search: String,
    first: i32,
}

/// Those who could run a point.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "CandidateVariables")]
pub(crate) struct Candidates {
    #[arguments(search: $search, first: $first)]
    pub(crate) organisations: Vec<Candidate>,
}

/// A verified organisation.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "NamedOrganisation")]
pub(crate) struct Candidate {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) province: Option<String>,
    pub(crate) is_producer: bool,
    pub(crate) is_retailer: bool,
}

/// The question for those who could run a point.
pub(crate) fn candidates(search: String) -> Question<Candidates> {
    api::question(Candidates::build(CandidateVariables { search, first: CANDIDATES }))
}
