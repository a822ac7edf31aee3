//! What the page of a mail's link about a delivery asks for, and the answer that it sends.

use chrono::NaiveDate;
use cynic::{MutationBuilder, QueryBuilder};
use shared::Quantity;

use super::changes::DeliveryAnswer;
use super::one_query::Answer;
use crate::api::{self, DeliveryCheckState, Question, schema};
use crate::facts::Measure;

/// Goods about which is asked.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "DeliveryLinkLine")]
pub(crate) struct LinkLine {
    pub(crate) id: cynic::Id,
    pub(crate) product_name: String,
    pub(crate) variant_name: Option<String>,
    pub(crate) unit: Measure,
    pub(crate) promised: Quantity,
    pub(crate) said: Option<Quantity>,
}

/// What is asked.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "DeliveryLinkCheck")]
pub(crate) struct LinkCheck {
    pub(crate) state: DeliveryCheckState,
    pub(crate) agreement_number: Option<String>,
    pub(crate) other_name: String,
    pub(crate) own_name: String,
    pub(crate) begins_on: NaiveDate,
    pub(crate) ends_on: NaiveDate,
    pub(crate) closes_on: NaiveDate,
    pub(crate) lines: Vec<LinkLine>,
    pub(crate) answer: Option<Answer>,
}

/// A link, for whoever has it.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "DeliveryLink")]
pub(crate) struct Link {
    pub(crate) check: LinkCheck,
    pub(crate) is_open: bool,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct TokenVariables {
    token: String,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "TokenVariables")]
pub(crate) struct LinkByToken {
    #[arguments(token: $token)]
    pub(crate) delivery_link: Option<Link>,
}

/// The question for what a link asks.
pub(crate) fn link(token: String) -> Question<LinkByToken> {
    api::question(LinkByToken::build(TokenVariables { token }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ConfirmVariables {
    token: String,
    answer: DeliveryAnswer,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "ConfirmVariables")]
pub(crate) struct ConfirmByLink {
    #[arguments(token: $token, answer: $answer)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) confirm_delivery_by_link: Confirmed,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "DeliveryLink")]
pub(crate) struct Confirmed {
    #[expect(dead_code, reason = "a mutation must ask for something")]
    pub(crate) is_open: bool,
}

/// Answers by a link.
pub(crate) fn confirm(token: String, answer: DeliveryAnswer) -> Question<ConfirmByLink> {
    api::question(ConfirmByLink::build(ConfirmVariables { token, answer }))
}
