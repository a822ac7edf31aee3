//! The two sides between whom an agreement is begun: who may begin it for whom, and what is known of both.

use async_graphql::ID;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter};
use shared::{IntroductionId, IntroductionStatus, OrganisationId, Problem, TradeParty};

use super::{case::is_staff_for, parties, terms::Known};
use crate::{
    accounts::SignedIn,
    entities::{agreement, introduction, organisation},
    error::{Error, Result},
    forms::Form,
};

/// The two sides of what is begun; a department is none.
pub(super) struct Sides {
    pub(super) retailer: Option<organisation::Model>,
    pub(super) producer: Option<organisation::Model>,
}

impl Sides {
    pub(super) async fn find(
        connection: &impl ConnectionTrait,
        retailer: Option<OrganisationId>,
        producer: Option<OrganisationId>,
    ) -> Result<Self> {
        let found = organisation::Entity::find()
            .filter(organisation::Column::Id.is_in(retailer.into_iter().chain(producer)))
            .all(connection)
            .await?;
        let side = |id: Option<OrganisationId>, is_one: fn(&organisation::Model) -> bool, thing| {
            let Some(id) = id else { return Ok(None) };
            let side = found.iter().find(|row| row.id == id && is_one(row)).cloned();
            side.map(Some).ok_or(Error::NotFound(thing))
        };
        Ok(Self {
            retailer: side(retailer, |row| row.is_retailer, "retailer")?,
            producer: side(producer, |row| row.is_producer, "producer")?,
        })
    }

    /// As what somebody begins it: a side before staff; who belongs to both may say which.
    pub(super) fn party(&self, somebody: &SignedIn, as_producer: Option<bool>) -> Result<Option<TradeParty>> {
        let is_of = |side: &Option<organisation::Model>| {
            side.as_ref().is_some_and(|side| somebody.role_in(side.id).is_some())
        };
        let own = (is_of(&self.retailer), is_of(&self.producer));
        match (as_producer, own) {
            (Some(true), (_, true)) | (None, (false, true)) => Ok(Some(TradeParty::Producer)),
            (Some(false) | None, (true, _)) => Ok(Some(TradeParty::Retailer)),
            (Some(_), (true, _) | (_, true)) => Err(Error::Forbidden),
            _ => {
                let is_staff = is_staff_for(somebody, [self.retailer.as_ref(), self.producer.as_ref()]);
                Ok(is_staff.then_some(TradeParty::Staff))
            }
        }
    }

    pub(super) fn own(&self, party: TradeParty) -> Option<&organisation::Model> {
        match party {
            TradeParty::Retailer => self.retailer.as_ref(),
            TradeParty::Producer => self.producer.as_ref(),
            TradeParty::Staff | TradeParty::Other => None,
        }
    }

    pub(super) async fn known(&self, connection: &impl ConnectionTrait, party: TradeParty) -> Result<Known> {
        let (retailer, producer) = (self.retailer.as_ref(), self.producer.as_ref());
        Ok(Known {
            retailer: parties::known(connection, retailer, party == TradeParty::Retailer).await?,
            producer: parties::known(connection, producer, party == TradeParty::Producer).await?,
            producer_id: producer.map(|side| side.id),
            sees_hidden: party == TradeParty::Producer,
            named: Vec::new(),
        })
    }

    /// The introduction that is named, if it is one of the two that both accepted.
    pub(super) async fn introduction(
        &self,
        connection: &impl ConnectionTrait,
        form: &mut Form,
        id: Option<&ID>,
    ) -> Result<Option<IntroductionId>> {
        let Some(id) = id else { return Ok(None) };
        let row = match id.parse::<IntroductionId>() {
            Ok(id) => introduction::Entity::find_by_id(id).one(connection).await?,
            Err(_) => None,
        };
        let is_theirs = |row: &introduction::Model| {
            row.status == IntroductionStatus::Accepted
                && self.retailer.as_ref().is_some_and(|side| side.id == row.retailer_id)
                && self.producer.as_ref().is_some_and(|side| side.id == row.producer_id)
        };
        let row = row.filter(is_theirs);
        if row.is_none() {
            form.wrong("input.introduction", Problem::NotOffered);
        }
        Ok(row.map(|row| row.id))
    }

    /// Whether the two have been introduced, or have signed something before.
    pub(super) async fn know_each_other(&self, connection: &impl ConnectionTrait) -> Result<bool> {
        let (Some(retailer), Some(producer)) = (&self.retailer, &self.producer) else { return Ok(false) };
        let met = introduction::Entity::find()
            .filter(introduction::Column::RetailerId.eq(retailer.id))
            .filter(introduction::Column::ProducerId.eq(producer.id))
            .filter(introduction::Column::Status.eq(IntroductionStatus::Accepted));
        if met.count(connection).await? > 0 {
            return Ok(true);
        }
        let signed = agreement::Entity::find()
            .filter(
                agreement::Column::RetailerId
                    .eq(retailer.id)
                    .and(agreement::Column::ProducerId.eq(producer.id)),
            )
            .filter(agreement::Column::SignedAt.is_not_null());
        Ok(signed.count(connection).await? > 0)
    }
}
