//! "Still true": somebody of the producer says so of facts that are there, and they are fresh again.

use std::sync::Arc;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use shared::{FactKind, ProductId};

use super::{
    require_own,
    sheet::{Sheet, note_facts},
};
use crate::{
    accounts::SignedIn,
    app::App,
    changes::{Line, Write},
    entities::{product, product_fact},
    error::Result,
};

/// Confirms some facts, or all that are known.
pub(super) async fn confirm(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: ProductId,
    kinds: Option<Vec<FactKind>>,
) -> Result<product::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let (product, _) = require_own(write.rows(), somebody, id).await?;
    let sheet = Sheet::read(write.rows(), product).await?;
    let asked = kinds.unwrap_or_else(|| FactKind::ALL.to_vec());
    let answered = product_fact::Entity::find()
        .filter(product_fact::Column::ProductId.eq(id))
        .filter(product_fact::Column::Kind.eq(FactKind::Answers))
        .one(write.rows())
        .await?;
    let is_known = |kind: &FactKind| match kind {
        FactKind::Answers => answered.is_some(),
        kind => sheet.knows(*kind),
    };
    let known: Vec<FactKind> = asked.into_iter().filter(is_known).collect();
    if known.is_empty() {
        return Ok(sheet.product);
    }
    note_facts(&write, &sheet, &known).await?;
    write.record(Line::of("product", id, "confirmed").with(None, Some(json!({ "facts": known }))));
    app.commit(write).await?;
    Ok(sheet.product)
}
