//! Accepting a round: the pairs of its plan are introduced to each other, and nothing of it changes any more.

use std::{collections::HashMap, sync::Arc};

use chrono::Utc;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use shared::{IntroductionHindrance, NeedId, ProductId, RoundAction, RoundId};

use super::{lock, require_after, writing::save};
use crate::{
    accounts::SignedIn,
    app::App,
    bulk,
    changes::{Line, Write},
    entities::{round, round_pair},
    error::{Error, Result},
    introductions::{
        by_staff::{self, Introduced, Words},
        lapsing,
    },
};

/// Accepts a plan; `version` is the one that was read.
pub(super) async fn accept(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: RoundId,
    version: i32,
    words: &Words,
) -> Result<round::Model> {
    // What has lapsed must not stand in the way.
    lapsing::write_all_down(app).await?;
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let before = lock(write.rows(), id).await?;
    if before.version != version {
        return Err(Error::Conflict("round"));
    }
    let status = require_after(&before, RoundAction::Accept)?;
    let plan = round_pair::Entity::find().filter(round_pair::Column::RoundId.eq(id));
    let plan = plan.order_by_asc(round_pair::Column::Number).all(write.rows()).await?;
    let pairs: Vec<(NeedId, ProductId)> = plan.iter().map(|row| (row.need_id, row.product_id)).collect();
    let became = by_staff::introduce(app, &mut write, somebody, &pairs, words).await?;
    let introduced = became.values().filter(|became| became.is_ok()).count();
    note(&write, id, plan, &became).await?;
    let mut round = round::Model { status, run_id: None, accepted_at: Some(Utc::now()), ..before };
    round.touch();
    save(&write, &round).await?;
    let told = json!({ "introduced": introduced, "skipped": pairs.len() - introduced });
    write.record(Line::of("round", id, "accepted").with(None, Some(told)));
    app.commit(write).await?;
    Ok(round)
}

/// Notes what became of each pair.
async fn note(
    write: &Write,
    id: RoundId,
    plan: Vec<round_pair::Model>,
    became: &HashMap<(NeedId, ProductId), Introduced>,
) -> Result<()> {
    let old = round_pair::Entity::delete_many().filter(round_pair::Column::RoundId.eq(id));
    old.exec(write.rows()).await?;
    let noted = |row: round_pair::Model| {
        let became = became.get(&(row.need_id, row.product_id));
        let introduction_id = became.and_then(|became| became.as_ref().ok().copied());
        let skipped = became.and_then(|became| became.as_ref().err()).map(|hindrances| written(hindrances));
        round_pair::Model { introduction_id, skipped, ..row }
    };
    bulk::insert::<round_pair::Entity>(write.rows(), plan.into_iter().map(noted).collect()).await
}

fn written(hindrances: &[IntroductionHindrance]) -> String {
    hindrances.iter().map(|hindrance| hindrance.as_str()).collect::<Vec<_>>().join(",")
}

/// What kept a pair from being introduced.
pub(super) fn skipped(row: &round_pair::Model) -> Vec<IntroductionHindrance> {
    let text = row.skipped.as_deref().unwrap_or_default();
    text.split(',').filter_map(IntroductionHindrance::parse).collect()
}
