//! Webhooks in the API.

use async_graphql::{Context, ID, Object, connection::Connection};
use shared::{OrganisationId, WebhookDeliveryId, WebhookDeliveryState, WebhookId};

use super::{
    inputs::{NewWebhook, WebhookChanges},
    listing::{self, Wanted},
    managing, retrying,
    types::{Webhook, WebhookDelivery, WebhookWithSecret},
};
use crate::{
    error::Result,
    graphql::{
        context::{Ask, parse_id, signed_in},
        page::{self, Page},
    },
    numbers::int,
};

/// Queries for webhooks.
#[derive(Default)]
pub struct WebhookQueries;

/// Queries for webhooks.
#[Object]
impl WebhookQueries {
    /// Webhooks of an organisation, for its owners; without one those of the whole city, for administrators. At most 5.
    #[graphql(guard = "signed_in()", complexity = "5 + 5 * child_complexity")]
    async fn webhooks(&self, ctx: &Context<'_>, organisation: Option<ID>) -> Result<Vec<Webhook>> {
        let organisation: Option<OrganisationId> =
            organisation.map(|id| parse_id(&id, "organisation")).transpose()?;
        let found = listing::of(&ctx.app().database, ctx.signed_in()?, organisation).await?;
        Ok(found.into_iter().map(Webhook).collect())
    }

    /// What a webhook was told, the newest first, for whoever decides about it; without one all that was given up, for
    /// staff of the city. What was delivered or given up is kept for 30 days.
    #[graphql(
        guard = "signed_in()",
        complexity = "20 + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity"
    )]
    async fn webhook_deliveries(
        &self,
        ctx: &Context<'_>,
        webhook: Option<ID>,
        state: Option<WebhookDeliveryState>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, WebhookDelivery, WebhookDeliveryTotal>> {
        const LIST: &str = "webhookDeliveries";
        let rows = page::rows(first)?;
        let webhook: Option<WebhookId> = webhook.map(|id| parse_id(&id, "webhook")).transpose()?;
        let after_id: Option<WebhookDeliveryId> = page::key(LIST, after.as_deref())?;
        let database = &ctx.app().database;
        let wanted = Wanted::by(database, ctx.signed_in()?, webhook, state).await?;
        let found = wanted.list(database, after_id, rows + 1).await?;
        let page = Page::cut(LIST, found, rows, |(row, _)| row.id);
        Ok(page.map(WebhookDelivery::from).into_connection(after.as_deref(), WebhookDeliveryTotal(wanted)))
    }
}

/// What the list of deliveries says beside its edges.
pub struct WebhookDeliveryTotal(Wanted);

/// What the list of deliveries says beside its edges.
#[Object]
impl WebhookDeliveryTotal {
    /// Deliveries of the whole list.
    async fn total_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let count = self.0.count(&ctx.app().database).await?;
        Ok(int(count))
    }
}

/// What is done about webhooks: by owners about those of their organisation, by administrators about those of the city.
#[derive(Default)]
pub struct WebhookMutations;

/// What is done about webhooks: by owners about those of their organisation, by administrators about those of the city.
#[Object]
impl WebhookMutations {
    /// Enters a webhook, at most 5 of an organisation that staff have verified. The secret is shown this once.
    #[graphql(guard = "signed_in()")]
    async fn create_webhook(&self, ctx: &Context<'_>, input: NewWebhook) -> Result<WebhookWithSecret> {
        managing::create(ctx.app(), ctx.signed_in()?, input).await.map(WebhookWithSecret::from)
    }

    /// Changes a webhook. `version` is the one that was read; `CONFLICT` when somebody else was quicker, and nothing is
    /// changed.
    #[graphql(guard = "signed_in()")]
    async fn update_webhook(
        &self,
        ctx: &Context<'_>,
        id: ID,
        version: i32,
        input: WebhookChanges,
    ) -> Result<Webhook> {
        let id = parse_id(&id, "webhook")?;
        managing::update(ctx.app(), ctx.signed_in()?, id, version, input).await.map(Webhook)
    }

    /// Gives a webhook a new secret, which is shown this once; the old one signs nothing any more.
    #[graphql(guard = "signed_in()")]
    async fn renew_webhook_secret(&self, ctx: &Context<'_>, id: ID) -> Result<WebhookWithSecret> {
        let id = parse_id(&id, "webhook")?;
        managing::renew_secret(ctx.app(), ctx.signed_in()?, id).await.map(WebhookWithSecret::from)
    }

    /// Tells a webhook nothing any more. What waits already waits on.
    #[graphql(guard = "signed_in()")]
    async fn pause_webhook(&self, ctx: &Context<'_>, id: ID) -> Result<Webhook> {
        let id = parse_id(&id, "webhook")?;
        managing::pause(ctx.app(), ctx.signed_in()?, id, true).await.map(Webhook)
    }

    /// Tells a webhook again what happens from now on, and what has waited. What happened meanwhile it is not told.
    #[graphql(guard = "signed_in()")]
    async fn resume_webhook(&self, ctx: &Context<'_>, id: ID) -> Result<Webhook> {
        let id = parse_id(&id, "webhook")?;
        managing::pause(ctx.app(), ctx.signed_in()?, id, false).await.map(Webhook)
    }

    /// Deletes a webhook with all that it was told; what it was.
    #[graphql(guard = "signed_in()")]
    async fn delete_webhook(&self, ctx: &Context<'_>, id: ID) -> Result<Webhook> {
        let id = parse_id(&id, "webhook")?;
        managing::delete(ctx.app(), ctx.signed_in()?, id).await.map(Webhook)
    }

    /// Tells a webhook something of the kind `TEST`, at most 20 times an hour.
    #[graphql(guard = "signed_in()")]
    async fn test_webhook(&self, ctx: &Context<'_>, id: ID) -> Result<WebhookDelivery> {
        let id = parse_id(&id, "webhook")?;
        retrying::test(ctx.app(), ctx.signed_in()?, id).await.map(WebhookDelivery::from)
    }

    /// Tries once more what was given up; also for staff of the city.
    #[graphql(guard = "signed_in()")]
    async fn retry_webhook_delivery(&self, ctx: &Context<'_>, id: ID) -> Result<WebhookDelivery> {
        let id = parse_id(&id, "delivery")?;
        retrying::retry(ctx.app(), ctx.signed_in()?, id).await.map(WebhookDelivery::from)
    }
}
