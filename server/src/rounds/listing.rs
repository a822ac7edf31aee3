//! Rounds, their needs and their pairs, page by page.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use shared::{CapKind, EventId, NeedId, RoundId};

use crate::{
    database::Database,
    entities::{round, round_cap, round_need, round_pair, round_rule},
    error::Result,
};

/// The place of a round in the list: the latest changed first.
pub(super) type Key = (DateTime<Utc>, RoundId);

/// Some of several rows, and how many there are in all.
pub(super) struct Listed<T> {
    pub(super) rows: Vec<T>,
    pub(super) total: usize,
}

/// Rounds, of an event or all.
pub(super) async fn rounds(
    database: &Database,
    event: Option<EventId>,
    after: Option<Key>,
    limit: usize,
) -> Result<Listed<round::Model>> {
    let mut query = round::Entity::find();
    if let Some(event) = event {
        query = query.filter(round::Column::EventId.eq(event));
    }
    let total = counted(&query, database).await?;
    if let Some((at, id)) = after {
        let at_once = round::Column::UpdatedAt.eq(at).and(round::Column::Id.lt(id));
        query = query.filter(round::Column::UpdatedAt.lt(at).or(at_once));
    }
    let query = query.order_by_desc(round::Column::UpdatedAt).order_by_desc(round::Column::Id);
    Ok(Listed { rows: query.limit(limit as u64).all(database.read()).await?, total })
}

/// The needs of a round after a place; of `unserved` only those that got nothing in the plan.
pub(super) async fn needs(
    database: &Database,
    round: RoundId,
    unserved: bool,
    after: Option<i32>,
    limit: usize,
) -> Result<Listed<round_need::Model>> {
    use round_need::Column;
    let mut query = round_need::Entity::find().filter(Column::RoundId.eq(round));
    if unserved {
        query = query.filter(Column::Unserved.is_not_null());
    }
    let total = counted(&query, database).await?;
    let query = query.filter(Column::Number.gt(after.unwrap_or_default())).order_by_asc(Column::Number);
    Ok(Listed { rows: query.limit(limit as u64).all(database.read()).await?, total })
}

/// Which pairs of a plan.
pub(super) struct Pairs {
    pub(super) need: Option<NeedId>,
    /// Only those that something kept from being introduced.
    pub(super) skipped: bool,
}

/// The pairs of a plan after a place.
pub(super) async fn pairs(
    database: &Database,
    round: RoundId,
    which: &Pairs,
    after: Option<i32>,
    limit: usize,
) -> Result<Listed<round_pair::Model>> {
    use round_pair::Column;
    let mut query = round_pair::Entity::find().filter(Column::RoundId.eq(round));
    if let Some(need) = which.need {
        query = query.filter(Column::NeedId.eq(need));
    }
    if which.skipped {
        query = query.filter(Column::Skipped.is_not_null());
    }
    let total = counted(&query, database).await?;
    let query = query.filter(Column::Number.gt(after.unwrap_or_default())).order_by_asc(Column::Number);
    Ok(Listed { rows: query.limit(limit as u64).all(database.read()).await?, total })
}

/// The caps that items of a round have of their own.
pub(super) async fn caps(database: &Database, round: RoundId) -> Result<Vec<round_cap::Model>> {
    let query = round_cap::Entity::find().filter(round_cap::Column::RoundId.eq(round));
    let query = query.order_by_asc(round_cap::Column::Kind).order_by_asc(round_cap::Column::ItemId);
    Ok(query.all(database.read()).await?)
}

/// The caps that needs of a round have of their own.
pub(super) async fn caps_of_needs(database: &Database, round: RoundId) -> Result<HashMap<NeedId, i32>> {
    let query = round_cap::Entity::find().filter(round_cap::Column::RoundId.eq(round));
    let rows = query.filter(round_cap::Column::Kind.eq(CapKind::Need)).all(database.read()).await?;
    Ok(rows.into_iter().map(|row| (NeedId(row.item_id), row.cap)).collect())
}

/// Pins and forbids of a round.
pub(super) async fn rules(database: &Database, round: RoundId) -> Result<Vec<round_rule::Model>> {
    use round_rule::Column;
    let query = round_rule::Entity::find().filter(Column::RoundId.eq(round));
    let query =
        query.order_by_desc(Column::Kind).order_by_asc(Column::NeedId).order_by_asc(Column::ProductId);
    Ok(query.all(database.read()).await?)
}

async fn counted<E: EntityTrait>(query: &Select<E>, database: &Database) -> Result<usize>
where
    E::Model: Send + Sync,
{
    Ok(usize::try_from(query.clone().count(database.read()).await?).unwrap_or(usize::MAX))
}
