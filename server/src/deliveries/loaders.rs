//! What was asked and said about agreements, gathered per request.

use std::sync::Arc;

use async_graphql::dataloader::Loader;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::AgreementId;

use super::followed::{self, Followed};
use crate::{
    entities::agreement,
    graphql::loaders::{BatchError, RowLoader, Rows, failed},
};

/// Key: an agreement with its goods and all that was said about them.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct FollowedOf(pub(crate) AgreementId);

impl Loader<FollowedOf> for RowLoader {
    type Value = Arc<Followed>;
    type Error = BatchError;

    async fn load(&self, keys: &[FollowedOf]) -> Rows<FollowedOf, Arc<Followed>> {
        let rows = self.database().read();
        let agreements = agreement::Entity::find()
            .filter(agreement::Column::Id.is_in(keys.iter().map(|key| key.0)))
            .all(rows)
            .await
            .map_err(failed)?;
        let all = followed::of(rows, agreements).await;
        let all = all.map_err(Arc::new)?;
        Ok(all.into_iter().map(|one| (FollowedOf(one.agreement.id), Arc::new(one))).collect())
    }
}
