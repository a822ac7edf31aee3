//! What the page of a producer asks for.

use crate::api::{self, LegalForm, Question, WardBasis, schema};
use crate::facts::{Card, Source, Unit};
use crate::pages::products::PageInfo;

/// Rows of one page.
const ROWS: i32 = 20;

#[derive(cynic::QueryVariables)]
pub(crate) struct Variables {
    id: cynic::Id,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "Variables")]
pub(crate) struct ProducerById {
    #[arguments(id: $id)]
    pub(crate) producer: Option<Producer>,
}

#[derive(cynic::QueryFragment)]
#[cynic(variables = "Variables")]
pub(crate) struct Producer {
    pub(crate) name: String,
    pub(crate) legal_form: Option<LegalForm>,
    pub(crate) province: Option<String>,
    pub(crate) former_province: Option<String>,
    pub(crate) former_district: Option<Unit>,
    pub(crate) ward: Option<Unit>,
    pub(crate) ward_basis: Option<WardBasis>,
    pub(crate) address: Option<String>,
    #[arguments(first: $first, after: $after)]
    pub(crate) products: Products,
    pub(crate) sources: Vec<Source>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "ProductConnection")]
pub(crate) struct Products {
    pub(crate) total_count: i32,
    pub(crate) nodes: Vec<Card>,
    pub(crate) page_info: PageInfo,
}

/// The question for one producer with a page of its products.
pub(crate) fn question(id: String, after: Option<String>) -> Question<ProducerById> {
    use cynic::QueryBuilder;

    api::question(ProducerById::build(Variables { id: cynic::Id::new(id), first: ROWS, after }))
}
