//! What the API shows of a round: what was chosen, and how far it is.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject, connection::Connection};
use chrono::{DateTime, Utc};
use shared::{Era, NeedId, RoundRuleKind, RoundStatus, UnservedReason, limits::SEARCH_COST};

use super::{
    candidates::{self, RoundCandidate},
    items::RoundItem,
    listing::{self, Pairs},
    loaders::{NeedCountOf, PlanOf},
    plan_types::{RoundLine, RoundOutcome, RoundPair, lines},
    solving::progress,
    stored::StoredSaid,
};
use crate::{
    admin_units::graphql::AdminUnit,
    entities::{round, round_need, round_rule},
    error::{Error, Result},
    events::types::Event,
    graphql::{
        context::{Ask, parse_id},
        loaders::CardOf,
        page::{self, Page, Total},
        said::Said,
    },
    matches::graphql::MatchWeights,
    needs::types::Need,
    numbers::int,
    products::{graphql::Product, groups::ProductGroup},
};

/// A round of matching.
pub struct Round(Arc<round::Model>);

/// For staff of the city.
impl From<round::Model> for Round {
    fn from(row: round::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl From<StoredSaid> for Said {
    fn from(said: StoredSaid) -> Self {
        Self { vi: said.vi, en: said.en }
    }
}

/// A round of matching.
#[Object]
impl Round {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.into()
    }
    /// What staff call it.
    async fn name(&self) -> &str {
        &self.0.name
    }
    /// The event it prepares.
    async fn event(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Event>> {
        let Some(event) = self.0.event_id else { return Ok(None) };
        Ok(ctx.load(event).await?.map(Event::from))
    }
    /// Where it stands.
    async fn status(&self) -> RoundStatus {
        self.0.status
    }
    /// How often what counts in it has changed; to be named by edits.
    async fn version(&self) -> i32 {
        self.0.version
    }
    /// When it was begun.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }
    /// The name of who began it.
    async fn created_by(&self, ctx: &Context<'_>) -> async_graphql::Result<String> {
        Ok(ctx.load(self.0.created_by).await?.map(|account| account.name.clone()).unwrap_or_default())
    }
    /// When it was last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.0.updated_at
    }
    /// When its pairs were introduced to each other.
    async fn accepted_at(&self) -> Option<DateTime<Utc>> {
        self.0.accepted_at
    }
    /// Suppliers of a need at most, unless it has a cap of its own.
    async fn need_cap(&self) -> i32 {
        self.0.need_cap
    }
    /// Needs of a product at most, likewise.
    async fn product_cap(&self) -> i32 {
        self.0.product_cap
    }
    /// Pairs of all products of a producer together at most, likewise.
    async fn producer_cap(&self) -> i32 {
        self.0.producer_cap
    }
    /// Only products of these groups or those below them; all if empty.
    #[graphql(complexity = "10 * child_complexity")]
    async fn groups(&self, ctx: &Context<'_>) -> Vec<ProductGroup> {
        let labels = ctx.app().labels();
        let group = |code: &String| labels.group(code).map(ProductGroup::from);
        self.0.scope.groups.iter().filter_map(group).collect()
    }
    /// Only products from these provinces of today; all if empty.
    #[graphql(complexity = "10 * child_complexity")]
    async fn provinces(&self, ctx: &Context<'_>) -> Vec<AdminUnit> {
        let labels = ctx.app().labels();
        let province = |code: &String| labels.province(Era::Current, code).cloned().map(AdminUnit);
        self.0.scope.provinces.iter().filter_map(province).collect()
    }
    /// Whether only products of producers that are approved for its event are taken in.
    async fn of_participants(&self) -> bool {
        self.0.scope.of_participants
    }
    /// Only products with so many stars that certainly hold.
    async fn min_stars(&self) -> Option<i32> {
        self.0.scope.min_stars.map(i32::from)
    }
    /// Products of a need that are weighed at most, the best of those that pass.
    async fn candidates_per_need(&self) -> i32 {
        self.0.candidates
    }
    /// How much each part of a score counts in it.
    async fn weights(&self) -> MatchWeights {
        self.0.weights.0.into()
    }
    /// How many needs are taken in.
    async fn need_count(&self, ctx: &Context<'_>) -> async_graphql::Result<i32> {
        let count = ctx.load(NeedCountOf(self.0.id)).await?.unwrap_or_default();
        Ok(int(count))
    }
    /// The needs in the order they came in; of `unserved` only those that got nothing in the plan.
    #[graphql(complexity = "SEARCH_COST + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity")]
    async fn needs(
        &self,
        ctx: &Context<'_>,
        unserved: Option<bool>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, RoundNeed, Total>> {
        const LIST: &str = "round.needs";
        let (rows, database) = (page::rows(first)?, &ctx.app().database);
        let place = page::key(LIST, after.as_deref())?;
        let listed =
            listing::needs(database, self.0.id, unserved.unwrap_or_default(), place, rows + 1).await?;
        let caps = listing::caps_of_needs(database, self.0.id).await?;
        let page = Page::cut(LIST, listed.rows, rows, |row| row.number);
        let page = page.map(|row| RoundNeed { cap: caps.get(&row.need_id).copied(), row });
        Ok(page.into_connection(after.as_deref(), Total::from(listed.total)))
    }
    /// The caps of single items.
    #[graphql(complexity = "SEARCH_COST + 50 * child_complexity")]
    async fn caps(&self, ctx: &Context<'_>) -> Result<Vec<RoundCap>> {
        let rows = listing::caps(&ctx.app().database, self.0.id).await?;
        let cap = |row: crate::entities::round_cap::Model| RoundCap {
            item: RoundItem { kind: row.kind, id: row.item_id },
            cap: row.cap,
        };
        Ok(rows.into_iter().map(cap).collect())
    }
    /// Pins and forbids.
    #[graphql(complexity = "SEARCH_COST + 50 * child_complexity")]
    async fn rules(&self, ctx: &Context<'_>) -> Result<Vec<RoundRule>> {
        let rows = listing::rules(&ctx.app().database, self.0.id).await?;
        Ok(rows.into_iter().map(RoundRule).collect())
    }
    /// While a plan is looked for.
    async fn solving(&self) -> Option<RoundSolving> {
        progress(&self.0).map(|percent| RoundSolving { percent })
    }
    /// Why the last attempt to solve it found no plan; null when it found one.
    async fn problem(&self) -> Option<Said> {
        self.0.problem.clone().map(Said::from)
    }
    /// The plan that was found last; of what was chosen then, see `status`.
    async fn outcome(&self) -> Option<RoundOutcome> {
        RoundOutcome::of(&self.0)
    }
    /// The pairs of the plan: in the order of the needs, of each the better first; of `skipped` only those that something
    /// kept from being introduced.
    #[graphql(complexity = "SEARCH_COST + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity")]
    async fn pairs(
        &self,
        ctx: &Context<'_>,
        need: Option<ID>,
        skipped: Option<bool>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, RoundPair, Total>> {
        const LIST: &str = "round.pairs";
        let rows = page::rows(first)?;
        let need = need.map(|need| parse_id::<NeedId>(&need, "need")).transpose()?;
        let which = Pairs { need, skipped: skipped.unwrap_or_default() };
        let place = page::key(LIST, after.as_deref())?;
        let listed = listing::pairs(&ctx.app().database, self.0.id, &which, place, rows + 1).await?;
        let page = Page::cut(LIST, listed.rows, rows, |row| row.number);
        Ok(page.map(RoundPair).into_connection(after.as_deref(), Total::from(listed.total)))
    }
    /// The products it weighs for one of its needs, the best first: those that may be pinned or forbidden. At most 100.
    #[graphql(complexity = "SEARCH_COST + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity")]
    async fn candidates(
        &self,
        ctx: &Context<'_>,
        need: ID,
        first: Option<i32>,
    ) -> Result<Vec<RoundCandidate>> {
        let (rows, need) = (page::rows(first)?, parse_id::<NeedId>(&need, "need")?);
        candidates::of(ctx.app(), (*self.0).clone(), need, rows).await
    }
    /// The pairs of the plan as lines between places, at most 500, those with the most pairs first. Sides whose place is
    /// not known are left out.
    #[graphql(complexity = "SEARCH_COST + 100 * child_complexity")]
    async fn lines(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<RoundLine>> {
        let plan = ctx.load(PlanOf(self.0.id)).await?.unwrap_or_default();
        Ok(lines(&ctx.app().database, plan).await?)
    }
}

/// How far the plan is.
#[derive(SimpleObject)]
pub struct RoundSolving {
    /// 0 to 100.
    percent: i32,
}

/// A need that is taken in.
pub struct RoundNeed {
    row: round_need::Model,
    cap: Option<i32>,
}

/// A need that is taken in.
#[Object]
impl RoundNeed {
    /// The need.
    async fn need(&self, ctx: &Context<'_>) -> async_graphql::Result<Need> {
        need(ctx, self.row.need_id).await
    }
    /// Its own cap.
    async fn cap(&self) -> Option<i32> {
        self.cap
    }
    /// Pairs of the plan.
    async fn pairs(&self) -> i32 {
        self.row.planned
    }
    /// Why it has none in the plan.
    async fn unserved(&self) -> Option<RoundUnserved> {
        let reason = self.row.unserved?;
        let says = super::reasons::says(reason, self.row.full_products, self.row.full_producers);
        Some(RoundUnserved { reason, says })
    }
}

/// Why a need has no pair.
#[derive(SimpleObject)]
pub struct RoundUnserved {
    /// The first that applies.
    reason: UnservedReason,
    /// In a sentence.
    says: Said,
}

/// A cap of a single item.
#[derive(SimpleObject)]
pub struct RoundCap {
    /// Whose.
    item: RoundItem,
    /// At most so many.
    cap: i32,
}

/// A pair that is pinned or forbidden.
pub struct RoundRule(round_rule::Model);

/// A pair that is pinned or forbidden.
#[Object]
impl RoundRule {
    /// Which of the two.
    async fn kind(&self) -> RoundRuleKind {
        self.0.kind
    }
    /// The need.
    async fn need(&self, ctx: &Context<'_>) -> async_graphql::Result<Need> {
        need(ctx, self.0.need_id).await
    }
    /// The product; null while it is not published.
    async fn product(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Product>> {
        Ok(ctx.load(CardOf(self.0.product_id)).await?.map(Product::from))
    }
    /// The id of the product.
    async fn product_id(&self) -> ID {
        self.0.product_id.into()
    }
}

/// A need of a round; its row goes when the need does.
pub(super) async fn need(ctx: &Context<'_>, id: NeedId) -> async_graphql::Result<Need> {
    Ok(ctx.load(id).await?.map(Need::from).ok_or(Error::NotFound("need"))?)
}
