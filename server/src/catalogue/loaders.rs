//! Parts of products' sheets, gathered per request.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::{ProductId, UploadId};

use crate::{
    entities::{product_answer, product_fact, product_photo, product_terms, upload, variant},
    graphql::loaders::{BatchError, RowLoader, Rows, failed, group},
};

/// Key: on what terms a product can be had.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct TermsOf(pub(crate) ProductId);
/// Key: the packs of a product.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct VariantsOf(pub(crate) ProductId);
/// Key: the photos of a product.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct PhotosOf(pub(crate) ProductId);
/// Key: since when the facts about a product are known to be true.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct FactsOf(pub(crate) ProductId);
/// Key: answers to what buyers ask.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct AnswersOf(pub(crate) ProductId);

impl Loader<TermsOf> for RowLoader {
    type Value = product_terms::Model;
    type Error = BatchError;

    async fn load(&self, keys: &[TermsOf]) -> Rows<TermsOf, product_terms::Model> {
        let rows = product_terms::Entity::find()
            .filter(product_terms::Column::ProductId.is_in(keys.iter().map(|key| key.0)))
            .all(self.database().read())
            .await
            .map_err(failed)?;
        Ok(rows.into_iter().map(|row| (TermsOf(row.product_id), row)).collect())
    }
}

impl Loader<VariantsOf> for RowLoader {
    type Value = Vec<variant::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[VariantsOf]) -> Rows<VariantsOf, Vec<variant::Model>> {
        let rows = variant::Entity::find()
            .filter(variant::Column::ProductId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(variant::Column::Position)
            .all(self.database().read())
            .await
            .map_err(failed)?;
        Ok(group(rows.into_iter().map(|row| (VariantsOf(row.product_id), row))))
    }
}

impl Loader<PhotosOf> for RowLoader {
    type Value = Vec<upload::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[PhotosOf]) -> Rows<PhotosOf, Vec<upload::Model>> {
        let links = product_photo::Entity::find()
            .filter(product_photo::Column::ProductId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(product_photo::Column::Position)
            .all(self.database().read())
            .await
            .map_err(failed)?;
        let ids = links.iter().map(|link| link.upload_id);
        let uploads = upload::Entity::find().filter(upload::Column::Id.is_in(ids));
        let uploads = uploads.all(self.database().read()).await.map_err(failed)?;
        let uploads: HashMap<UploadId, upload::Model> =
            uploads.into_iter().map(|upload| (upload.id, upload)).collect();
        let of = |link: product_photo::Model| {
            Some((PhotosOf(link.product_id), uploads.get(&link.upload_id)?.clone()))
        };
        Ok(group(links.into_iter().filter_map(of)))
    }
}

impl Loader<FactsOf> for RowLoader {
    type Value = Vec<product_fact::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[FactsOf]) -> Rows<FactsOf, Vec<product_fact::Model>> {
        let rows = product_fact::Entity::find()
            .filter(product_fact::Column::ProductId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(product_fact::Column::Kind)
            .all(self.database().read())
            .await
            .map_err(failed)?;
        Ok(group(rows.into_iter().map(|row| (FactsOf(row.product_id), row))))
    }
}

impl Loader<AnswersOf> for RowLoader {
    type Value = Vec<product_answer::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[AnswersOf]) -> Rows<AnswersOf, Vec<product_answer::Model>> {
        let rows = product_answer::Entity::find()
            .filter(product_answer::Column::ProductId.is_in(keys.iter().map(|key| key.0)))
            .all(self.database().read())
            .await
            .map_err(failed)?;
        Ok(group(rows.into_iter().map(|row| (AnswersOf(row.product_id), row))))
    }
}

impl Loader<UploadId> for RowLoader {
    type Value = upload::Model;
    type Error = BatchError;

    async fn load(&self, keys: &[UploadId]) -> Rows<UploadId, upload::Model> {
        let query = upload::Entity::find().filter(upload::Column::Id.is_in(keys.iter().copied()));
        let rows = query.all(self.database().read()).await.map_err(failed)?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}
