//! Agreements and what belongs to them, gathered per request.

use std::sync::Arc;

use async_graphql::dataloader::Loader;
use chrono::Utc;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::{AgreementId, IntroductionId};

use super::stated::{Stated, with_versions};
use crate::{
    entities::{agreement, agreement_line, agreement_version},
    graphql::loaders::{BatchError, RowLoader, Rows, failed, group},
};

/// Key: the lines of all versions of an agreement.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct LinesOf(pub(crate) AgreementId);

/// Key: all versions of an agreement, the oldest first.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct VersionsOf(pub(super) AgreementId);

/// Key: renewals and amendments of an agreement, the oldest first.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct FollowedBy(pub(super) AgreementId);

/// Key: agreements that an introduction has led to, the latest first.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct LedToBy(pub(crate) IntroductionId);

impl Loader<AgreementId> for RowLoader {
    type Value = Arc<Stated>;
    type Error = BatchError;

    async fn load(&self, keys: &[AgreementId]) -> Rows<AgreementId, Arc<Stated>> {
        let rows = self.database().read();
        let query = agreement::Entity::find().filter(agreement::Column::Id.is_in(keys.iter().copied()));
        let found = query.all(rows).await.map_err(failed)?;
        let found = with_versions(rows, found, Utc::now()).await.map_err(Arc::new)?;
        Ok(found.into_iter().map(|stated| (stated.row.id, Arc::new(stated))).collect())
    }
}

impl Loader<LinesOf> for RowLoader {
    type Value = Vec<Arc<agreement_line::Model>>;
    type Error = BatchError;

    async fn load(&self, keys: &[LinesOf]) -> Rows<LinesOf, Vec<Arc<agreement_line::Model>>> {
        let lines = agreement_line::Entity::find()
            .filter(agreement_line::Column::AgreementId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(agreement_line::Column::VersionNumber)
            .order_by_asc(agreement_line::Column::Position)
            .all(self.database().read())
            .await
            .map_err(failed)?;
        Ok(group(lines.into_iter().map(|line| (LinesOf(line.agreement_id), Arc::new(line)))))
    }
}

impl Loader<VersionsOf> for RowLoader {
    type Value = Vec<agreement_version::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[VersionsOf]) -> Rows<VersionsOf, Vec<agreement_version::Model>> {
        let versions = agreement_version::Entity::find()
            .filter(agreement_version::Column::AgreementId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(agreement_version::Column::Number)
            .all(self.database().read())
            .await
            .map_err(failed)?;
        Ok(group(versions.into_iter().map(|version| (VersionsOf(version.agreement_id), version))))
    }
}

impl Loader<FollowedBy> for RowLoader {
    type Value = Vec<Arc<Stated>>;
    type Error = BatchError;

    async fn load(&self, keys: &[FollowedBy]) -> Rows<FollowedBy, Vec<Arc<Stated>>> {
        let rows = self.database().read();
        let found = agreement::Entity::find()
            .filter(agreement::Column::FollowsId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(agreement::Column::Id)
            .all(rows)
            .await
            .map_err(failed)?;
        let found = with_versions(rows, found, Utc::now()).await.map_err(Arc::new)?;
        let of = |stated: Stated| Some((FollowedBy(stated.row.follows_id?), Arc::new(stated)));
        Ok(group(found.into_iter().filter_map(of)))
    }
}

impl Loader<LedToBy> for RowLoader {
    type Value = Vec<Arc<Stated>>;
    type Error = BatchError;

    async fn load(&self, keys: &[LedToBy]) -> Rows<LedToBy, Vec<Arc<Stated>>> {
        let rows = self.database().read();
        let found = agreement::Entity::find()
            .filter(agreement::Column::IntroductionId.is_in(keys.iter().map(|key| key.0)))
            .order_by_desc(agreement::Column::Id)
            .all(rows)
            .await
            .map_err(failed)?;
        let found = with_versions(rows, found, Utc::now()).await.map_err(Arc::new)?;
        let of = |stated: Stated| Some((LedToBy(stated.row.introduction_id?), Arc::new(stated)));
        Ok(group(found.into_iter().filter_map(of)))
    }
}
