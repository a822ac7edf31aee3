//! What staff decide about single items and pairs of a round: caps of their own, pins and forbids.

use std::sync::Arc;

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;
use shared::{
    CapKind, NeedId, OrganisationId, Problem, ProductId, RoundAction, RoundId, RoundRuleKind, limits,
};
use uuid::Uuid;

use super::{lock, require_after, writing::save_changed};
use crate::{
    accounts::SignedIn,
    app::App,
    bulk,
    changes::{Line, Write},
    entities::{organisation, product, round, round_cap, round_need, round_rule},
    error::{Error, Result},
    forms,
};

/// Gives an item a cap of its own, or takes it away.
pub(super) async fn set_cap(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: RoundId,
    (kind, item): (CapKind, Uuid),
    cap: Option<i32>,
) -> Result<round::Model> {
    if cap.is_some_and(|cap| !(0..=limits::ROUND_CAP).contains(&cap)) {
        return Err(forms::wrong("cap", Problem::OutOfRange));
    }
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let before = lock(write.rows(), id).await?;
    let status = require_after(&before, RoundAction::Change)?;
    require_item(write.rows(), id, kind, item).await?;
    match cap {
        Some(cap) => {
            let count = round_cap::Entity::find().filter(round_cap::Column::RoundId.eq(id));
            require_room("item", count.count(write.rows()).await?)?;
            let row = round_cap::Model { round_id: id, kind, item_id: item, cap };
            bulk::upsert::<round_cap::Entity>(write.rows(), vec![row]).await?;
        }
        None => {
            round_cap::Entity::delete_by_id((id, kind, item)).exec(write.rows()).await?;
        }
    }
    let round = save_changed(&write, round::Model { status, ..before }).await?;
    let line = Line::of("round", id, "cap_set");
    write.record(line.with(None, Some(json!({ "kind": kind, "item": item, "cap": cap }))));
    app.commit(write).await?;
    Ok(round)
}

/// Pins or forbids a pair, or lets it be free again.
pub(super) async fn set_rule(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: RoundId,
    (need, product): (NeedId, ProductId),
    kind: Option<RoundRuleKind>,
) -> Result<round::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let before = lock(write.rows(), id).await?;
    let status = require_after(&before, RoundAction::Change)?;
    match kind {
        Some(kind) => {
            require_item(write.rows(), id, CapKind::Need, need.0).await?;
            require_item(write.rows(), id, CapKind::Product, product.0).await?;
            let count = round_rule::Entity::find().filter(round_rule::Column::RoundId.eq(id));
            require_room("product", count.count(write.rows()).await?)?;
            let row = round_rule::Model { round_id: id, need_id: need, product_id: product, kind };
            bulk::upsert::<round_rule::Entity>(write.rows(), vec![row]).await?;
        }
        None => {
            round_rule::Entity::delete_by_id((id, need, product)).exec(write.rows()).await?;
        }
    }
    let round = save_changed(&write, round::Model { status, ..before }).await?;
    let line = Line::of("round", id, "rule_set");
    write.record(line.with(None, Some(json!({ "need": need, "product": product, "kind": kind }))));
    app.commit(write).await?;
    Ok(round)
}

fn require_room(field: &'static str, there: u64) -> Result<()> {
    if there >= limits::ROUND_RULES as u64 {
        return Err(forms::wrong(field, Problem::TooMany));
    }
    Ok(())
}

/// Fails unless an item can be in a round: needs that are taken in, products that are published, producers.
async fn require_item(rows: &impl ConnectionTrait, round: RoundId, kind: CapKind, item: Uuid) -> Result<()> {
    let (is_there, thing) = match kind {
        CapKind::Need => {
            let row = round_need::Entity::find_by_id((round, NeedId(item))).one(rows).await?;
            (row.is_some(), "need")
        }
        CapKind::Product => {
            let published = Condition::all().add(product::Column::PublishedAt.is_not_null());
            let row = product::Entity::find_by_id(ProductId(item)).filter(published).one(rows).await?;
            (row.is_some(), "product")
        }
        CapKind::Producer => {
            let produces = Condition::all().add(organisation::Column::IsProducer.eq(true));
            let row = organisation::Entity::find_by_id(OrganisationId(item)).filter(produces);
            (row.one(rows).await?.is_some(), "producer")
        }
    };
    if is_there { Ok(()) } else { Err(Error::NotFound(thing)) }
}
