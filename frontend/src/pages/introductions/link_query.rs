//! What the page of a mail's link asks for, and the answer that it sends.

use chrono::{DateTime, Utc};
use cynic::{MutationBuilder, QueryBuilder};

use super::changes::Answer;
use crate::api::{self, IntroductionStatus, Question, Said, TradeParty, schema};

/// What a link asks, for whoever has it.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "AnswerLink")]
pub(crate) struct Asked {
    pub(crate) party: TradeParty,
    pub(crate) need_name: Option<String>,
    pub(crate) need_description: Option<String>,
    pub(crate) product_name: String,
    pub(crate) retailer_name: String,
    pub(crate) producer_name: String,
    pub(crate) terms: Vec<Said>,
    pub(crate) note: Option<String>,
    pub(crate) answer_by: DateTime<Utc>,
    pub(crate) status: IntroductionStatus,
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
    pub(crate) answer_link: Option<Asked>,
}

/// The question for what a link asks.
pub(crate) fn link(token: String) -> Question<LinkByToken> {
    api::question(LinkByToken::build(TokenVariables { token }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct AnswerVariables {
    token: String,
    accept: bool,
    reason: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "AnswerVariables")]
pub(crate) struct AnswerByLink {
    #[arguments(token: $token, accept: $accept, reason: $reason)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) answer_by_link: Answered,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "AnswerLink")]
pub(crate) struct Answered {
    #[expect(dead_code, reason = "a mutation must ask for something")]
    pub(crate) status: IntroductionStatus,
}

/// Answers by a link.
pub(crate) fn answer(token: String, answer: Answer) -> Question<AnswerByLink> {
    let (accept, reason) = answer.parts();
    api::question(AnswerByLink::build(AnswerVariables { token, accept, reason }))
}
