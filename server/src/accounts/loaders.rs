//! Accounts and what belongs to them, gathered per request.

use std::{collections::HashMap, sync::Arc};

use async_graphql::dataloader::Loader;
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::{AccountId, MemberRole, OrganisationId};

use crate::{
    entities::{account, account_unit, admin_unit, membership},
    graphql::loaders::{BatchError, RowLoader, Rows, failed, group},
};

/// Key: the organisations an account acts for.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct MembershipsOf(pub(crate) AccountId);

/// Key: the units an officer is limited to.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct UnitsOf(pub(crate) AccountId);

impl Loader<AccountId> for RowLoader {
    type Value = Arc<account::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[AccountId]) -> Rows<AccountId, Arc<account::Model>> {
        let query = account::Entity::find().filter(account::Column::Id.is_in(keys.iter().copied()));
        let rows = query.all(self.database().read()).await.map_err(failed)?;
        Ok(rows.into_iter().map(|row| (row.id, Arc::new(row))).collect())
    }
}

impl Loader<MembershipsOf> for RowLoader {
    type Value = Vec<(OrganisationId, MemberRole, DateTime<Utc>)>;
    type Error = BatchError;

    async fn load(&self, keys: &[MembershipsOf]) -> Rows<MembershipsOf, Self::Value> {
        let rows = membership::Entity::find()
            .filter(membership::Column::AccountId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(membership::Column::OrganisationId)
            .all(self.database().read())
            .await
            .map_err(failed)?;
        let of = |row: membership::Model| {
            (MembershipsOf(row.account_id), (row.organisation_id, row.role, row.since))
        };
        Ok(group(rows.into_iter().map(of)))
    }
}

impl Loader<UnitsOf> for RowLoader {
    type Value = Vec<admin_unit::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[UnitsOf]) -> Rows<UnitsOf, Vec<admin_unit::Model>> {
        let links = account_unit::Entity::find()
            .filter(account_unit::Column::AccountId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(account_unit::Column::UnitId)
            .all(self.database().read())
            .await
            .map_err(failed)?;
        let units = admin_unit::Entity::find()
            .filter(admin_unit::Column::Id.is_in(links.iter().map(|link| link.unit_id.clone())))
            .all(self.database().read())
            .await
            .map_err(failed)?;
        let units: HashMap<_, _> = units.into_iter().map(|unit| (unit.id.clone(), unit)).collect();
        let of =
            |link: account_unit::Model| Some((UnitsOf(link.account_id), units.get(&link.unit_id)?.clone()));
        Ok(group(links.into_iter().filter_map(of)))
    }
}
