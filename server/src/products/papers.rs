//! Ratings and certificates of a product in the API.

use std::cmp::Reverse;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, NaiveDate, Utc};
use shared::{PartialDate, StarState};

use super::{groups::CertificateKind, stars::decision_among};
use crate::{
    calendar,
    catalogue::{access, parts::PaperFile},
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
    /// All ratings of one product, the latest first.
    pub(crate) fn latest_first(rows: Vec<star_decision::Model>) -> Vec<Self> {
        let today = calendar::today();
        let of =
            |row: &star_decision::Model| Self { row: row.clone(), rule: decision_among(row, &rows), today };
        let mut decisions: Vec<Self> = rows.iter().map(of).collect();
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
    /// What it is worth today.
    async fn state(&self) -> StarState {
        self.rule.state_on(self.today)
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
}

/// A paper of a product or of its maker.
#[derive(Clone, Debug)]
pub struct Certificate(pub(crate) certificate::Model);

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
    /// Its scan, for people of its owner and the staff who look after it; null for all others.
    async fn file(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<PaperFile>> {
        let Some(id) = self.0.file_id else { return Ok(None) };
        if !access::may_see(ctx.app().database.read(), ctx.viewer(), &self.0).await? {
            return Ok(None);
        }
        Ok(ctx.load(id).await?.map(PaperFile::from))
    }
    /// Counts the changes; an edit names the version it was made from.
    async fn version(&self) -> i32 {
        self.0.version
    }
}
