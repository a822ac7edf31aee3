//! Introductions and what belongs to them, gathered per request.

use std::{
    collections::HashMap,
    hash::{Hash, Hasher},
    sync::Arc,
};

use async_graphql::dataloader::Loader;
use chrono::Utc;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::{AccountId, IntroductionHindrance, IntroductionId, MessageId, NeedId, ProductId};

use super::{hindrances, listing::unread_by, standing::as_of};
use crate::{
    accounts::Viewer,
    entities::{introduction, message, message_attachment, upload},
    graphql::loaders::{BatchError, RowLoader, Rows, failed, group},
};

/// Key: the latest introduction about a need and a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct LatestAbout {
    pub(crate) need: NeedId,
    pub(crate) product: ProductId,
}

/// Key: what keeps the viewer of this request from proposing that a need and a product meet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct HindrancesOf {
    pub(crate) need: NeedId,
    pub(crate) product: ProductId,
    pub(crate) viewer: OnlyViewer,
}

/// The viewer of a request, of whom there is one: no part of what tells keys apart.
#[derive(Clone, Debug)]
pub(crate) struct OnlyViewer(Viewer);

impl From<Viewer> for OnlyViewer {
    fn from(viewer: Viewer) -> Self {
        Self(viewer)
    }
}

impl PartialEq for OnlyViewer {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for OnlyViewer {}

impl Hash for OnlyViewer {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

/// Key: some messages of a conversation, which are numbered without a gap.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct MessagesOf {
    pub(super) introduction: IntroductionId,
    /// The number of the first.
    pub(super) from: i32,
    /// The number behind the last.
    pub(super) below: i32,
}

/// Key: how many messages of others somebody has not read.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct UnreadOf(pub(super) IntroductionId, pub(super) AccountId);

/// Key: the files of a message.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct AttachmentsOf(pub(super) MessageId);

impl Loader<IntroductionId> for RowLoader {
    type Value = Arc<introduction::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[IntroductionId]) -> Rows<IntroductionId, Self::Value> {
        let query = introduction::Entity::find();
        let query = query.filter(introduction::Column::Id.is_in(keys.iter().copied()));
        let (rows, now) = (query.all(self.database().read()).await.map_err(failed)?, Utc::now());
        Ok(rows.into_iter().map(|row| (row.id, Arc::new(as_of(row, now)))).collect())
    }
}

impl Loader<HindrancesOf> for RowLoader {
    type Value = Vec<IntroductionHindrance>;
    type Error = BatchError;

    async fn load(&self, keys: &[HindrancesOf]) -> Rows<HindrancesOf, Self::Value> {
        // A request has one viewer.
        let Some(HindrancesOf { viewer, .. }) = keys.first() else { return Ok(HashMap::new()) };
        let pairs: Vec<_> = keys.iter().map(|key| (key.need, key.product)).collect();
        let mut found =
            hindrances::of_pairs(self.database().read(), &viewer.0, &pairs).await.map_err(Arc::new)?;
        let of = |key: &HindrancesOf| Some((key.clone(), found.remove(&(key.need, key.product))?));
        Ok(keys.iter().filter_map(of).collect())
    }
}

impl Loader<LatestAbout> for RowLoader {
    type Value = Arc<introduction::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[LatestAbout]) -> Rows<LatestAbout, Self::Value> {
        use introduction::Column;
        let query = introduction::Entity::find()
            .filter(Column::NeedId.is_in(keys.iter().map(|key| key.need)))
            .filter(Column::ProductId.is_in(keys.iter().map(|key| key.product)))
            .order_by_asc(Column::CreatedAt)
            .order_by_asc(Column::Id);
        let (rows, now) = (query.all(self.database().read()).await.map_err(failed)?, Utc::now());
        let about =
            |row: &introduction::Model| Some(LatestAbout { need: row.need_id?, product: row.product_id });
        // Of several the last stays.
        Ok(rows.into_iter().filter_map(|row| Some((about(&row)?, Arc::new(as_of(row, now))))).collect())
    }
}

impl Loader<MessagesOf> for RowLoader {
    type Value = Vec<message::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[MessagesOf]) -> Rows<MessagesOf, Vec<message::Model>> {
        use message::Column;
        let asked = keys.iter().fold(Condition::any(), |any, key| {
            let numbers = Column::Number.between(key.from, key.below - 1);
            any.add(Condition::all().add(Column::IntroductionId.eq(key.introduction)).add(numbers))
        });
        let rows = message::Entity::find()
            .filter(asked)
            .order_by_desc(Column::Number)
            .all(self.database().read())
            .await
            .map_err(failed)?;
        let of = |key: &MessagesOf| {
            let is_asked = |row: &&message::Model| {
                row.introduction_id == key.introduction && (key.from..key.below).contains(&row.number)
            };
            (*key, rows.iter().filter(is_asked).cloned().collect())
        };
        Ok(keys.iter().map(of).collect())
    }
}

impl Loader<UnreadOf> for RowLoader {
    type Value = i64;
    type Error = BatchError;

    async fn load(&self, keys: &[UnreadOf]) -> Rows<UnreadOf, i64> {
        // A request has one reader.
        let Some(UnreadOf(_, account)) = keys.first().copied() else { return Ok(HashMap::new()) };
        let counts: Vec<(IntroductionId, i64)> = unread_by(account)
            .select_only()
            .column(message::Column::IntroductionId)
            .column_as(message::Column::Id.count(), "unread")
            .filter(message::Column::IntroductionId.is_in(keys.iter().map(|key| key.0)))
            .group_by(message::Column::IntroductionId)
            .into_tuple()
            .all(self.database().read())
            .await
            .map_err(failed)?;
        Ok(counts.into_iter().map(|(id, unread)| (UnreadOf(id, account), unread)).collect())
    }
}

impl Loader<AttachmentsOf> for RowLoader {
    type Value = Vec<upload::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[AttachmentsOf]) -> Rows<AttachmentsOf, Vec<upload::Model>> {
        let links = message_attachment::Entity::find()
            .filter(message_attachment::Column::MessageId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(message_attachment::Column::Position)
            .all(self.database().read())
            .await
            .map_err(failed)?;
        let files = upload::Entity::find()
            .filter(upload::Column::Id.is_in(links.iter().map(|link| link.upload_id)))
            .all(self.database().read())
            .await
            .map_err(failed)?;
        let files: HashMap<_, _> = files.into_iter().map(|file| (file.id, file)).collect();
        let of = |link: message_attachment::Model| {
            Some((AttachmentsOf(link.message_id), files.get(&link.upload_id)?.clone()))
        };
        Ok(group(links.into_iter().filter_map(of)))
    }
}
