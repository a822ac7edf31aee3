//! Ratings and certificates of a product in the API.

use std::cmp::Reverse;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, NaiveDate, Utc};
use shared::{PartialDate, StarState};

use super::{groups::CertificateKind, stars::decision_among};
use crate::{
    calendar,
    catalogue::{access, papers::Entered, parts::PaperFile},
    entities::{certificate, star_decision},
    error::{Error, Result},
    graphql::{context::Ask, date::Date},
};

/// One rating of a product.
#[derive(Clone, Debug)]
pub struct StarDecision {
    row: star_decision::Model,
    rule: shared::StarDecision,
    today: NaiveDate,
}

impl StarDecision {
    /// One rating among all of its product.
    pub(crate) fn among(row: star_decision::Model, all: &[star_decision::Model]) -> Self {
        let rule = decision_among(&row, all);
        Self { row, rule, today: calendar::today() }
    }

    /// The ratings of one product that count, the latest first.
    pub(crate) fn counted(mut rows: Vec<star_decision::Model>) -> Vec<Self> {
        rows.retain(Entered::counts);
        Self::latest_first(rows)
    }

    /// All ratings of one product, the latest first; also those that staff have not confirmed.
    pub(crate) fn latest_first(rows: Vec<star_decision::Model>) -> Vec<Self> {
        let mut decisions: Vec<Self> = rows.iter().map(|row| Self::among(row.clone(), &rows)).collect();
        decisions.sort_by_key(|decision| Reverse((decision.row.signed_on, decision.row.id)));
        decisions
    }
}

/// One rating of a product.
#[Object]
impl StarDecision {
    /// Its id.
    async fn id(&self) -> ID {
        self.row.id.into()
    }
    /// 3 to 5; null for a dossier that waits for the ministry.
    async fn stars(&self) -> Option<i32> {
        self.row.stars
    }
    /// What it is worth today; `UNCERTAIN` while staff have not confirmed what its owner entered.
    async fn state(&self) -> StarState {
        if self.row.counts() { self.rule.state_on(self.today) } else { StarState::Uncertain }
    }
    /// Whether the province found it worth five stars and sent it to the ministry.
    async fn potential_five_star(&self) -> bool {
        self.row.potential_five_star
    }
    /// Mean score of the council, 0 to 100.
    async fn score(&self) -> Option<f64> {
        self.row.score
    }
    /// Number of the decision.
    async fn number(&self) -> Option<&str> {
        self.row.number.as_deref()
    }
    /// Who signed, in the words of its time.
    async fn issuer(&self) -> Option<&str> {
        self.row.issuer.as_deref()
    }
    /// When it was signed, as exactly as known.
    async fn signed_on(&self) -> Option<PartialDate> {
        self.row.signed_on
    }
    /// Last day it holds; null when the day of signing is not known.
    async fn valid_until(&self) -> Option<Date> {
        self.rule.ends_between().filter(|(first, last)| first == last).map(|(day, _)| day).map(Date)
    }
    /// Earliest day on which it can end, when only the year of signing is known.
    async fn ends_from(&self) -> Option<Date> {
        self.rule.ends_between().map(|(first, _)| first).map(Date)
    }
    /// Latest day on which it can end.
    async fn ends_to(&self) -> Option<Date> {
        self.rule.ends_between().map(|(_, last)| last).map(Date)
    }
    /// Kept until the result of a renewal, at most to this day.
    async fn extended_until(&self) -> Option<Date> {
        self.row.extended_until.map(Date)
    }
    /// When it was taken back.
    async fn withdrawn_on(&self) -> Option<Date> {
        self.row.withdrawn_on.map(Date)
    }
    /// Whether its owner entered it here; it counts once staff have confirmed it.
    async fn entered_here(&self) -> bool {
        self.row.entered_by.is_some()
    }
    /// When its owner entered it.
    async fn entered_at(&self) -> Option<DateTime<Utc>> {
        self.row.entered_at
    }
    /// When staff confirmed that it is what it says.
    async fn confirmed_at(&self) -> Option<DateTime<Utc>> {
        self.row.confirmed_at
    }
    /// When staff said that it is not.
    async fn refused_at(&self) -> Option<DateTime<Utc>> {
        self.row.refused_at
    }
    /// Why not; for people of its owner and the staff who look after it.
    async fn refused_because(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<&str>> {
        let is_theirs = access::is_theirs(ctx, Some(self.row.product_id), None).await?;
        Ok(self.row.refused_because.as_deref().filter(|_| is_theirs))
    }
    /// Its scan, for people of its owner and the staff who look after it; null for all others.
    async fn file(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<PaperFile>> {
        access::scan(ctx, self.row.file_id, Some(self.row.product_id), None).await
    }
    /// Counts the changes; who decides on it names the version they have read.
    async fn version(&self) -> i32 {
        self.row.version
    }
}

/// A paper of a product or of its maker.
#[derive(Clone, Debug)]
pub struct Certificate(pub(crate) certificate::Model);

impl Certificate {
    /// The papers that everybody may see: all but those that staff refused.
    pub(crate) fn shown(rows: impl Iterator<Item = certificate::Model>) -> Vec<Self> {
        rows.filter(|row| !row.is_refused()).map(Self).collect()
    }
}

/// A paper of a product or of its maker.
#[Object]
impl Certificate {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.into()
    }
    /// What kind of paper.
    async fn kind(&self, ctx: &Context<'_>) -> Result<CertificateKind> {
        let labels = ctx.app().labels();
        let kind = labels.certificate_kind(&self.0.kind_code).map(CertificateKind::from);
        kind.ok_or(Error::NotFound("certificate kind"))
    }
    /// Whether it is the maker's, for all it makes, and not of one product alone.
    async fn of_producer(&self) -> bool {
        self.0.organisation_id.is_some()
    }
    /// Its number.
    async fn number(&self) -> Option<&str> {
        self.0.number.as_deref()
    }
    /// Who issued it.
    async fn issuer(&self) -> Option<&str> {
        self.0.issuer.as_deref()
    }
    /// When it was issued.
    async fn issued_on(&self) -> Option<PartialDate> {
        self.0.issued_on
    }
    /// Last day it holds.
    async fn valid_until(&self) -> Option<Date> {
        self.0.valid_until.map(Date)
    }
    /// Whether its owner entered it here; null `confirmedAt` says then that nobody else has looked at it.
    async fn entered_here(&self) -> bool {
        self.0.entered_by.is_some()
    }
    /// When staff confirmed that it is what it says.
    async fn confirmed_at(&self) -> Option<DateTime<Utc>> {
        self.0.confirmed_at
    }
    /// When its owner last entered it.
    async fn entered_at(&self) -> Option<DateTime<Utc>> {
        self.0.entered_at
    }
    /// When staff said that it is not.
    async fn refused_at(&self) -> Option<DateTime<Utc>> {
        self.0.refused_at
    }
    /// Why not; for people of its owner and the staff who look after it.
    async fn refused_because(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<&str>> {
        let is_theirs = access::is_theirs(ctx, self.0.product_id, self.0.organisation_id).await?;
        Ok(self.0.refused_because.as_deref().filter(|_| is_theirs))
    }
    /// Its scan, for people of its owner and the staff who look after it; null for all others.
    async fn file(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<PaperFile>> {
        access::scan(ctx, self.0.file_id, self.0.product_id, self.0.organisation_id).await
    }
    /// Counts the changes; an edit names the version it was made from.
    async fn version(&self) -> i32 {
        self.0.version
    }
}
