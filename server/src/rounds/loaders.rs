//! What belongs to rounds, gathered per request.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::RoundId;

use crate::{
    entities::{round_need, round_pair},
    graphql::loaders::{BatchError, RowLoader, Rows, failed, group},
};

/// Key: how many needs a round has.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct NeedCountOf(pub(super) RoundId);
/// Key: the pairs of the plan of a round, in its order.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct PlanOf(pub(super) RoundId);

impl Loader<NeedCountOf> for RowLoader {
    type Value = i64;
    type Error = BatchError;

    async fn load(&self, keys: &[NeedCountOf]) -> Rows<NeedCountOf, i64> {
        use round_need::Column;
        let counts: Vec<(RoundId, i64)> = round_need::Entity::find()
            .select_only()
            .column(Column::RoundId)
            .column_as(Column::NeedId.count(), "needs")
            .filter(Column::RoundId.is_in(keys.iter().map(|key| key.0)))
            .group_by(Column::RoundId)
            .into_tuple()
            .all(self.database().read())
            .await
            .map_err(failed)?;
        Ok(counts.into_iter().map(|(round, needs)| (NeedCountOf(round), needs)).collect::<HashMap<_, _>>())
    }
}

impl Loader<PlanOf> for RowLoader {
    type Value = Vec<round_pair::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[PlanOf]) -> Rows<PlanOf, Vec<round_pair::Model>> {
        let rows = round_pair::Entity::find()
            .filter(round_pair::Column::RoundId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(round_pair::Column::Number)
            .all(self.database().read())
            .await
            .map_err(failed)?;
        Ok(group(rows.into_iter().map(|row| (PlanOf(row.round_id), row))))
    }
}
