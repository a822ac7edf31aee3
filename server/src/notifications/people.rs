//! Whom news concern: the people of the sides, and the staff who began it. Who can't sign in is told nothing.

use std::collections::{HashMap, HashSet};

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use shared::{AccountId, OrganisationId, TradeParty};

use super::{News, names::Names};
use crate::{
    entities::{account, membership},
    error::Result,
};

/// Somebody who is told.
pub(super) struct Told<'a> {
    pub(super) news: &'a News<'a>,
    pub(super) account: &'a account::Model,
    /// For which side; for none the staff who began it.
    pub(super) side: Option<TradeParty>,
}

/// The people of some introductions and agreements.
pub(super) struct People {
    names: Names,
    members: HashMap<OrganisationId, Vec<AccountId>>,
    accounts: HashMap<AccountId, account::Model>,
}

impl People {
    pub(super) async fn of(rows: &impl ConnectionTrait, news: &[News<'_>]) -> Result<Self> {
        let about = || news.iter().map(|one| one.about);
        let names = Names::of(rows, about()).await?;
        let sides: HashSet<OrganisationId> =
            about().flat_map(|about| about.sides()).filter_map(|(_, id)| id).collect();
        let of_sides = membership::Column::OrganisationId.is_in(sides);
        let mut members: HashMap<OrganisationId, Vec<AccountId>> = HashMap::new();
        for row in membership::Entity::find().filter(of_sides.clone()).all(rows).await? {
            members.entry(row.organisation_id).or_default().push(row.account_id);
        }
        let acts = membership::Entity::find().select_only().column(membership::Column::AccountId);
        let acts = acts.filter(of_sides).into_query();
        let staff = Condition::all()
            .add(account::Column::Id.is_in(about().filter_map(|about| names.staff(&about))))
            .add(account::Column::StaffRole.is_not_null());
        let accounts = account::Entity::find()
            .filter(account::Column::DisabledAt.is_null())
            .filter(Condition::any().add(account::Column::Id.in_subquery(acts)).add(staff))
            .all(rows)
            .await?;
        let accounts = accounts.into_iter().map(|account| (account.id, account)).collect();
        Ok(Self { names, members, accounts })
    }

    /// Whom news concern, each once, without who did it.
    pub(super) fn told<'a>(&'a self, news: &'a News<'a>) -> Vec<Told<'a>> {
        let concerned = news.about.sides().into_iter().filter(|(side, _)| news.concerns(*side));
        let mut people: Vec<(AccountId, Option<TradeParty>)> = concerned
            .filter_map(|(side, organisation)| Some((side, self.members.get(&organisation?)?)))
            .flat_map(|(side, members)| members.iter().map(move |id| (*id, Some(side))))
            .collect();
        let staff = self.names.staff(&news.about).filter(|_| news.concerns_staff());
        people.extend(staff.map(|id| (id, None)));
        let mut known: HashSet<AccountId> = news.by.iter().map(|(account, _)| *account).collect();
        people.retain(|(account, _)| known.insert(*account));
        let told = |(id, side)| Some(Told { news, account: self.accounts.get(&id)?, side });
        people.into_iter().filter_map(told).collect()
    }

    /// What is known of what they are told of.
    pub(super) fn names(&self) -> &Names {
        &self.names
    }
}
