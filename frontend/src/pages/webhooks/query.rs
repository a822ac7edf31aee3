//! What the pages of webhooks ask for.

use chrono::{DateTime, Utc};
use cynic::QueryBuilder;

use crate::api::{self, Question, WebhookDeliveryState, WebhookKind, WebhookProblem, schema};
use crate::pages::products::PageInfo;

/// Deliveries of a webhook that are shown beside it.
const LATEST: i32 = 10;
/// Deliveries of one page of those that were given up.
const PAGE: i32 = 20;

/// A webhook for those who decide about it.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
pub(crate) struct Webhook {
    pub(crate) id: cynic::Id,
    pub(crate) url: String,
    pub(crate) kinds: Option<Vec<WebhookKind>>,
    pub(crate) note: Option<String>,
    pub(crate) paused_at: Option<DateTime<Utc>>,
    pub(crate) version: i32,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct OfVariables {
    organisation: Option<cynic::Id>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "OfVariables")]
pub(crate) struct WebhooksOf {
    #[arguments(organisation: $organisation)]
    pub(crate) webhooks: Vec<Webhook>,
}

/// The question for the webhooks of an organisation; without one for those of the city.
pub(crate) fn webhooks(organisation: Option<cynic::Id>) -> Question<WebhooksOf> {
    api::question(WebhooksOf::build(OfVariables { organisation }))
}

/// Something that a webhook is told.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "WebhookDelivery")]
pub(crate) struct Delivery {
    pub(crate) id: cynic::Id,
    pub(crate) host: String,
    pub(crate) organisation_id: Option<cynic::Id>,
    pub(crate) organisation_name: Option<String>,
    pub(crate) kind: WebhookKind,
    pub(crate) state: WebhookDeliveryState,
    pub(crate) attempts: i32,
    pub(crate) due_at: Option<DateTime<Utc>>,
    pub(crate) given_up_at: Option<DateTime<Utc>>,
    pub(crate) last_status: Option<i32>,
    pub(crate) last_problem: Option<WebhookProblem>,
    pub(crate) created_at: DateTime<Utc>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "WebhookDeliveryConnection")]
pub(crate) struct Deliveries {
    pub(crate) total_count: i32,
    pub(crate) nodes: Vec<Delivery>,
    pub(crate) page_info: PageInfo,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct DeliveriesVariables {
    webhook: Option<cynic::Id>,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "DeliveriesVariables")]
pub(crate) struct Told {
    #[arguments(webhook: $webhook, first: $first, after: $after)]
    pub(crate) webhook_deliveries: Deliveries,
}

/// The question for what a webhook was told lately.
pub(crate) fn told(webhook: cynic::Id) -> Question<Told> {
    api::question(Told::build(DeliveriesVariables { webhook: Some(webhook), first: LATEST, after: None }))
}

/// The question for a page of what was given up.
pub(crate) fn undelivered(after: Option<String>) -> Question<Told> {
    api::question(Told::build(DeliveriesVariables { webhook: None, first: PAGE, after }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query")]
pub(crate) struct GivenUp {
    #[arguments(first: 1)]
    pub(crate) webhook_deliveries: Count,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "WebhookDeliveryConnection")]
pub(crate) struct Count {
    pub(crate) total_count: i32,
}

/// The question for how much was given up.
pub(crate) fn given_up() -> Question<GivenUp> {
    api::question(GivenUp::build(()))
}
