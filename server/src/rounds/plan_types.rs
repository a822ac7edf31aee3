//! What the API shows of a plan: its proof, its pairs, how they are spread, and what the caps cost.

use std::collections::{BTreeMap, HashMap, HashSet};

use async_graphql::{Context, ID, Object, SimpleObject};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::{IntroductionHindrance, OrganisationId, RoundId};

use super::{
    accepting,
    items::{RoundItem, organisation_name},
    loaders::PlanOf,
    spread::{RoundSpread, spread},
    stored::Outcome,
    types::need,
};
use crate::{
    admin_units::graphql::Location,
    database::Database,
    entities::{organisation, round, round_pair},
    error::Result,
    graphql::{context::Ask, loaders::CardOf, page},
    introductions::types::Introduction,
    needs::types::Need,
    numbers::int,
    products::graphql::Product,
};

/// Lines of a map.
const LINES: usize = 500;

/// A plan and its proof. Scores are in hundredths of a point: a pair that fits wholly has 10,000.
pub struct RoundOutcome {
    round: RoundId,
    kept: Outcome,
}

impl RoundOutcome {
    /// The plan of a round, if one was found.
    pub(super) fn of(round: &round::Model) -> Option<Self> {
        Some(Self { round: round.id, kept: round.outcome.clone()? })
    }
}

/// A plan and its proof. Scores are in hundredths of a point: a pair that fits wholly has 10,000.
#[Object]
impl RoundOutcome {
    /// When it was found.
    async fn solved_at(&self) -> DateTime<Utc> {
        self.kept.solved_at
    }
    /// Total score of the pairs.
    async fn objective(&self) -> i32 {
        int(self.kept.objective)
    }
    /// No plan has more: reckoned apart from the plan, from prices of the caps. Equal to `objective`, it proves that no
    /// plan is better.
    async fn bound(&self) -> i32 {
        int(self.kept.bound)
    }
    /// How many pairs it has.
    async fn pairs(&self) -> i32 {
        int(self.kept.pairs)
    }
    /// Needs with a pair.
    async fn needs_served(&self) -> i32 {
        int(self.kept.served)
    }
    /// Needs without one.
    async fn needs_unserved(&self) -> i32 {
        int(self.kept.unserved)
    }
    /// Pairs that were weighed.
    async fn candidates(&self) -> i32 {
        int(self.kept.candidates)
    }
    /// Pairs that pass and were left out because a need had better ones enough.
    async fn left_out(&self) -> i32 {
        int(self.kept.left_out)
    }
    /// Pairs that pass and were left out because they are introduced to each other already.
    async fn introduced_already(&self) -> i32 {
        int(self.kept.introduced)
    }
    /// How long it took, in milliseconds.
    async fn took_ms(&self) -> i32 {
        int(self.kept.took_ms)
    }
    /// How the pairs are spread over producers.
    async fn spread(&self, ctx: &Context<'_>) -> async_graphql::Result<RoundSpread> {
        let pairs = ctx.load(PlanOf(self.round)).await?.unwrap_or_default();
        let makers = organisations(&ctx.app().database, pairs.iter().map(|pair| pair.producer_id)).await?;
        Ok(spread(&pairs, &makers, self.kept.producers))
    }
    /// Caps that are reached, those first that cost the most; at most 100 of them.
    #[graphql(complexity = "first.unwrap_or(20).clamp(0, 100) as usize * child_complexity")]
    async fn full_caps(&self, first: Option<i32>) -> Result<Vec<FullCap>> {
        let rows = page::rows(first)?;
        let full = self.kept.full_caps.iter().take(rows).map(|full| FullCap {
            item: RoundItem { kind: full.kind, id: full.item },
            cap: int(full.cap),
            gain: int(full.gain),
        });
        Ok(full.collect())
    }
    /// How many caps are reached.
    async fn full_cap_count(&self) -> i32 {
        int(self.kept.full_cap_count)
    }
}

/// A cap that is reached.
#[derive(SimpleObject)]
pub struct FullCap {
    /// Whose.
    item: RoundItem,
    /// The cap.
    cap: i32,
    /// How much greater the total score would be were this cap greater by one and all else the same, in hundredths of a
    /// point.
    gain: i32,
}

/// A pair of a plan.
pub struct RoundPair(pub(super) round_pair::Model);

/// A pair of a plan.
#[Object]
impl RoundPair {
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
    /// The product's name, as it was called then.
    async fn product_name(&self) -> &str {
        &self.0.product_name
    }
    /// Who makes it.
    async fn producer_name(&self, ctx: &Context<'_>) -> async_graphql::Result<String> {
        Ok(organisation_name(ctx, self.0.producer_id).await?.unwrap_or_default())
    }
    /// Its score, in hundredths of a point.
    async fn score(&self) -> i32 {
        self.0.score
    }
    /// Whether staff pinned it.
    async fn is_pinned(&self) -> bool {
        self.0.is_pinned
    }
    /// Gates that are not met; only pinned pairs miss some.
    async fn not_met(&self) -> i32 {
        self.0.not_met
    }
    /// Gates of which nobody knows.
    async fn unknown(&self) -> i32 {
        self.0.unknown
    }
    /// What it became when the round was accepted.
    async fn introduction(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Introduction>> {
        let Some(id) = self.0.introduction_id else { return Ok(None) };
        Ok(ctx.load(id).await?.map(Introduction::from))
    }
    /// What kept it from being introduced when the round was accepted.
    async fn skipped(&self) -> Vec<IntroductionHindrance> {
        accepting::skipped(&self.0)
    }
}

/// Pairs between one producer and one retailer.
#[derive(SimpleObject)]
pub struct RoundLine {
    /// The name of the producer.
    producer: String,
    /// The name of the retailer.
    retailer: String,
    /// Where the producer is.
    from: Location,
    /// Where the retailer is.
    to: Location,
    /// How many pairs.
    pairs: i32,
}

/// The lines of a plan.
pub(super) async fn lines(database: &Database, plan: Vec<round_pair::Model>) -> Result<Vec<RoundLine>> {
    let mut between: BTreeMap<(OrganisationId, OrganisationId), usize> = BTreeMap::new();
    for pair in plan {
        *between.entry((pair.producer_id, pair.retailer_id)).or_default() += 1;
    }
    let sides = between.keys().flat_map(|(producer, retailer)| [*producer, *retailer]);
    let sides = organisations(database, sides).await?;
    let place = |row: &organisation::Model| {
        Location::of(row.lat, row.lon, row.coord_precision, row.coord_source.clone())
    };
    let line = |((producer, retailer), pairs): ((OrganisationId, OrganisationId), usize)| {
        let (producer, retailer) = (sides.get(&producer)?, sides.get(&retailer)?);
        Some(RoundLine {
            producer: producer.name.clone(),
            retailer: retailer.name.clone(),
            from: place(producer)?,
            to: place(retailer)?,
            pairs: int(pairs),
        })
    };
    let mut lines: Vec<RoundLine> = between.into_iter().filter_map(line).collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.pairs));
    lines.truncate(LINES);
    Ok(lines)
}

async fn organisations(
    database: &Database,
    ids: impl IntoIterator<Item = OrganisationId>,
) -> Result<HashMap<OrganisationId, organisation::Model>> {
    let ids: HashSet<OrganisationId> = ids.into_iter().collect();
    let rows = organisation::Entity::find().filter(organisation::Column::Id.is_in(ids));
    Ok(rows.all(database.read()).await?.into_iter().map(|row| (row.id, row)).collect())
}
