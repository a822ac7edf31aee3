//! What is changed of a point's stock and of its operator. What is shown is asked for anew afterwards, so the answers
//! are short.

use cynic::MutationBuilder;

use crate::api::{self, Question, schema};

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "SalePoint")]
pub(crate) struct Changed {
    #[expect(dead_code, reason = "a mutation must ask for something")]
    pub(crate) id: cynic::Id,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct GoodsVariables {
    point: cynic::Id,
    products: Vec<cynic::Id>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "GoodsVariables")]
pub(crate) struct StockProducts {
    #[arguments(salePoint: $point, products: $products)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) stock_products: Changed,
}

/// Says that products are on sale at a point.
pub(crate) fn stock(point: cynic::Id, products: Vec<cynic::Id>) -> Question<StockProducts> {
    api::question(StockProducts::build(GoodsVariables { point, products }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "GoodsVariables")]
pub(crate) struct UnstockProducts {
    #[arguments(salePoint: $point, products: $products)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) unstock_products: Changed,
}

/// Takes products off the list of a point.
pub(crate) fn unstock(point: cynic::Id, products: Vec<cynic::Id>) -> Question<UnstockProducts> {
    api::question(UnstockProducts::build(GoodsVariables { point, products }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct PointVariables {
    point: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "PointVariables")]
pub(crate) struct ConfirmStock {
    #[arguments(salePoint: $point)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) confirm_stock: Changed,
}

/// Says that all on the list is still on sale.
pub(crate) fn confirm(point: cynic::Id) -> Question<ConfirmStock> {
    api::question(ConfirmStock::build(PointVariables { point }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct OperatorVariables {
    point: cynic::Id,
    organisation: Option<cynic::Id>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "OperatorVariables")]
pub(crate) struct AssignOperator {
    #[arguments(salePoint: $point, organisation: $organisation)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) assign_operator: Changed,
}

/// Says who runs a point, or that nobody here does.
pub(crate) fn assign(point: cynic::Id, organisation: Option<cynic::Id>) -> Question<AssignOperator> {
    api::question(AssignOperator::build(OperatorVariables { point, organisation }))
}
