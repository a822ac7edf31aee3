//! An agreement with its goods and all that was asked and said about them, and what that comes to: what is promised, and
//! what both sides confirm. Only a check that both have answered with the same confirms anything, and of its two amounts
//! the smaller.

use std::{collections::HashMap, ops::RangeInclusive, sync::Arc};

use chrono::{NaiveDate, Utc};
use futures::future::BoxFuture;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use shared::{
    AgreementId, AgreementLineId, DeliveryCheckId, DeliveryCheckState, Dong, Promise, Quantity, TradeParty,
    deliveries::is_the_same_delivery, promises::worth,
};

use super::standing;
use crate::{
    agreements::stated::as_of,
    bulk, calendar,
    entities::{
        agreement, agreement_line, agreement_version, delivery_amount, delivery_answer, delivery_check,
    },
    error::Result,
    graphql::loaders::group,
};

/// An agreement with what its latest version promises and what was said about it.
#[derive(Clone, Debug)]
pub(crate) struct Followed {
    /// Its row, as it stands now.
    pub(crate) agreement: Arc<agreement::Model>,
    /// First and last day of its term.
    pub(crate) term: Option<RangeInclusive<NaiveDate>>,
    /// In the order of the document.
    pub(crate) lines: Vec<Arc<agreement_line::Model>>,
    /// In the order of time, as they stand today.
    pub(crate) checks: Vec<Check>,
}

/// A check with what was said.
#[derive(Clone, Debug)]
pub(crate) struct Check {
    pub(crate) row: delivery_check::Model,
    pub(crate) answers: Vec<delivery_answer::Model>,
    amounts: Vec<delivery_amount::Model>,
}

impl Followed {
    /// How much of a line is promised within some days; nothing without a term.
    pub(crate) fn promised(
        &self,
        line: &agreement_line::Model,
        days: &RangeInclusive<NaiveDate>,
    ) -> Quantity {
        let Some(term) = self.term.clone() else { return Quantity::default() };
        Promise { per_month: line.quantity_per_month, months: line.months, term }.within(days)
    }

    /// How much of a line both sides confirm, in all checks together.
    pub(crate) fn confirmed(&self, line: AgreementLineId) -> Quantity {
        self.checks.iter().filter_map(|check| check.confirmed(line)).sum()
    }

    /// What the lines with a price promise within some days; nothing when none has one.
    pub(crate) fn promised_value(&self, days: &RangeInclusive<NaiveDate>) -> Option<Dong> {
        self.value(|line| self.promised(line, days))
    }

    /// What both sides confirm of the lines with a price; nothing when none has one.
    pub(crate) fn confirmed_value(&self) -> Option<Dong> {
        self.value(|line| self.confirmed(line.id))
    }

    fn value(&self, amount: impl Fn(&agreement_line::Model) -> Quantity) -> Option<Dong> {
        let priced = self.lines.iter().filter_map(|line| Some((line, line.price?)));
        let values: Vec<Dong> = priced.filter_map(|(line, price)| worth(amount(line), price)).collect();
        (!values.is_empty()).then(|| values.into_iter().sum())
    }

    /// The check of an id.
    pub(crate) fn check(&self, id: DeliveryCheckId) -> Option<&Check> {
        self.checks.iter().find(|check| check.row.id == id)
    }
}

impl Check {
    /// The time it is about.
    pub(crate) fn days(&self) -> RangeInclusive<NaiveDate> {
        self.row.begins_on..=self.row.ends_on
    }

    /// What a side has answered.
    pub(crate) fn answer(&self, party: TradeParty) -> Option<&delivery_answer::Model> {
        self.answers.iter().find(|answer| answer.party == party)
    }

    /// How much of a line was delivered, as a side says; nothing while it has said nothing.
    pub(crate) fn said(&self, party: TradeParty, line: AgreementLineId) -> Option<Quantity> {
        self.answer(party)?;
        let amount = self.amounts.iter().find(|amount| amount.party == party && amount.line_id == line);
        Some(amount.map(|amount| amount.quantity).unwrap_or_default())
    }

    /// How much of a line both sides confirm; nothing unless they have said the same of all lines.
    pub(crate) fn confirmed(&self, line: AgreementLineId) -> Option<Quantity> {
        let is_confirmed = self.row.state == DeliveryCheckState::Confirmed;
        let (retailer, producer) =
            (self.said(TradeParty::Retailer, line)?, self.said(TradeParty::Producer, line)?);
        Some(retailer.min(producer)).filter(|_| is_confirmed)
    }

    /// Whether both confirm that something was delivered.
    pub(crate) fn has_delivered(&self) -> bool {
        let some = |line| self.confirmed(line).is_some_and(|amount| amount > Quantity::default());
        self.amounts.iter().any(|amount| some(amount.line_id))
    }

    /// Whether both have answered, and say the same of all lines; nothing while one is missing.
    pub(super) fn agree(&self, lines: &[Arc<agreement_line::Model>]) -> Option<bool> {
        self.answer(TradeParty::Retailer).and(self.answer(TradeParty::Producer))?;
        Some(lines.iter().all(|line| {
            let said = |party| self.said(party, line.id).unwrap_or_default();
            is_the_same_delivery(said(TradeParty::Retailer), said(TradeParty::Producer))
        }))
    }

    /// The same check with the answer of a side put in the place of its earlier one.
    pub(super) fn with(
        &self,
        answer: delivery_answer::Model,
        amounts: impl IntoIterator<Item = delivery_amount::Model>,
    ) -> Self {
        let mut check = self.clone();
        check.answers.retain(|other| other.party != answer.party);
        check.amounts.retain(|other| other.party != answer.party);
        check.answers.push(answer);
        check.amounts.extend(amounts);
        check
    }
}

/// Agreements with all that belongs to them, in five statements for each ten thousands.
pub(crate) fn of(
    rows: &impl ConnectionTrait,
    agreements: Vec<agreement::Model>,
) -> BoxFuture<'_, Result<Vec<Followed>>> {
    Box::pin(read(rows, agreements))
}

async fn read(rows: &impl ConnectionTrait, agreements: Vec<agreement::Model>) -> Result<Vec<Followed>> {
    let mut all = Vec::with_capacity(agreements.len());
    for some in agreements.chunks(bulk::BOUND_VALUES) {
        all.extend(read_some(rows, some).await?);
    }
    Ok(all)
}

/// First and last day of each version.
type Term = (AgreementId, i32, Option<NaiveDate>, Option<NaiveDate>);

async fn read_some(rows: &impl ConnectionTrait, agreements: &[agreement::Model]) -> Result<Vec<Followed>> {
    let ids = || agreements.iter().map(|agreement| agreement.id);
    let terms: Vec<Term> = agreement_version::Entity::find()
        .select_only()
        .columns([
            agreement_version::Column::AgreementId,
            agreement_version::Column::Number,
            agreement_version::Column::StartsOn,
            agreement_version::Column::EndsOn,
        ])
        .filter(agreement_version::Column::AgreementId.is_in(ids()))
        .into_tuple()
        .all(rows)
        .await?;
    let lines = agreement_line::Entity::find()
        .filter(agreement_line::Column::AgreementId.is_in(ids()))
        .order_by_asc(agreement_line::Column::Position)
        .all(rows)
        .await?;
    let terms: HashMap<(AgreementId, i32), RangeInclusive<NaiveDate>> = terms
        .into_iter()
        .filter_map(|(id, number, first, last)| Some(((id, number), first?..=last?)))
        .collect();
    let lines = lines.into_iter().map(Arc::new);
    let mut lines = group(lines.map(|line| ((line.agreement_id, line.version_number), line)));
    let mut checks = checks_of(rows, ids().collect()).await?;
    let now = Utc::now();
    let followed = |agreement: &agreement::Model| {
        let version = (agreement.id, agreement.current_version);
        let term = terms.get(&version).cloned();
        let row = as_of(agreement.clone(), term.as_ref().map(|term| *term.end()), now);
        Followed {
            lines: lines.remove(&version).unwrap_or_default(),
            checks: checks.remove(&agreement.id).unwrap_or_default(),
            agreement: Arc::new(row),
            term,
        }
    };
    Ok(agreements.iter().map(followed).collect())
}

async fn checks_of(
    rows: &impl ConnectionTrait,
    agreements: Vec<AgreementId>,
) -> Result<HashMap<AgreementId, Vec<Check>>> {
    use delivery_check::Column;
    let of_agreements =
        delivery_check::Entity::find().filter(Column::AgreementId.is_in(agreements.iter().copied()));
    let ids = || of_agreements.clone().select_only().column(Column::Id).into_query();
    let checks = of_agreements.clone().order_by_asc(Column::BeginsOn).all(rows).await?;
    if checks.is_empty() {
        return Ok(HashMap::new());
    }
    let answers = delivery_answer::Entity::find()
        .filter(delivery_answer::Column::CheckId.in_subquery(ids()))
        .order_by_asc(delivery_answer::Column::AnsweredAt)
        .all(rows)
        .await?;
    let amounts = delivery_amount::Entity::find()
        .filter(delivery_amount::Column::CheckId.in_subquery(ids()))
        .all(rows)
        .await?;
    let mut answers = group(answers.into_iter().map(|answer| (answer.check_id, answer)));
    let mut amounts = group(amounts.into_iter().map(|amount| (amount.check_id, amount)));
    let today = calendar::today();
    let with_answers = checks.into_iter().map(|row| {
        let answers = answers.remove(&row.id).unwrap_or_default();
        let amounts = amounts.remove(&row.id).unwrap_or_default();
        let row = standing::as_of(row, answers.len(), today);
        (row.agreement_id, Check { row, answers, amounts })
    });
    Ok(group(with_answers))
}
