//! An agreement with its two sides, and what somebody is to it.

use chrono::Utc;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait, sea_query::LockType,
};
use shared::{AgreementAction, AgreementId, AgreementStatus, OrganisationId, Problem, TradeParty};

use super::stated::{Stated, with_versions};
use crate::{
    accounts::SignedIn,
    entities::{account, agreement, agreement_version, membership, organisation},
    error::{Error, Result},
    forms,
};

/// An agreement with its two sides; a department is none.
pub(crate) struct Case {
    pub(crate) row: agreement::Model,
    /// The latest version.
    pub(crate) version: agreement_version::Model,
    pub(crate) retailer: Option<organisation::Model>,
    pub(crate) producer: Option<organisation::Model>,
}

impl Case {
    /// One that somebody may know of.
    pub(crate) async fn find(
        connection: &impl ConnectionTrait,
        somebody: &SignedIn,
        id: AgreementId,
    ) -> Result<Self> {
        let row = agreement::Entity::find_by_id(id).one(connection).await?;
        Self::of(connection, row).await?.seen_by(somebody)
    }

    /// The same, to be changed: nobody else changes it meanwhile. Rows that point to it may be written; SQLite has one
    /// writer anyway.
    pub(super) async fn lock(
        connection: &impl ConnectionTrait,
        somebody: &SignedIn,
        id: AgreementId,
    ) -> Result<Self> {
        let row = agreement::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(connection).await?;
        Self::of(connection, row).await?.seen_by(somebody)
    }

    async fn of(connection: &impl ConnectionTrait, row: Option<agreement::Model>) -> Result<Self> {
        let stated = with_versions(connection, row.into_iter().collect(), Utc::now()).await?.pop();
        let Stated { row, version } = stated.ok_or(Error::NotFound("agreement"))?;
        let sides = organisation::Entity::find()
            .filter(organisation::Column::Id.is_in(row.retailer_id.into_iter().chain(row.producer_id)))
            .all(connection)
            .await?;
        let side = |id: Option<OrganisationId>| sides.iter().find(|side| Some(side.id) == id).cloned();
        Ok(Self { retailer: side(row.retailer_id), producer: side(row.producer_id), row, version })
    }

    /// Who may not know of it need not know that it is there.
    fn seen_by(self, somebody: &SignedIn) -> Result<Self> {
        let is_private = self.row.proposed_at.is_none() && self.row.signed_at.is_none();
        let known = knows(&self.parties(somebody), is_private, self.version.written_by);
        if known { Ok(self) } else { Err(Error::NotFound("agreement")) }
    }

    /// As what somebody can act, sides first.
    pub(super) fn parties(&self, somebody: &SignedIn) -> Vec<TradeParty> {
        let is_staff = is_staff_for(somebody, [self.retailer.as_ref(), self.producer.as_ref()]);
        parties(somebody, &self.row, is_staff)
    }

    /// As what somebody does something, and what becomes of it. Who belongs to both sides may say for which; unless
    /// said, it is the first that can do it.
    pub(super) fn acting(
        &self,
        somebody: &SignedIn,
        action: AgreementAction,
        as_producer: Option<bool>,
    ) -> Result<(TradeParty, AgreementStatus)> {
        let own = self.parties(somebody);
        let chosen = match as_producer {
            None => own,
            Some(as_producer) => {
                let side = if as_producer { TradeParty::Producer } else { TradeParty::Retailer };
                own.into_iter().filter(|party| *party == side).collect()
            }
        };
        if !chosen.iter().any(|party| can_ever(action, *party)) {
            return Err(Error::Forbidden);
        }
        let is_for_both = self.retailer.is_some() && self.producer.is_some();
        let after = |party: &TradeParty| {
            let status = self.row.status.after(action, *party, self.version.written_by)?;
            (is_for_both || !needs_both(action)).then_some((*party, status))
        };
        chosen.iter().find_map(after).ok_or_else(|| forms::wrong("id", Problem::NotPossibleNow))
    }

    /// Fails when somebody else has changed it since it was read.
    pub(super) fn require_row(&self, version: i32) -> Result<()> {
        if self.row.version == version { Ok(()) } else { Err(Error::Conflict("agreement")) }
    }

    /// Fails unless somebody acts for every side that has to confirm what a party sends.
    pub(super) async fn require_people(
        &self,
        connection: &impl ConnectionTrait,
        sent_by: TradeParty,
    ) -> Result<()> {
        let sides =
            [(TradeParty::Retailer, self.row.retailer_id), (TradeParty::Producer, self.row.producer_id)];
        let asked = sides.into_iter().filter(|(side, _)| *side != sent_by).map(|(_, id)| id);
        let enabled = account::Entity::find()
            .select_only()
            .column(account::Column::Id)
            .filter(account::Column::DisabledAt.is_null())
            .into_query();
        let with_people: Vec<OrganisationId> = membership::Entity::find()
            .select_only()
            .column(membership::Column::OrganisationId)
            .distinct()
            .filter(membership::Column::OrganisationId.is_in(asked.clone().flatten()))
            .filter(membership::Column::AccountId.in_subquery(enabled))
            .into_tuple()
            .all(connection)
            .await?;
        let is_there = |id: Option<OrganisationId>| id.is_some_and(|id| with_people.contains(&id));
        if asked.clone().all(is_there) { Ok(()) } else { Err(forms::wrong("id", Problem::NobodyThere)) }
    }
}

/// Whether somebody looks after one of the sides for the city; what has no side is the whole city's.
pub(super) fn is_staff_for(somebody: &SignedIn, sides: [Option<&organisation::Model>; 2]) -> bool {
    somebody.looks_after_the_city() || sides.into_iter().flatten().any(|side| somebody.is_staff_for(side))
}

/// As what somebody can act, sides first.
pub(super) fn parties(somebody: &SignedIn, row: &agreement::Model, is_staff: bool) -> Vec<TradeParty> {
    let is_of = |id: Option<OrganisationId>| id.is_some_and(|id| somebody.role_in(id).is_some());
    let retailer = is_of(row.retailer_id).then_some(TradeParty::Retailer);
    let producer = is_of(row.producer_id).then_some(TradeParty::Producer);
    let staff = is_staff.then_some(TradeParty::Staff);
    retailer.into_iter().chain(producer).chain(staff).collect()
}

/// Whether somebody may know of an agreement: of one that was never sent only who writes it.
pub(super) fn knows(parties: &[TradeParty], is_private: bool, written_by: TradeParty) -> bool {
    if is_private { parties.contains(&written_by) } else { !parties.is_empty() }
}

/// Whether a party does such things at all: nobody confirms for a side, and sides do not record what is on paper.
const fn can_ever(action: AgreementAction, party: TradeParty) -> bool {
    match action {
        AgreementAction::Sign | AgreementAction::Decline => !matches!(party, TradeParty::Staff),
        AgreementAction::RecordPaper => matches!(party, TradeParty::Staff),
        _ => true,
    }
}

/// Whether something is for two sides with people only; a department signs on paper.
pub(super) const fn needs_both(action: AgreementAction) -> bool {
    use AgreementAction::{Counter, Decline, Propose, Sign};
    matches!(action, Counter | Decline | Propose | Sign)
}
