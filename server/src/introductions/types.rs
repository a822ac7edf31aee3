//! What the API shows of introductions, to those who may know of them.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use shared::{IntroductionStatus, OrganisationId, TradeParty};

use super::{
    case::side,
    loaders::UnreadOf,
    message_type::{Messages, messages},
};
use crate::{
    agreements::{
        loaders::LedToBy,
        types::{Agreement, known_of},
    },
    entities::{introduction, organisation},
    error::Error,
    graphql::{context::Ask, loaders::CardOf},
    matches::{self, types::Fit},
    needs::types::Need,
    numbers::int,
    producers::graphql::Producer,
    products::graphql::Product,
    retailers::Retailer,
};

/// A retailer and a producer who were proposed to each other.
pub struct Introduction(Arc<introduction::Model>);

/// For whoever may know of it.
impl From<Arc<introduction::Model>> for Introduction {
    fn from(row: Arc<introduction::Model>) -> Self {
        Self(row)
    }
}

/// For whoever may know of it.
impl From<introduction::Model> for Introduction {
    fn from(row: introduction::Model) -> Self {
        Self(Arc::new(row))
    }
}

async fn organisation(
    ctx: &Context<'_>,
    id: OrganisationId,
) -> async_graphql::Result<Arc<organisation::Model>> {
    Ok(ctx.load(id).await?.ok_or(Error::NotFound("organisation"))?)
}

impl Introduction {
    fn side(&self, ctx: &Context<'_>) -> Option<TradeParty> {
        side(ctx.signed_in().ok()?, &self.0)
    }
}

/// A retailer and a producer who were proposed to each other.
#[Object]
impl Introduction {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.into()
    }
    /// The need it is about; null for one without a need.
    async fn need(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Need>> {
        let Some(id) = self.0.need_id else { return Ok(None) };
        Ok(ctx.load(id).await?.map(Need::from))
    }
    /// What was looked for, as it was called then.
    async fn need_name(&self) -> Option<&str> {
        self.0.need_name.as_deref()
    }
    /// The product; null while it is not published.
    async fn product(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Product>> {
        Ok(ctx.load(CardOf(self.0.product_id)).await?.map(Product::from))
    }
    /// The product's name, as it was called then.
    async fn product_name(&self) -> &str {
        &self.0.product_name
    }
    /// Who would buy.
    async fn retailer(&self, ctx: &Context<'_>) -> async_graphql::Result<Retailer> {
        Ok(Retailer(organisation(ctx, self.0.retailer_id).await?))
    }
    /// Who would deliver.
    async fn producer(&self) -> Producer {
        Producer::named(self.0.producer_id, None)
    }
    /// Who proposed it.
    async fn proposed_by(&self) -> TradeParty {
        self.0.proposed_by
    }
    /// Where it stands.
    async fn status(&self) -> IntroductionStatus {
        self.0.status
    }
    /// Words of who proposed it.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }
    /// Until when an answer is waited for.
    async fn answer_by(&self) -> DateTime<Utc> {
        self.0.answer_by
    }
    /// When it was proposed.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }
    /// When it was accepted by both, declined, withdrawn or lapsed.
    async fn settled_at(&self) -> Option<DateTime<Utc>> {
        self.0.settled_at
    }
    /// Which side declined it.
    async fn declined_by(&self) -> Option<TradeParty> {
        self.0.declined_by
    }
    /// Why.
    async fn declined_because(&self) -> Option<&str> {
        self.0.declined_because.as_deref()
    }
    /// What the viewer is to it; for people of both sides the one whose answer is waited for.
    async fn viewer_party(&self, ctx: &Context<'_>) -> async_graphql::Result<TradeParty> {
        let Ok(somebody) = ctx.signed_in() else { return Ok(TradeParty::Other) };
        if let Some(side) = self.side(ctx) {
            return Ok(side);
        }
        for side in [self.0.retailer_id, self.0.producer_id] {
            if somebody.staff.is_some() && somebody.is_staff_for(&*organisation(ctx, side).await?) {
                return Ok(TradeParty::Staff);
            }
        }
        Ok(TradeParty::Other)
    }
    /// How need and product answer each other today; null without a need, when it is closed, or when the product is not
    /// published.
    #[graphql(complexity = "20 + child_complexity")]
    async fn r#match(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Fit>> {
        let Some(need) = self.0.need_id else { return Ok(None) };
        Ok(matches::graphql::fit(ctx.app(), need, self.0.product_id).await?)
    }
    /// The conversation, the latest first; null for staff, who read it by `readConversation`.
    #[graphql(complexity = "5 + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity")]
    async fn messages(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> async_graphql::Result<Option<Messages>> {
        if self.side(ctx).is_none() {
            return Ok(None);
        }
        messages(ctx, &self.0, first, after).await.map(Some)
    }
    /// Messages of others that the viewer has not read.
    async fn unread(&self, ctx: &Context<'_>) -> async_graphql::Result<i32> {
        if self.0.messages == 0 || self.side(ctx).is_none() {
            return Ok(0);
        }
        let unread = ctx.load(UnreadOf(self.0.id, ctx.signed_in()?.account_id)).await?;
        Ok(int(unread.unwrap_or_default()))
    }
    /// Agreements that it has led to and the viewer may know of, the latest first.
    #[graphql(complexity = "5 * child_complexity")]
    async fn agreements(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Agreement>> {
        let led_to = ctx.load(LedToBy(self.0.id)).await?;
        known_of(ctx, led_to.unwrap_or_default()).await
    }
    /// When something was last said or done.
    async fn moved_at(&self) -> DateTime<Utc> {
        self.0.moved_at
    }
}
