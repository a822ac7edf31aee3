//! An introduction with its two sides, and what somebody is to it.

use chrono::Utc;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::LockType};
use shared::{IntroductionId, OrganisationId, TradeParty};

use super::standing::as_of;
use crate::{
    accounts::SignedIn,
    entities::{introduction, organisation},
    error::{Error, Result},
};

/// An introduction with its two sides.
pub(super) struct Case {
    pub(super) row: introduction::Model,
    pub(super) retailer: organisation::Model,
    pub(super) producer: organisation::Model,
}

impl Case {
    /// One that somebody may know of.
    pub(super) async fn find(
        connection: &impl ConnectionTrait,
        somebody: &SignedIn,
        id: IntroductionId,
    ) -> Result<Self> {
        let row = introduction::Entity::find_by_id(id).one(connection).await?;
        Self::seen_by(somebody, Self::of(connection, row).await?)
    }

    /// The same, to be changed: nobody else changes it meanwhile.
    pub(super) async fn lock(
        connection: &impl ConnectionTrait,
        somebody: &SignedIn,
        id: IntroductionId,
    ) -> Result<Self> {
        Self::seen_by(somebody, Self::lock_any(connection, id).await?)
    }

    /// One to be changed, whoever asks. Rows that point to it may be written meanwhile; SQLite has one writer anyway.
    pub(super) async fn lock_any(connection: &impl ConnectionTrait, id: IntroductionId) -> Result<Self> {
        let row = introduction::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(connection).await?;
        Self::of(connection, row).await
    }

    async fn of(connection: &impl ConnectionTrait, row: Option<introduction::Model>) -> Result<Self> {
        let gone = || Error::NotFound("introduction");
        let row = as_of(row.ok_or_else(gone)?, Utc::now());
        let sides = organisation::Entity::find()
            .filter(organisation::Column::Id.is_in([row.retailer_id, row.producer_id]))
            .all(connection)
            .await?;
        let side = |id| sides.iter().find(|side| side.id == id).cloned().ok_or_else(gone);
        Ok(Self { retailer: side(row.retailer_id)?, producer: side(row.producer_id)?, row })
    }

    /// Who is neither side nor its staff need not know that it is there.
    fn seen_by(somebody: &SignedIn, case: Self) -> Result<Self> {
        match case.party(somebody) {
            TradeParty::Other => Err(Error::NotFound("introduction")),
            _ => Ok(case),
        }
    }

    /// What somebody is to it.
    pub(super) fn party(&self, somebody: &SignedIn) -> TradeParty {
        let is_staff = || somebody.is_staff_for(&self.retailer) || somebody.is_staff_for(&self.producer);
        match side(somebody, &self.row) {
            Some(side) => side,
            None if is_staff() => TradeParty::Staff,
            None => TradeParty::Other,
        }
    }

    /// Which organisation is a side.
    pub(super) fn organisation(&self, side: TradeParty) -> Option<OrganisationId> {
        match side {
            TradeParty::Retailer => Some(self.row.retailer_id),
            TradeParty::Producer => Some(self.row.producer_id),
            TradeParty::Staff | TradeParty::Other => None,
        }
    }
}

/// The side somebody acts for; of both the one whose answer is waited for.
pub(super) fn side(somebody: &SignedIn, row: &introduction::Model) -> Option<TradeParty> {
    use TradeParty::{Producer, Retailer};
    let is_of = |organisation| somebody.role_in(organisation).is_some();
    match (is_of(row.retailer_id), is_of(row.producer_id)) {
        (true, true) if row.status.waits_for(Producer) && !row.status.waits_for(Retailer) => Some(Producer),
        (true, _) => Some(Retailer),
        (false, true) => Some(Producer),
        (false, false) => None,
    }
}
