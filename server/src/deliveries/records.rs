//! Promises that were kept: how each confirmed check speaks for the two sides. A check in which nothing was promised, since
//! it lies out of season, says nothing of either.

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use shared::{
    AgreementId, DeliveryCheckId, DeliveryCheckState, DeliveryProblem, OrganisationId, Quantity, TradeParty,
    deliveries::is_the_same_delivery,
};

use super::followed::{self, Check, Followed};
use crate::{
    database::Database,
    entities::{agreement, delivery_check},
    error::Result,
};

/// What a confirmed check says of the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Record {
    pub(crate) check: DeliveryCheckId,
    pub(crate) producer: OrganisationId,
    pub(crate) retailer: OrganisationId,
    /// Everything was delivered, or what was not is the retailer's doing.
    pub(crate) producer_kept: bool,
    /// Nothing went wrong that is the retailer's doing.
    pub(crate) retailer_kept: bool,
}

impl Followed {
    /// What its confirmed checks say of the two sides.
    pub(crate) fn records(&self) -> impl Iterator<Item = Record> {
        let sides = self.agreement.producer_id.zip(self.agreement.retailer_id);
        self.checks.iter().filter_map(move |check| self.record(check, sides?))
    }

    fn record(
        &self,
        check: &Check,
        (producer, retailer): (OrganisationId, OrganisationId),
    ) -> Option<Record> {
        let amounts = self
            .lines
            .iter()
            .map(|line| Some((self.promised(line, &check.days()), check.confirmed(line.id)?)));
        let amounts: Vec<(Quantity, Quantity)> = amounts.collect::<Option<_>>()?;
        amounts.iter().find(|(promised, _)| *promised > Quantity::default())?;
        let is_whole = amounts.iter().all(|(promised, confirmed)| {
            confirmed >= promised || is_the_same_delivery(*promised, *confirmed)
        });
        let is_the_retailers = is_the_retailers_doing(check);
        Some(Record {
            check: check.row.id,
            producer,
            retailer,
            producer_kept: is_whole || is_the_retailers,
            retailer_kept: !is_the_retailers,
        })
    }
}

/// Whether what went wrong is the retailer's doing: it says so itself, or the producer does and the retailer names nothing
/// else.
fn is_the_retailers_doing(check: &Check) -> bool {
    let named = |party| check.answer(party).and_then(|answer| answer.problem);
    let problem = named(TradeParty::Retailer).or(named(TradeParty::Producer));
    problem.is_some_and(DeliveryProblem::is_the_retailers)
}

/// What the confirmed checks of some agreements say, or of all.
pub(crate) async fn of(database: &Database, agreements: Option<Vec<AgreementId>>) -> Result<Vec<Record>> {
    // Mostly nothing was said of any.
    if agreements.as_ref().is_some_and(Vec::is_empty) {
        return Ok(Vec::new());
    }
    let confirmed = delivery_check::Entity::find()
        .select_only()
        .column(delivery_check::Column::AgreementId)
        .filter(delivery_check::Column::State.eq(DeliveryCheckState::Confirmed))
        .into_query();
    let mut meant = Condition::all().add(agreement::Column::Id.in_subquery(confirmed));
    if let Some(agreements) = agreements {
        meant = meant.add(agreement::Column::Id.is_in(agreements));
    }
    let rows = agreement::Entity::find().filter(meant).all(database.read()).await?;
    let followed = followed::of(database.read(), rows).await?;
    Ok(followed.iter().flat_map(Followed::records).collect())
}
