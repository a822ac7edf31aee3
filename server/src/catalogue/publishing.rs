//! Showing a product to everybody, and hiding it again. Staff have verified who makes it, and there is something to read.

use std::sync::Arc;

use chrono::Utc;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use shared::{Problem, ProductId};

use super::{require_own, types::Hindrance};
use crate::{
    accounts::SignedIn,
    app::App,
    changes::{Line, Write},
    entities::{organisation, product},
    error::Result,
    forms,
};

/// What keeps a product from being published.
pub(super) fn hindrances(product: &product::Model, producer: &organisation::Model) -> Vec<Hindrance> {
    let unverified = producer.verified_at.is_none().then_some(Hindrance::NotVerified);
    let undescribed = product.description.is_none().then_some(Hindrance::NoDescription);
    unverified.into_iter().chain(undescribed).collect()
}

/// Publishes a product of the own organisation, or hides it.
pub(super) async fn set(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: ProductId,
    published: bool,
) -> Result<product::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let (product, producer) = require_own(write.rows(), somebody, id).await?;
    if product.published_at.is_some() == published {
        return Ok(product);
    }
    if published && !hindrances(&product, &producer).is_empty() {
        return Err(forms::wrong("id", Problem::NotPossibleNow));
    }
    let mut row = product.into_active_model();
    row.published_at = Set(published.then(Utc::now));
    row.touch();
    let product = row.update(write.rows()).await?;
    write.record(Line::of("product", id, if published { "published" } else { "hidden" }));
    app.commit(write).await?;
    Ok(product)
}
