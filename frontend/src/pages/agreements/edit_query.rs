//! What the form of a version asks for: what can be chosen.

use cynic::QueryBuilder;

use crate::api::{self, Question, schema};
use crate::facts::Measure;

/// Products from which goods are chosen.
const PRODUCTS: i32 = 100;

#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Variant")]
pub(crate) struct PackName {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
}

#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Product")]
pub(crate) struct ProductName {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) variants: Vec<PackName>,
}

#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "ProductConnection")]
pub(crate) struct ProductNames {
    pub(crate) nodes: Vec<ProductName>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ChoiceVariables {
    producer: cynic::Id,
    has_producer: bool,
    products: i32,
}

#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Producer", variables = "ChoiceVariables")]
pub(crate) struct Producer {
    #[arguments(first: $products)]
    pub(crate) products: ProductNames,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ChoiceVariables")]
pub(crate) struct Choices {
    pub(crate) units: Vec<Measure>,
    #[arguments(id: $producer)]
    #[directives(include(if: $has_producer))]
    pub(crate) producer: Option<Producer>,
}

/// The question for everything that is chosen from a list; a department makes no products.
pub(crate) fn choices(producer: Option<cynic::Id>) -> Question<Choices> {
    let has_producer = producer.is_some();
    let producer = producer.unwrap_or_else(|| cynic::Id::new(String::new()));
    api::question(Choices::build(ChoiceVariables { producer, has_producer, products: PRODUCTS }))
}
