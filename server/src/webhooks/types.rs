//! What the API shows of webhooks and of what they were told.

use async_graphql::{Context, ID, Object, SimpleObject};
use chrono::{DateTime, Utc};
use shared::{WebhookDeliveryState, WebhookKind, WebhookProblem};

use super::{kinds, target};
use crate::{
    entities::{webhook, webhook_delivery},
    graphql::context::Ask,
};

/// An address of another program that is told of what happens to introductions and agreements.
pub struct Webhook(pub(super) webhook::Model);

/// An address of another program that is told of what happens to introductions and agreements.
#[Object]
impl Webhook {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.into()
    }
    /// The organisation whose introductions and agreements it is told of; null for one that is told of all of the city.
    async fn organisation_id(&self) -> Option<ID> {
        self.0.organisation_id.map(ID::from)
    }
    /// Where it is told.
    async fn url(&self) -> &str {
        &self.0.url
    }
    /// Of what; null for all.
    async fn kinds(&self) -> Option<Vec<WebhookKind>> {
        kinds(&self.0)
    }
    /// What it is for.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }
    /// Since when it is told nothing; null while it is told.
    async fn paused_at(&self) -> Option<DateTime<Utc>> {
        self.0.paused_at
    }
    /// When it was entered.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }
    /// When it was last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.0.updated_at
    }
    /// For `updateWebhook`.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// A webhook with its secret, which is shown this once.
#[derive(SimpleObject)]
pub struct WebhookWithSecret {
    /// The webhook.
    pub(super) webhook: Webhook,
    /// What its requests are signed with, as Standard Webhooks writes it: `whsec_…`.
    pub(super) secret: String,
}

/// For the one time it is shown.
impl From<webhook::Model> for WebhookWithSecret {
    fn from(row: webhook::Model) -> Self {
        Self { secret: row.secret.clone(), webhook: Webhook(row) }
    }
}

/// Something that a webhook is told.
pub struct WebhookDelivery {
    row: webhook_delivery::Model,
    webhook: webhook::Model,
}

/// For whoever may know of it.
impl From<(webhook_delivery::Model, webhook::Model)> for WebhookDelivery {
    fn from((row, webhook): (webhook_delivery::Model, webhook::Model)) -> Self {
        Self { row, webhook }
    }
}

/// Something that a webhook is told.
#[Object]
impl WebhookDelivery {
    /// Its id, also `webhook-id` of the request.
    async fn id(&self) -> ID {
        self.row.id.into()
    }
    /// The webhook.
    async fn webhook_id(&self) -> ID {
        self.row.webhook_id.into()
    }
    /// Host and port of the address; the rest of it may hold a secret.
    async fn host(&self) -> String {
        target::host(&self.webhook.url)
    }
    /// The organisation of the webhook; null for one of the city.
    async fn organisation_id(&self) -> Option<ID> {
        self.webhook.organisation_id.map(ID::from)
    }
    /// Its name.
    async fn organisation_name(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<String>> {
        let Some(id) = self.webhook.organisation_id else { return Ok(None) };
        Ok(ctx.load(id).await?.map(|row| row.name.clone()))
    }
    /// What it is told.
    async fn kind(&self) -> WebhookKind {
        self.row.kind
    }
    /// How far it has come.
    async fn state(&self) -> WebhookDeliveryState {
        match (self.row.delivered_at, self.row.given_up_at) {
            (Some(_), _) => WebhookDeliveryState::Delivered,
            (None, Some(_)) => WebhookDeliveryState::GivenUp,
            (None, None) => WebhookDeliveryState::Waiting,
        }
    }
    /// How often it was tried since it was told to be.
    async fn attempts(&self) -> i32 {
        self.row.attempts
    }
    /// When it is tried next; null when it is not.
    async fn due_at(&self) -> Option<DateTime<Utc>> {
        self.row.due_at
    }
    /// When it came there.
    async fn delivered_at(&self) -> Option<DateTime<Utc>> {
        self.row.delivered_at
    }
    /// When it was given up.
    async fn given_up_at(&self) -> Option<DateTime<Utc>> {
        self.row.given_up_at
    }
    /// The HTTP status of the last answer; null when there was none.
    async fn last_status(&self) -> Option<i32> {
        self.row.last_status
    }
    /// Why it failed the last time.
    async fn last_problem(&self) -> Option<WebhookProblem> {
        self.row.last_problem
    }
    /// When it happened.
    async fn created_at(&self) -> DateTime<Utc> {
        self.row.created_at
    }
}
