//! What the page about this site asks for.

use shared::PartialDate;

use crate::api::{self, Question, schema};
use crate::facts::Source;

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query")]
pub(crate) struct About {
    #[arguments(first: 1)]
    pub(crate) products: ProductConnection,
    #[arguments(first: 1)]
    pub(crate) producers: ProducerConnection,
    #[arguments(first: 1)]
    pub(crate) sale_points: SalePointConnection,
    #[arguments(first: 1)]
    pub(crate) events: EventConnection,
    pub(crate) plans: Vec<Plan>,
}

#[derive(cynic::QueryFragment)]
pub(crate) struct ProductConnection {
    pub(crate) total_count: i32,
}

#[derive(cynic::QueryFragment)]
pub(crate) struct ProducerConnection {
    pub(crate) total_count: i32,
}

#[derive(cynic::QueryFragment)]
pub(crate) struct SalePointConnection {
    pub(crate) total_count: i32,
}

#[derive(cynic::QueryFragment)]
pub(crate) struct EventConnection {
    pub(crate) total_count: i32,
}

/// A yearly plan of the city.
#[derive(cynic::QueryFragment)]
pub(crate) struct Plan {
    pub(crate) year: i32,
    pub(crate) decision_number: Option<String>,
    pub(crate) issued_on: Option<PartialDate>,
    pub(crate) target_min: Option<i32>,
    pub(crate) target_max: Option<i32>,
    pub(crate) min_per_district: Option<i32>,
    pub(crate) centres_target: Option<i32>,
    pub(crate) sources: Vec<Source>,
}

/// The question.
pub(crate) fn question() -> Question<About> {
    use cynic::QueryBuilder;

    api::question(About::build(()))
}
