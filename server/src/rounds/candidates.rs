//! The products that a round weighs for one of its needs: those that staff may pin or forbid, with the scores they have there.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use shared::NeedId;

use super::{choices::Choices, items::organisation_name};
use crate::{
    app::App,
    calendar,
    entities::round,
    error::{Error, Result},
    graphql::{context::Ask, loaders::CardOf},
    matches::{NeedWeighed, Weighed},
    numbers::int,
    products::graphql::Product,
};

/// A product that a round weighs for a need.
pub struct RoundCandidate(Weighed);

/// A product that a round weighs for a need.
#[Object]
impl RoundCandidate {
    /// The product; null if it was hidden a moment ago.
    async fn product(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Product>> {
        Ok(ctx.load(CardOf(self.0.product)).await?.map(Product::from))
    }
    /// The id of the product.
    async fn product_id(&self) -> ID {
        self.0.product.into()
    }
    /// Who makes it.
    async fn producer_name(&self, ctx: &Context<'_>) -> async_graphql::Result<String> {
        Ok(organisation_name(ctx, self.0.producer).await?.unwrap_or_default())
    }
    /// Its score in this round, in hundredths of a point.
    async fn score(&self) -> i32 {
        int(self.0.score)
    }
    /// Gates that are not met; only pinned products miss some.
    async fn not_met(&self) -> i32 {
        int(self.0.not_met)
    }
    /// Gates of which nobody knows.
    async fn unknown(&self) -> i32 {
        int(self.0.unknown)
    }
}

/// The best of them; none for a need that is not open any more.
pub(super) async fn of(
    app: &Arc<App>,
    round: round::Model,
    need: NeedId,
    rows: usize,
) -> Result<Vec<RoundCandidate>> {
    let choices = Choices::read(app.database.read(), &app.labels(), round, calendar::today()).await?;
    if choices.needs.iter().all(|row| row.need_id != need) {
        return Err(Error::NotFound("need"));
    }
    let how = choices.weighing.clone();
    let weighed = app.market.ask(app, move |market| market.weigh(need, &how)).await?;
    let candidates = match weighed {
        NeedWeighed::Open { candidates, .. } => candidates,
        NeedWeighed::NotOpen => Vec::new(),
    };
    Ok(candidates.into_iter().take(rows).map(RoundCandidate).collect())
}
