//! What the API shows of the funnel.

use async_graphql::{Context, Object, SimpleObject};
use shared::{Dong, FunnelStep};

use super::{counting::Row, survival::Point};
use crate::{
    agreements::types::Agreement,
    graphql::{context::Ask, date::Date},
    introductions::types::Introduction,
    numbers::int,
};

/// How far introductions came; each figure opens its rows by `funnelRows`.
#[derive(SimpleObject)]
pub struct AgreementFunnel {
    /// All rows.
    pub(super) total: FunnelCounts,
    /// The same rows under headings, each under one: what is counted of them adds up to the total.
    pub(super) buckets: Vec<FunnelBucket>,
    /// Medians of days between steps.
    pub(super) medians: FunnelMedians,
    /// Of all signed agreements: the share that still holds some months after it was signed (Kaplan-Meier). One that was
    /// terminated ended early; one whose term is over or that was amended was watched until then.
    pub(super) survival: Vec<SurvivalPoint>,
}

/// How many rows made each step, and what they are worth.
#[derive(Clone, Copy, Debug, SimpleObject)]
pub struct FunnelCounts {
    /// Introductions, and agreements that came without one.
    pub introduced: i32,
    /// An agreement was sent, or recorded from paper.
    pub proposed: i32,
    /// One was signed.
    pub signed: i32,
    /// Both sides confirm that something was delivered.
    pub delivered: i32,
    /// They did so twice, or renewed an agreement under which something was delivered.
    pub repeated: i32,
    /// Nothing comes of it any more, and nothing was delivered.
    pub lapsed: i32,
    /// Promised over the terms of signed agreements, in whole đồng, where lines have a price. Of one that was amended only
    /// until the amendment holds.
    pub promised_value: Dong,
    /// What both sides confirm of that.
    pub confirmed_value: Dong,
    /// Lines of signed agreements without a price, which no value counts.
    pub lines_without_price: i32,
}

/// Rows under one heading.
#[derive(SimpleObject)]
pub struct FunnelBucket {
    /// For `funnelRows`; empty where nothing is known (no event, no group).
    pub(super) key: String,
    /// How it is called; null where nothing is known.
    pub(super) label: Option<String>,
    /// What is counted.
    pub(super) counts: FunnelCounts,
}

/// Medians of days between steps; null where none made the step on a day that is known.
#[derive(Clone, Copy, Debug, SimpleObject)]
pub struct FunnelMedians {
    /// From the introduction to the first agreement that was sent.
    pub introduced_to_proposed: Option<i32>,
    /// From there to the signature.
    pub proposed_to_signed: Option<i32>,
    /// From the signature to the end of the first time in which something was delivered.
    pub signed_to_delivered: Option<i32>,
    /// From there to the next such time, or the signature of a renewal.
    pub delivered_to_repeated: Option<i32>,
}

/// What of all signed agreements still holds after some months.
#[derive(Clone, Copy, Debug, SimpleObject)]
pub struct SurvivalPoint {
    /// Months since the signature.
    pub month: i32,
    /// Agreements that were watched that long.
    pub watched: i32,
    /// The share of all, in thousandths of one.
    pub share: i32,
}

impl From<Point> for SurvivalPoint {
    fn from(point: Point) -> Self {
        Self {
            month: int(point.month as usize),
            watched: int(point.watched),
            share: int(point.share as usize),
        }
    }
}

/// One row behind a figure: an introduction, an agreement, or both.
pub struct FunnelRow {
    pub(super) row: Row,
    pub(super) retailer_name: String,
    pub(super) producer_name: String,
}

/// One row behind a figure: an introduction, an agreement, or both.
#[Object]
impl FunnelRow {
    /// The introduction; null for agreements that came without one.
    async fn introduction(&self) -> Option<Introduction> {
        self.row.introduction.clone().map(Introduction::from)
    }
    /// The agreement that counts most: the latest that was signed, or else the latest that was sent.
    async fn agreement(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Agreement>> {
        let Some(id) = self.row.agreement else { return Ok(None) };
        Ok(ctx.load(id).await?.map(Agreement::from))
    }
    /// Who would buy.
    async fn retailer_name(&self) -> &str {
        &self.retailer_name
    }
    /// Who would deliver.
    async fn producer_name(&self) -> &str {
        &self.producer_name
    }
    /// The product, as it was called then; of several goods the first.
    async fn product_name(&self) -> Option<&str> {
        self.row.product_name.as_deref()
    }
    /// The day of the introduction, or on which the first agreement was sent or signed.
    async fn began_on(&self) -> Date {
        Date(self.row.began_on)
    }
    /// The furthest step; `LAPSED` for one of which nothing comes any more.
    async fn step(&self) -> FunnelStep {
        self.row.path.stands_at()
    }
    /// What its signed agreements promise; null when no line has a price.
    async fn promised_value(&self) -> Option<Dong> {
        self.row.promised
    }
    /// What both sides confirm of that.
    async fn confirmed_value(&self) -> Option<Dong> {
        self.row.confirmed
    }
}
