//! Beginning, changing and deleting rounds.

use std::sync::Arc;

use chrono::Utc;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use serde_json::json;
use shared::{RoundAction, RoundId, RoundStatus};

use super::{
    inputs::{RoundInput, fill},
    lock, require_after,
    stored::{Scope, StoredWeights},
};
use crate::{
    accounts::SignedIn,
    app::App,
    changes::{Line, Write},
    entities::round,
    error::{Error, Result},
    matches,
};

/// Begins a round without needs.
pub(super) async fn create(app: &Arc<App>, somebody: &SignedIn, input: RoundInput) -> Result<round::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let set = matches::weights(&app.database).await?;
    let now = Utc::now();
    let empty = round::Model {
        id: RoundId::new(),
        name: String::new(),
        event_id: None,
        status: RoundStatus::Draft,
        need_cap: 0,
        product_cap: 0,
        producer_cap: 0,
        candidates: 0,
        scope: Scope::default(),
        weights: StoredWeights(set),
        problem: None,
        outcome: None,
        run_id: None,
        run_percent: 0,
        run_seen_at: None,
        accepted_at: None,
        created_by: somebody.account_id,
        created_at: now,
        updated_at: now,
        version: 1,
    };
    let round = fill(write.rows(), &app.labels(), set, input, empty).await?;
    round::Entity::insert(round.clone().into_active_model()).exec_without_returning(write.rows()).await?;
    write.record(Line::of("round", round.id, "created").with(None, Some(logged(&round))));
    app.commit(write).await?;
    Ok(round)
}

/// Changes what is chosen; `version` is the one that was read.
pub(super) async fn update(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: RoundId,
    version: i32,
    input: RoundInput,
) -> Result<round::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let before = lock(write.rows(), id).await?;
    if before.version != version {
        return Err(Error::Conflict("round"));
    }
    let status = require_after(&before, RoundAction::Change)?;
    let kept = before.weights.0;
    let round = fill(write.rows(), &app.labels(), kept, input, before.clone()).await?;
    let round = save_changed(&write, round::Model { status, ..round }).await?;
    write.record(Line::of("round", id, "updated").with(Some(logged(&before)), Some(logged(&round))));
    app.commit(write).await?;
    Ok(round)
}

/// Writes a round of which something that counts has changed: whatever is being solved is of no use any more.
pub(super) async fn save_changed(write: &Write, mut round: round::Model) -> Result<round::Model> {
    round.run_id = None;
    round.problem = None;
    round.touch();
    save(write, &round).await?;
    Ok(round)
}

/// Writes a round.
pub(super) async fn save(write: &Write, round: &round::Model) -> Result<()> {
    round::Entity::update(round.clone().into_active_model().reset_all()).exec(write.rows()).await?;
    Ok(())
}

/// Deletes a round that is not accepted.
pub(super) async fn delete(app: &Arc<App>, somebody: &SignedIn, id: RoundId) -> Result<()> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let round = lock(write.rows(), id).await?;
    require_after(&round, RoundAction::Delete)?;
    round::Entity::delete_by_id(id).exec(write.rows()).await?;
    write.record(Line::of("round", id, "deleted").with(Some(logged(&round)), None));
    app.commit(write).await
}

fn logged(round: &round::Model) -> sea_orm::JsonValue {
    json!({
        "name": round.name,
        "event": round.event_id,
        "need_cap": round.need_cap,
        "product_cap": round.product_cap,
        "producer_cap": round.producer_cap,
        "candidates": round.candidates,
        "scope": round.scope,
        "weights": round.weights,
    })
}
