//! Needs, products and producers as what has a cap.

use async_graphql::{Context, ID, Object};
use shared::{CapKind, NeedId, OrganisationId, ProductId};
use uuid::Uuid;

use crate::{entities::organisation, graphql::context::Ask};

/// A need, a product or a producer with a cap.
pub struct RoundItem {
    pub(super) kind: CapKind,
    pub(super) id: Uuid,
}

impl RoundItem {
    /// What it is called, and whose it is.
    async fn names(
        &self,
        ctx: &Context<'_>,
    ) -> async_graphql::Result<(Option<String>, Option<OrganisationId>)> {
        Ok(match self.kind {
            CapKind::Need => {
                let need = ctx.load(NeedId(self.id)).await?;
                need.map_or((None, None), |need| (Some(need.name.clone()), Some(need.organisation_id)))
            }
            CapKind::Product => {
                let product = ctx.load(ProductId(self.id)).await?;
                product.map_or((None, None), |row| (Some(row.name.clone()), Some(row.producer_id)))
            }
            CapKind::Producer => (organisation_name(ctx, OrganisationId(self.id)).await?, None),
        })
    }
}

/// A need, a product or a producer with a cap.
#[Object]
impl RoundItem {
    /// What it is.
    async fn kind(&self) -> CapKind {
        self.kind
    }
    /// Its id.
    async fn id(&self) -> ID {
        self.id.into()
    }
    /// What it is called; empty when it was deleted.
    async fn name(&self, ctx: &Context<'_>) -> async_graphql::Result<String> {
        Ok(self.names(ctx).await?.0.unwrap_or_default())
    }
    /// Of a product who makes it, of a need who looks for it; null for a producer.
    async fn owner(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<String>> {
        match self.names(ctx).await?.1 {
            Some(owner) => organisation_name(ctx, owner).await,
            None => Ok(None),
        }
    }
}

/// What an organisation is called.
pub(super) async fn organisation_name(
    ctx: &Context<'_>,
    id: OrganisationId,
) -> async_graphql::Result<Option<String>> {
    let row = ctx.load(id).await?;
    Ok(row.map(|row: std::sync::Arc<organisation::Model>| row.name.clone()))
}
