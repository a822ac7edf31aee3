//! What the API shows of checks, to the two sides and their staff.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject};
use chrono::{DateTime, Utc};
use shared::{DeliveryCheckKind, DeliveryCheckState, DeliveryOutcome, DeliveryProblem, Quantity, TradeParty};

use super::{
    case::Case,
    followed::{Check, Followed},
};
use crate::{
    agreements::{types::Agreement, version_type::AgreementLine},
    calendar,
    entities::{agreement_line, delivery_answer},
    error::Error,
    graphql::{context::Ask, date::Date},
};

/// One asking of both sides what was delivered.
pub struct DeliveryCheck(Case);

/// For whoever may know of the agreement.
impl From<Case> for DeliveryCheck {
    fn from(case: Case) -> Self {
        Self(case)
    }
}

impl DeliveryCheck {
    /// All of an agreement, in the order of time, for whoever may know of it.
    pub(crate) fn all(followed: &Arc<Followed>) -> Vec<Self> {
        let case = |check: &Check| Self(Case { followed: followed.clone(), check: check.clone() });
        followed.checks.iter().map(case).collect()
    }

    /// Whose answers the viewer may see.
    fn shown(&self, ctx: &Context<'_>) -> Vec<TradeParty> {
        let somebody = ctx.signed_in().ok();
        somebody.map(|somebody| self.0.shown_to(somebody, calendar::today())).unwrap_or_default()
    }
}

/// One asking of both sides what was delivered.
#[Object]
impl DeliveryCheck {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.check.row.id.into()
    }
    /// Which of the checks of the agreement.
    async fn kind(&self) -> DeliveryCheckKind {
        self.0.check.row.kind
    }
    /// Where it stands.
    async fn state(&self) -> DeliveryCheckState {
        self.0.check.row.state
    }
    /// The agreement it is about.
    async fn agreement(&self, ctx: &Context<'_>) -> async_graphql::Result<Agreement> {
        let row = ctx.load(self.0.followed.agreement.id).await?;
        Ok(row.ok_or(Error::NotFound("agreement"))?.into())
    }
    /// First day of the time it is about.
    async fn begins_on(&self) -> Date {
        Date(self.0.check.row.begins_on)
    }
    /// Last day of the time it is about.
    async fn ends_on(&self) -> Date {
        Date(self.0.check.row.ends_on)
    }
    /// The day on which both sides are asked.
    async fn asked_on(&self) -> Date {
        Date(self.0.check.row.asked_on)
    }
    /// The last day on which they can answer.
    async fn closes_on(&self) -> Date {
        Date(self.0.check.row.closes_on)
    }
    /// For which side the viewer can answer now, or change the answer; of both the one that has not answered; null when
    /// none.
    async fn viewer_answers_as(&self, ctx: &Context<'_>) -> Option<TradeParty> {
        self.0.answers_as(ctx.signed_in().ok()?, calendar::today())
    }
    /// What is promised and what each side says was delivered, line by line.
    #[graphql(complexity = "10 * child_complexity")]
    async fn lines(&self, ctx: &Context<'_>) -> Vec<DeliveryLine<'_>> {
        let shown = self.shown(ctx);
        let line = |line| DeliveryLine { case: &self.0, line, shown: shown.clone() };
        self.0.followed.lines.iter().map(line).collect()
    }
    /// What each side has said. While it can be answered, the other side's is seen once the own is given.
    #[graphql(complexity = "2 * child_complexity")]
    async fn answers(&self, ctx: &Context<'_>) -> Vec<DeliveryAnswer> {
        let shown = self.shown(ctx);
        let answers = self.0.check.answers.iter().filter(|answer| shown.contains(&answer.party));
        answers.cloned().map(DeliveryAnswer::from).collect()
    }
}

/// A line of an agreement within the time of a check.
pub struct DeliveryLine<'a> {
    case: &'a Case,
    line: &'a Arc<agreement_line::Model>,
    shown: Vec<TradeParty>,
}

impl DeliveryLine<'_> {
    fn said(&self, party: TradeParty) -> Option<Quantity> {
        if self.shown.contains(&party) { self.case.check.said(party, self.line.id) } else { None }
    }
}

/// A line of an agreement within the time of a check.
#[Object]
impl DeliveryLine<'_> {
    /// The line.
    async fn line(&self, ctx: &Context<'_>) -> async_graphql::Result<AgreementLine> {
        let agreement = ctx.load(self.line.agreement_id).await?.ok_or(Error::NotFound("agreement"))?;
        Ok(AgreementLine::new(self.line.clone(), Arc::new(agreement.version.clone())))
    }
    /// How much is promised within the time.
    async fn promised(&self) -> Quantity {
        self.case.followed.promised(self.line, &self.case.check.days())
    }
    /// How much was delivered, as the retailer says; null while that may not be seen.
    async fn by_side_retailer(&self) -> Option<Quantity> {
        self.said(TradeParty::Retailer)
    }
    /// How much was delivered, as the producer says; null while that may not be seen.
    async fn by_side_producer(&self) -> Option<Quantity> {
        self.said(TradeParty::Producer)
    }
    /// What both sides confirm: of the two amounts the smaller. Null until both have answered with the same, which is a
    /// tenth of difference in a line at most.
    async fn confirmed(&self) -> Option<Quantity> {
        self.case.check.confirmed(self.line.id)
    }
}

/// What a side has said of a time.
#[derive(SimpleObject)]
pub struct DeliveryAnswer {
    /// Which side.
    party: TradeParty,
    /// How much of what is promised was delivered.
    outcome: DeliveryOutcome,
    /// What went wrong; null when nothing is named.
    problem: Option<DeliveryProblem>,
    /// Its words.
    note: Option<String>,
    /// When it said so last.
    answered_at: DateTime<Utc>,
}

impl From<delivery_answer::Model> for DeliveryAnswer {
    fn from(row: delivery_answer::Model) -> Self {
        let delivery_answer::Model { party, outcome, problem, note, answered_at, .. } = row;
        Self { party, outcome, problem, note, answered_at }
    }
}
