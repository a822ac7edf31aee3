//! What is new and some sale points, as the first page asks for them.

use shared::PartialDate;

use crate::api::{self, EventKind, EventOrder, ProductOrder, Question, SalePointOrder, schema};
use crate::facts::Card;
use crate::map::MapPoint;

#[derive(cynic::QueryVariables)]
pub(crate) struct Variables {
    products: ProductOrder,
    events: EventOrder,
    points: SalePointOrder,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "Variables")]
pub(crate) struct News {
    #[arguments(order: $products, first: 6)]
    pub(crate) products: Products,
    #[arguments(order: $events, first: 5)]
    pub(crate) events: Events,
    #[arguments(order: $points, first: 5)]
    pub(crate) sale_points: SalePoints,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "SalePointConnection")]
pub(crate) struct SalePoints {
    pub(crate) total_count: i32,
    pub(crate) nodes: Vec<MapPoint>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "ProductConnection")]
pub(crate) struct Products {
    pub(crate) nodes: Vec<Card>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "EventConnection")]
pub(crate) struct Events {
    pub(crate) nodes: Vec<Event>,
}

#[derive(cynic::QueryFragment)]
pub(crate) struct Event {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) kind: EventKind,
    pub(crate) place: Option<String>,
    pub(crate) starts_on: Option<PartialDate>,
    pub(crate) ends_on: Option<PartialDate>,
}

/// The question.
pub(crate) fn question() -> Question<News> {
    use cynic::QueryBuilder;

    api::question(News::build(Variables {
        products: ProductOrder::Newest,
        events: EventOrder::Newest,
        points: SalePointOrder::Newest,
    }))
}
