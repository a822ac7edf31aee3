//! What the API shows of notifications, to those who were told.

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use shared::NotificationKind;

use crate::{
    agreements::types::Agreement, entities::notification, error::Error, events::types::Event,
    graphql::context::Ask, introductions::types::Introduction,
};

/// Something that a person is told of.
pub struct Notification(pub(super) notification::Model);

/// Something that a person is told of.
#[Object]
impl Notification {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.into()
    }
    /// What happened.
    async fn kind(&self) -> NotificationKind {
        self.0.kind
    }
    /// To which introduction; null for what is told of something else.
    async fn introduction(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Introduction>> {
        let Some(id) = self.0.introduction_id else { return Ok(None) };
        let row = ctx.load(id).await?.ok_or(Error::NotFound("introduction"))?;
        Ok(Some(row.into()))
    }
    /// To which agreement; null for what is told of something else.
    async fn agreement(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Agreement>> {
        let Some(id) = self.0.agreement_id else { return Ok(None) };
        let stated = ctx.load(id).await?.ok_or(Error::NotFound("agreement"))?;
        Ok(Some(stated.into()))
    }
    /// To which event; null for what is told of something else.
    async fn event(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Event>> {
        let Some(id) = self.0.event_id else { return Ok(None) };
        Ok(Event::seen(ctx, id).await?)
    }
    /// When it happened.
    async fn at(&self) -> DateTime<Utc> {
        self.0.created_at
    }
    /// When the person has seen it.
    async fn read_at(&self) -> Option<DateTime<Utc>> {
        self.0.read_at
    }
}
