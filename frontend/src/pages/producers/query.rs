//! What the list of producers asks for.

use crate::api::{self, LegalForm, Question, schema};
use crate::pages::products::PageInfo;

/// Rows of one page.
const ROWS: i32 = 20;

#[derive(cynic::QueryVariables)]
pub(crate) struct Variables {
    search: Option<String>,
    filter: ProducerFilter,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::InputObject, Default)]
pub(crate) struct ProducerFilter {
    #[cynic(skip_serializing_if = "Option::is_none")]
    legal_forms: Option<Vec<LegalForm>>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "Variables")]
pub(crate) struct ProducerList {
    #[arguments(search: $search, filter: $filter, first: $first, after: $after)]
    pub(crate) producers: Producers,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "ProducerConnection")]
pub(crate) struct Producers {
    pub(crate) total_count: i32,
    pub(crate) nodes: Vec<ProducerRow>,
    pub(crate) page_info: PageInfo,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Producer")]
pub(crate) struct ProducerRow {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) legal_form: Option<LegalForm>,
    pub(crate) province: Option<String>,
    pub(crate) former_province: Option<String>,
}

/// The question for a page of producers.
pub(crate) fn question(text: &str, form: Option<LegalForm>, after: Option<String>) -> Question<ProducerList> {
    use cynic::QueryBuilder;

    api::question(ProducerList::build(Variables {
        search: Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        filter: ProducerFilter { legal_forms: form.map(|form| vec![form]) },
        first: ROWS,
        after,
    }))
}
