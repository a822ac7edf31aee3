//! Taking needs in and out of a round.

use std::{collections::HashSet, sync::Arc};

use async_graphql::ID;
use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use shared::{CapKind, NeedId, Problem, RoundAction, RoundId, limits};

use super::{inputs::RoundNeedFilter, lock, require_after, writing::save_changed};
use crate::{
    accounts::SignedIn,
    app::App,
    bulk,
    changes::{Line, Write},
    entities::{round, round_cap, round_need, round_rule},
    error::{Error, Result},
    forms, needs,
};

/// Which needs come and go.
pub(super) struct NeedChanges {
    pub(super) add: Vec<ID>,
    pub(super) add_matching: Option<RoundNeedFilter>,
    pub(super) remove: Vec<ID>,
}

/// Takes them in and out. Needs that are in already, or not, are no problem.
pub(super) async fn change_needs(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: RoundId,
    changes: NeedChanges,
    today: NaiveDate,
) -> Result<round::Model> {
    let (add, remove) = (parsed("add", &changes.add)?, parsed("remove", &changes.remove)?);
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let before = lock(write.rows(), id).await?;
    let status = require_after(&before, RoundAction::Change)?;
    let filter = changes.add_matching.map(|filter| open_filter(filter, &before)).transpose()?;
    let kept = of_round(write.rows(), id).await?;
    let mut wanted = needs::open_among(write.rows(), &add, today).await?;
    if wanted.len() < add.iter().collect::<HashSet<_>>().len() {
        return Err(forms::wrong("add", Problem::NotOffered));
    }
    if let Some(filter) = filter {
        wanted.extend(needs::open_that_fit(write.rows(), &app.labels(), &filter, today).await?);
    }
    let there: HashSet<NeedId> = kept.iter().map(|row| row.need_id).collect();
    let mut known = there.clone();
    wanted.retain(|need| known.insert(*need));
    let removed: Vec<NeedId> = remove.into_iter().filter(|need| there.contains(need)).collect();
    if kept.len() + wanted.len() - removed.len() > limits::ROUND_NEEDS {
        return Err(forms::wrong("add", Problem::TooMany));
    }
    if wanted.is_empty() && removed.is_empty() {
        return Ok(before);
    }
    let after = kept.iter().map(|row| row.number).max().unwrap_or_default();
    add_rows(&write, id, after, &wanted).await?;
    forget(&write, id, &removed).await?;
    let round = save_changed(&write, round::Model { status, ..before }).await?;
    let line = Line::of("round", id, "needs_changed");
    write.record(line.with(None, Some(json!({ "added": wanted, "removed": removed }))));
    app.commit(write).await?;
    Ok(round)
}

fn open_filter(filter: RoundNeedFilter, round: &round::Model) -> Result<needs::OpenFilter> {
    let of_participants = filter.of_participants.unwrap_or_default();
    if of_participants && round.event_id.is_none() {
        return Err(forms::wrong("addMatching.ofParticipants", Problem::NotPossibleNow));
    }
    Ok(needs::OpenFilter {
        groups: filter.groups,
        opened_since: filter.opened_since.map(|day| day.0),
        deadline_until: filter.deadline_until.map(|day| day.0),
        participants_of: round.event_id.filter(|_| of_participants),
    })
}

/// The needs of a round, in the order they came in.
pub(super) async fn of_round(rows: &impl ConnectionTrait, id: RoundId) -> Result<Vec<round_need::Model>> {
    let query = round_need::Entity::find().filter(round_need::Column::RoundId.eq(id));
    Ok(query.order_by_asc(round_need::Column::Number).all(rows).await?)
}

fn parsed(field: &'static str, ids: &[ID]) -> Result<Vec<NeedId>> {
    if ids.len() > limits::ROUND_NEEDS {
        return Err(forms::wrong(field, Problem::TooMany));
    }
    ids.iter().map(|id| id.parse().map_err(|_| Error::NotFound("need"))).collect()
}

async fn add_rows(write: &Write, id: RoundId, after: i32, needs: &[NeedId]) -> Result<()> {
    let rows = (after + 1..).zip(needs).map(|(number, need)| round_need::Model {
        round_id: id,
        need_id: *need,
        number,
        planned: 0,
        unserved: None,
        full_products: 0,
        full_producers: 0,
    });
    bulk::insert::<round_need::Entity>(write.rows(), rows.collect()).await
}

/// Takes out needs with all that was decided about them.
async fn forget(write: &Write, id: RoundId, needs: &[NeedId]) -> Result<()> {
    if needs.is_empty() {
        return Ok(());
    }
    let these = || needs.iter().copied();
    round_need::Entity::delete_many()
        .filter(round_need::Column::RoundId.eq(id))
        .filter(round_need::Column::NeedId.is_in(these()))
        .exec(write.rows())
        .await?;
    round_rule::Entity::delete_many()
        .filter(round_rule::Column::RoundId.eq(id))
        .filter(round_rule::Column::NeedId.is_in(these()))
        .exec(write.rows())
        .await?;
    round_cap::Entity::delete_many()
        .filter(round_cap::Column::RoundId.eq(id))
        .filter(round_cap::Column::Kind.eq(CapKind::Need))
        .filter(round_cap::Column::ItemId.is_in(these().map(|need| need.0)))
        .exec(write.rows())
        .await?;
    Ok(())
}
