//! Whom news concern: the people of the sides, and the staff who proposed that they meet. Who can't sign in is told
//! nothing.

use std::collections::{HashMap, HashSet};

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use shared::{AccountId, OrganisationId, TradeParty};

use super::News;
use crate::{
    entities::{account, introduction, membership, organisation},
    error::Result,
};

/// Somebody who is told.
pub(super) struct Told<'a> {
    pub(super) news: &'a News<'a>,
    pub(super) account: &'a account::Model,
    /// For which side; for none the staff who proposed it.
    pub(super) side: Option<TradeParty>,
}

/// The people of some introductions.
pub(super) struct People {
    names: Names,
    members: HashMap<OrganisationId, Vec<AccountId>>,
    accounts: HashMap<AccountId, account::Model>,
}

impl People {
    pub(super) async fn of<'a>(
        rows: &impl ConnectionTrait,
        introductions: impl Iterator<Item = &'a introduction::Model> + Clone,
    ) -> Result<Self> {
        let sides: HashSet<OrganisationId> =
            introductions.clone().flat_map(|row| [row.retailer_id, row.producer_id]).collect();
        let of_sides = membership::Column::OrganisationId.is_in(sides);
        let mut members: HashMap<OrganisationId, Vec<AccountId>> = HashMap::new();
        for row in membership::Entity::find().filter(of_sides.clone()).all(rows).await? {
            members.entry(row.organisation_id).or_default().push(row.account_id);
        }
        let acts = membership::Entity::find().select_only().column(membership::Column::AccountId);
        let acts = acts.filter(of_sides).into_query();
        let by_staff = introductions.clone().filter(|row| row.proposed_by == TradeParty::Staff);
        let staff = Condition::all()
            .add(account::Column::Id.is_in(by_staff.map(|row| row.proposer_id)))
            .add(account::Column::StaffRole.is_not_null());
        let accounts = account::Entity::find()
            .filter(account::Column::DisabledAt.is_null())
            .filter(Condition::any().add(account::Column::Id.in_subquery(acts)).add(staff))
            .all(rows)
            .await?;
        let accounts = accounts.into_iter().map(|account| (account.id, account)).collect();
        Ok(Self { names: Names::of(rows, introductions).await?, members, accounts })
    }

    /// Whom news concern, each once, without who did it.
    pub(super) fn told<'a>(&'a self, news: &'a News<'a>) -> Vec<Told<'a>> {
        let row = news.introduction;
        let sides = [(TradeParty::Retailer, row.retailer_id), (TradeParty::Producer, row.producer_id)];
        let concerned = sides.into_iter().filter(|(side, _)| news.concerns(*side));
        let mut people: Vec<(AccountId, Option<TradeParty>)> = concerned
            .flat_map(|(side, organisation)| {
                self.members.get(&organisation).into_iter().flatten().map(move |id| (*id, Some(side)))
            })
            .collect();
        if news.concerns_staff() {
            people.push((row.proposer_id, None));
        }
        let mut known: HashSet<AccountId> = news.by.iter().map(|(account, _)| *account).collect();
        people.retain(|(account, _)| known.insert(*account));
        let told = |(id, side)| Some(Told { news, account: self.accounts.get(&id)?, side });
        people.into_iter().filter_map(told).collect()
    }

    /// The names of the sides.
    pub(super) fn names(&self) -> &Names {
        &self.names
    }
}

/// The names of the sides of some introductions.
pub(super) struct Names(HashMap<OrganisationId, String>);

impl Names {
    pub(super) async fn of<'a>(
        rows: &impl ConnectionTrait,
        introductions: impl Iterator<Item = &'a introduction::Model>,
    ) -> Result<Self> {
        let sides: HashSet<OrganisationId> =
            introductions.flat_map(|row| [row.retailer_id, row.producer_id]).collect();
        let sides =
            organisation::Entity::find().filter(organisation::Column::Id.is_in(sides)).all(rows).await?;
        Ok(Self(sides.into_iter().map(|row| (row.id, row.name)).collect()))
    }

    pub(super) fn get(&self, id: OrganisationId) -> &str {
        self.0.get(&id).map(String::as_str).unwrap_or_default()
    }
}
