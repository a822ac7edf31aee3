//! Lists of needs, gathered per request.

use std::{collections::HashMap, sync::Arc};

use async_graphql::dataloader::Loader;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::{AdminUnitId, NeedId, Quantity};

use super::by_id;
use crate::{
    entities::{need, need_group, need_province, need_requirement},
    graphql::loaders::{BatchError, RowLoader, Rows, failed, group},
};

/// Key: the groups a need is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct GroupsOf(pub(super) NeedId);
/// Key: where its goods should come from.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct ProvincesOf(pub(super) NeedId);
/// Key: what it asks of producers, by code, with the number where it is one.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct AskedBy(pub(super) NeedId);

impl Loader<NeedId> for RowLoader {
    type Value = Arc<need::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[NeedId]) -> Rows<NeedId, Arc<need::Model>> {
        let rows = by_id(self.database().read(), keys).await.map_err(Arc::new)?;
        Ok(rows.into_iter().map(|(id, row)| (id, Arc::new(row))).collect())
    }
}

impl Loader<GroupsOf> for RowLoader {
    type Value = Vec<String>;
    type Error = BatchError;

    async fn load(&self, keys: &[GroupsOf]) -> Rows<GroupsOf, Vec<String>> {
        let rows = need_group::Entity::find()
            .filter(need_group::Column::NeedId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(need_group::Column::GroupCode)
            .all(self.database().read())
            .await
            .map_err(failed)?;
        Ok(group(rows.into_iter().map(|row| (GroupsOf(row.need_id), row.group_code))))
    }
}

impl Loader<ProvincesOf> for RowLoader {
    type Value = Vec<AdminUnitId>;
    type Error = BatchError;

    async fn load(&self, keys: &[ProvincesOf]) -> Rows<ProvincesOf, Vec<AdminUnitId>> {
        let rows = need_province::Entity::find()
            .filter(need_province::Column::NeedId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(need_province::Column::UnitId)
            .all(self.database().read())
            .await
            .map_err(failed)?;
        Ok(group(rows.into_iter().map(|row| (ProvincesOf(row.need_id), row.unit_id))))
    }
}

impl Loader<AskedBy> for RowLoader {
    type Value = HashMap<String, Option<Quantity>>;
    type Error = BatchError;

    async fn load(&self, keys: &[AskedBy]) -> Rows<AskedBy, Self::Value> {
        let rows = need_requirement::Entity::find()
            .filter(need_requirement::Column::NeedId.is_in(keys.iter().map(|key| key.0)))
            .all(self.database().read())
            .await
            .map_err(failed)?;
        let mut asked: HashMap<AskedBy, Self::Value> = HashMap::new();
        for row in rows {
            let of_need = asked.entry(AskedBy(row.need_id)).or_default();
            of_need.insert(row.requirement_code, row.number);
        }
        Ok(asked)
    }
}
