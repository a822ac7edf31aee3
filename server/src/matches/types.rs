//! What the API shows of matches.

use std::sync::Arc;

use async_graphql::{ComplexObject, Context, Object, SimpleObject};
use chrono::{DateTime, NaiveTime, Utc};
use matchmaking::said;
use shared::{GateKind, GateState, IntroductionHindrance, Mend, ScorePartKind};

use super::{
    blockers::Opening as Seen,
    finding::{Explained, GateSaid, PartSaid},
};
use crate::{
    admin_units::graphql::AdminUnit,
    error::Error,
    graphql::{context::Ask, page, said::Said},
    introductions::{
        loaders::{HindrancesOf, LatestAbout},
        types::Introduction,
    },
    needs::types::Need,
    numbers::int,
    products::{graphql::Product, groups::ProductGroup},
    requirements::Requirement,
};

impl From<said::Said> for Said {
    fn from(said: said::Said) -> Self {
        Self { vi: said.vi, en: said.en }
    }
}

/// How far a product answers a need.
#[derive(Clone)]
pub struct Fit(Arc<Explained>);

impl Fit {
    pub(super) fn new(pair: Explained) -> Self {
        Self(Arc::new(pair))
    }

    fn count(&self, state: GateState) -> i32 {
        int(self.0.count(state))
    }
}

/// How far a product answers a need.
#[Object]
impl Fit {
    /// 0 to 100.
    async fn score(&self) -> i32 {
        i32::try_from((self.0.score + 50) / 100).unwrap_or(100)
    }
    /// What the need asks, each met, not met or unknown; the same ones in the same order for all products of a need.
    #[graphql(complexity = "10 * child_complexity")]
    async fn gates(&self) -> Vec<Gate<'_>> {
        self.0.gates.iter().map(Gate).collect()
    }
    /// What the score is made of.
    #[graphql(complexity = "9 * child_complexity")]
    async fn parts(&self) -> Vec<ScorePart<'_>> {
        self.0.parts.iter().map(ScorePart).collect()
    }
    /// How many gates are met.
    async fn met(&self) -> i32 {
        self.count(GateState::Met)
    }
    /// How many are not.
    async fn not_met(&self) -> i32 {
        self.count(GateState::NotMet)
    }
    /// Of how many nobody knows.
    async fn unknown(&self) -> i32 {
        self.count(GateState::Unknown)
    }
    /// The two parts that speak for it most: of the score they bring the most points above the middle.
    #[graphql(complexity = "2 * child_complexity")]
    async fn strongest(&self) -> Vec<ScorePart<'_>> {
        let mut parts: Vec<&PartSaid> = self.0.parts.iter().filter(|part| part.value > MIDDLE).collect();
        parts.sort_by_key(|part| std::cmp::Reverse(u64::from(part.weight) * u64::from(part.value - MIDDLE)));
        parts.into_iter().take(2).map(ScorePart).collect()
    }
}

/// A need and a product, and how far the one answers the other.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct Match {
    #[graphql(flatten)]
    fit: Fit,
}

impl From<Fit> for Match {
    fn from(fit: Fit) -> Self {
        Self { fit }
    }
}

/// A need and a product, and how far the one answers the other.
#[ComplexObject]
impl Match {
    /// The need.
    async fn need(&self, ctx: &Context<'_>) -> async_graphql::Result<Need> {
        Ok(ctx.load(self.fit.0.need).await?.ok_or(Error::NotFound("need"))?.into())
    }
    /// The product.
    async fn product(&self, ctx: &Context<'_>) -> async_graphql::Result<Product> {
        Product::require(ctx, self.fit.0.product).await
    }
    /// The latest introduction of the two about this, if there was one.
    async fn introduction(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Introduction>> {
        let about = LatestAbout { need: self.fit.0.need, product: self.fit.0.product };
        Ok(ctx.load(about).await?.map(Introduction::from))
    }
    /// What keeps the viewer from proposing an introduction; empty when nothing does.
    async fn hindrances(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<IntroductionHindrance>> {
        let of = HindrancesOf {
            need: self.fit.0.need,
            product: self.fit.0.product,
            viewer: ctx.viewer().clone().into(),
        };
        Ok(ctx.load(of).await?.unwrap_or_else(|| vec![IntroductionHindrance::NotOpen]))
    }
}

/// Half of what a part can be.
const MIDDLE: u32 = matchmaking::scoring::WHOLE / 2;

/// One thing that a need asks.
pub struct Gate<'a>(&'a GateSaid);

/// One thing that a need asks.
#[Object]
impl Gate<'_> {
    /// What kind of thing.
    async fn kind(&self) -> GateKind {
        self.0.kind
    }
    /// Whether it lets the pair through.
    async fn state(&self) -> GateState {
        self.0.state
    }
    /// Which requirement, for papers and all that buyers ask else.
    async fn requirement(&self, ctx: &Context<'_>) -> Option<Requirement> {
        let labels = ctx.app().labels();
        Some(Requirement::new(labels.requirement(self.0.requirement.as_deref()?)?, &labels))
    }
    /// What is asked and what is known, in a sentence.
    async fn says(&self) -> Said {
        self.0.says.clone().into()
    }
    /// What would mend it; null when it is met or can't be mended.
    async fn mends(&self) -> Option<Said> {
        self.0.mends.clone().map(Said::from)
    }
    /// Where the producer mends it.
    async fn mend(&self) -> Option<Mend> {
        self.0.mend
    }
    /// When the fact was last confirmed, to the day.
    async fn as_of(&self) -> Option<DateTime<Utc>> {
        self.0.as_of.map(|day| day.and_time(NaiveTime::MIN).and_utc())
    }
}

/// A part of a score.
pub struct ScorePart<'a>(&'a PartSaid);

/// A part of a score.
#[Object]
impl ScorePart<'_> {
    /// Which part.
    async fn kind(&self) -> ScorePartKind {
        self.0.kind
    }
    /// 0 to 1.
    async fn value(&self) -> f64 {
        f64::from(self.0.value) / f64::from(matchmaking::scoring::WHOLE)
    }
    /// How much it counts among the others.
    async fn weight(&self) -> i32 {
        i32::from(self.0.weight)
    }
    /// Why, in a sentence.
    async fn says(&self) -> Said {
        self.0.says.clone().into()
    }
}

/// A gate that keeps producers from needs.
pub struct Opening {
    seen: Seen,
    matches: Vec<Fit>,
}

impl Opening {
    pub(super) fn new(mut seen: Seen) -> Self {
        let matches = std::mem::take(&mut seen.pairs).into_iter().map(Fit::new).collect();
        Self { seen, matches }
    }
}

/// A gate that keeps producers from needs.
#[Object]
impl Opening {
    /// What kind of gate.
    async fn kind(&self) -> GateKind {
        self.seen.kind
    }
    /// Which requirement, for papers and all that buyers ask else.
    async fn requirement(&self, ctx: &Context<'_>) -> Option<Requirement> {
        let labels = ctx.app().labels();
        Some(Requirement::new(labels.requirement(self.seen.requirement.as_deref()?)?, &labels))
    }
    /// Where the producer mends it.
    async fn mend(&self) -> Option<Mend> {
        self.seen.mend
    }
    /// Needs that only this keeps away.
    async fn needs(&self) -> i32 {
        int(self.seen.needs)
    }
    /// Products it concerns.
    async fn products(&self) -> i32 {
        int(self.seen.products)
    }
    /// What would help, in a sentence.
    async fn says(&self) -> Said {
        self.seen.says.clone().into()
    }
    /// Some of the pairs, the best first; at most 20.
    #[graphql(complexity = "first.unwrap_or(5).clamp(0, 20) as usize * child_complexity")]
    async fn matches(&self, first: Option<i32>) -> crate::error::Result<Vec<Match>> {
        let rows = page::rows(first.or(Some(5)))?;
        Ok(self.matches.iter().take(rows).cloned().map(Match::from).collect())
    }
}

/// Needs that nothing fits, of a group of goods or of a province they are wanted from.
#[derive(SimpleObject)]
pub struct UnmetDemand {
    /// The group; null for needs that name none, and where they are gathered by province.
    pub(super) group: Option<ProductGroup>,
    /// The province of either era; null for needs that name none, and where they are gathered by group.
    pub(super) province: Option<AdminUnit>,
    /// The needs; at most 100.
    #[graphql(complexity = "20 * child_complexity")]
    pub(super) needs: Vec<Need>,
    /// Products that miss one gate or two.
    pub(super) almost: i32,
}
