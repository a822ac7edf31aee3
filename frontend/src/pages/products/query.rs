//! What the results ask for.

use super::search::{Filter, Search};
use crate::api::{self, ProductOrder, Question, SearchReading, schema};
use crate::facts::{Card, Highlight};

/// Rows of one page.
const ROWS: i32 = 20;

#[derive(cynic::QueryVariables, Clone, PartialEq)]
pub(crate) struct Variables {
    search: Option<String>,
    filter: ProductFilter,
    order: ProductOrder,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::InputObject, Clone, PartialEq, Default)]
pub(crate) struct ProductFilter {
    #[cynic(skip_serializing_if = "Option::is_none")]
    groups: Option<Vec<String>>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    stars: Option<Vec<i32>>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    provinces: Option<Vec<String>>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    former_provinces: Option<Vec<String>>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    certificates: Option<Vec<String>>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    months: Option<Vec<i32>>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    sold_at: Option<cynic::Id>,
}

/// One page of results.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "Variables")]
pub(crate) struct Found {
    #[arguments(search: $search, filter: $filter, order: $order, first: $first, after: $after)]
    pub(crate) products: Products,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "ProductConnection")]
pub(crate) struct Products {
    pub(crate) total_count: i32,
    pub(crate) reading: SearchReading,
    pub(crate) read_as: Option<String>,
    pub(crate) facets: Facets,
    pub(crate) edges: Vec<ProductEdge>,
    pub(crate) page_info: PageInfo,
}

#[derive(cynic::QueryFragment)]
pub(crate) struct ProductEdge {
    pub(crate) node: Card,
    pub(crate) highlights: Vec<Highlight>,
}

/// Where a page ends.
#[derive(cynic::QueryFragment)]
pub(crate) struct PageInfo {
    pub(crate) has_next_page: bool,
    pub(crate) end_cursor: Option<String>,
}

impl PageInfo {
    /// The cursor to go on from, when there is more.
    pub(crate) fn next(&self) -> Option<String> {
        self.has_next_page.then(|| self.end_cursor.clone())?
    }
}

/// How many results each value of a filter would leave.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
pub(crate) struct Facets {
    groups: Vec<FacetValue>,
    stars: Vec<FacetValue>,
    provinces: Vec<FacetValue>,
    former_provinces: Vec<FacetValue>,
    certificates: Vec<FacetValue>,
    months: Vec<FacetValue>,
}

#[derive(cynic::QueryFragment, Clone, PartialEq)]
pub(crate) struct FacetValue {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) count: i32,
}

impl Facets {
    /// The values of one filter.
    pub(crate) fn of(&self, filter: Filter) -> &[FacetValue] {
        match filter {
            Filter::Groups => &self.groups,
            Filter::Stars => &self.stars,
            Filter::Provinces => &self.provinces,
            Filter::FormerProvinces => &self.former_provinces,
            Filter::Certificates => &self.certificates,
            Filter::Months => &self.months,
        }
    }
}

/// The question for a page of results.
pub(crate) fn question(search: &Search, after: Option<String>) -> Question<Found> {
    use cynic::QueryBuilder;

    api::question(Found::build(Variables {
        search: Some(search.text.trim().to_owned()).filter(|text| !text.is_empty()),
        filter: filter(search),
        order: search.order.into(),
        first: ROWS,
        after,
    }))
}

fn filter(search: &Search) -> ProductFilter {
    ProductFilter {
        groups: texts(&search.groups),
        stars: numbers(&search.stars),
        provinces: texts(&search.provinces),
        former_provinces: texts(&search.former_provinces),
        certificates: texts(&search.certificates),
        months: numbers(&search.months),
        sold_at: search.sold_at.clone().map(cynic::Id::new),
    }
}

#[derive(cynic::QueryVariables)]
pub(crate) struct UnansweredVariables {
    search: String,
    filter: ProductFilter,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "UnansweredVariables")]
pub(crate) struct NoteUnanswered {
    #[arguments(search: $search, filter: $filter)]
    #[allow(dead_code, reason = "nobody here is told whether it was noted")]
    note_unanswered_search: bool,
}

/// That a search found nothing.
pub(crate) fn unanswered(search: &Search) -> Question<NoteUnanswered> {
    use cynic::MutationBuilder;

    let search_text = search.text.trim().to_owned();
    api::question(NoteUnanswered::build(UnansweredVariables { search: search_text, filter: filter(search) }))
}

fn texts(values: &[String]) -> Option<Vec<String>> {
    (!values.is_empty()).then(|| values.to_vec())
}

fn numbers(values: &[String]) -> Option<Vec<i32>> {
    (!values.is_empty()).then(|| values.iter().filter_map(|value| value.parse().ok()).collect())
}
