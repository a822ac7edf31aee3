//! A check with its agreement, and what somebody is to it.

use std::sync::Arc;

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::LockType};
use shared::{DeliveryCheckId, OrganisationId, TradeParty};

use super::{
    followed::{self, Check, Followed},
    standing::is_open,
};
use crate::{
    accounts::SignedIn,
    entities::{agreement, delivery_check, organisation},
    error::{Error, Result},
};

/// The two sides, in the order in which they are asked.
pub(super) const SIDES: [TradeParty; 2] = [TradeParty::Retailer, TradeParty::Producer];

/// A check of an agreement.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) followed: Arc<Followed>,
    pub(super) check: Check,
}

const GONE: Error = Error::NotFound("delivery check");

impl Case {
    /// One that somebody may know of: people of its sides, and the staff who look after one of them.
    pub(super) async fn find(
        rows: &impl ConnectionTrait,
        somebody: &SignedIn,
        id: DeliveryCheckId,
    ) -> Result<Self> {
        let case = Self::find_any(rows, id).await?;
        case.require_known(rows, somebody).await?;
        Ok(case)
    }

    /// One, whoever asks.
    pub(super) async fn find_any(rows: &impl ConnectionTrait, id: DeliveryCheckId) -> Result<Self> {
        let row = delivery_check::Entity::find_by_id(id).one(rows).await?.ok_or(GONE)?;
        let about = agreement::Entity::find_by_id(row.agreement_id).one(rows).await?;
        Self::of(rows, id, about).await
    }

    /// One to be changed, whoever asks: nobody else changes it or its agreement meanwhile. Who ends an agreement takes that
    /// first, too, so that neither waits for the other for ever.
    pub(super) async fn lock_any(rows: &impl ConnectionTrait, id: DeliveryCheckId) -> Result<Self> {
        let row = delivery_check::Entity::find_by_id(id).one(rows).await?.ok_or(GONE)?;
        let about = agreement::Entity::find_by_id(row.agreement_id).lock(LockType::NoKeyUpdate);
        let about = about.one(rows).await?;
        delivery_check::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(rows).await?;
        Self::of(rows, id, about).await
    }

    async fn of(
        rows: &impl ConnectionTrait,
        id: DeliveryCheckId,
        about: Option<agreement::Model>,
    ) -> Result<Self> {
        let followed = followed::of(rows, vec![about.ok_or(GONE)?]).await?.pop().ok_or(GONE)?;
        let check = followed.check(id).cloned().ok_or(GONE)?;
        Ok(Self { followed: Arc::new(followed), check })
    }

    /// Who is neither side nor its staff need not know that it is there.
    pub(super) async fn require_known(&self, rows: &impl ConnectionTrait, somebody: &SignedIn) -> Result<()> {
        if self.sides_of(somebody).next().is_some() || somebody.looks_after_the_city() {
            return Ok(());
        }
        if somebody.staff.is_some() {
            let sides = SIDES.into_iter().filter_map(|side| self.organisation(side));
            let sides = organisation::Entity::find().filter(organisation::Column::Id.is_in(sides));
            if sides.all(rows).await?.iter().any(|side| somebody.is_staff_for(side)) {
                return Ok(());
            }
        }
        Err(GONE)
    }

    /// Which organisation is a side; nothing for a department.
    pub(super) fn organisation(&self, side: TradeParty) -> Option<OrganisationId> {
        organisation_of(&self.followed.agreement, side)
    }

    /// The sides that somebody acts for.
    pub(super) fn sides_of<'a>(&'a self, somebody: &'a SignedIn) -> impl Iterator<Item = TradeParty> + 'a {
        let is_of = |side: &TradeParty| {
            self.organisation(*side).is_some_and(|organisation| somebody.role_in(organisation).is_some())
        };
        SIDES.into_iter().filter(is_of)
    }

    /// For which side somebody can answer on a day; of both for the one that has not answered.
    pub(super) fn answers_as(&self, somebody: &SignedIn, today: NaiveDate) -> Option<TradeParty> {
        if !is_open(&self.check.row, today) {
            return None;
        }
        self.sides_of(somebody).min_by_key(|side| self.check.answer(*side).is_some())
    }

    /// Whose answers somebody may see on a day: while it is open, the other side's only once the own is given.
    pub(super) fn shown_to(&self, somebody: &SignedIn, today: NaiveDate) -> Vec<TradeParty> {
        let own: Vec<TradeParty> = self.sides_of(somebody).collect();
        let has_answered = own.iter().any(|side| self.check.answer(*side).is_some());
        if own.is_empty() || has_answered || !is_open(&self.check.row, today) {
            return SIDES.to_vec();
        }
        own
    }
}

/// Which organisation is a side of an agreement; nothing for a department.
pub(super) fn organisation_of(row: &agreement::Model, side: TradeParty) -> Option<OrganisationId> {
    match side {
        TradeParty::Retailer => row.retailer_id,
        TradeParty::Producer => row.producer_id,
        TradeParty::Staff | TradeParty::Other => None,
    }
}
