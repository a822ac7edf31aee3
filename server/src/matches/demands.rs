//! Needs as the rules of matching see them, read with a fixed number of statements.

use std::{collections::HashMap, hash::Hash};

use matchmaking::{
    amounts::Amount,
    demand::{Asked, Demand},
    words,
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use shared::{NeedId, NeedStatus};

use super::{market::Wanted, supplies::points_of};
use crate::{
    database::Database,
    entities::{need, need_group, need_province, need_requirement, organisation},
    error::Result,
    labels::Labels,
};

/// Some needs; those that are closed are left out.
pub(super) async fn of(database: &Database, labels: &Labels, ids: &[NeedId]) -> Result<Vec<Wanted>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let these = Condition::all().add(need::Column::Id.is_in(ids.iter().copied()));
    read(database, labels, these).await
}

/// All needs that are not closed.
pub(super) async fn all(database: &Database, labels: &Labels) -> Result<Vec<Wanted>> {
    read(database, labels, Condition::all()).await
}

async fn read(database: &Database, labels: &Labels, which: Condition) -> Result<Vec<Wanted>> {
    let rows = database.read();
    let is_current = need::Column::Status.ne(NeedStatus::Closed);
    let needs = need::Entity::find().filter(which).filter(is_current).all(rows).await?;
    let ids: Vec<NeedId> = needs.iter().map(|row| row.id).collect();
    let groups = need_group::Entity::find().filter(need_group::Column::NeedId.is_in(ids.iter().copied()));
    let groups = by(groups.all(rows).await?, |row| (row.need_id, row.group_code));
    let provinces =
        need_province::Entity::find().filter(need_province::Column::NeedId.is_in(ids.iter().copied()));
    let provinces = by(provinces.all(rows).await?, |row| (row.need_id, row.unit_id));
    let asked =
        need_requirement::Entity::find().filter(need_requirement::Column::NeedId.is_in(ids.iter().copied()));
    let asked = by(asked.all(rows).await?, |row| (row.need_id, (row.requirement_code, row.number)));
    let retailers = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(needs.iter().map(|row| row.organisation_id)))
        .all(rows)
        .await?;
    let points = points_of(database, labels, &retailers).await?;

    let wanted = needs.into_iter().map(|row| {
        let measure = row.unit_code.as_deref().and_then(|code| labels.measure(code));
        let asked = asked.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        // In the order of the list.
        let in_order = labels.requirements().iter().filter_map(|line| {
            let (_, number) = asked.iter().find(|(code, _)| *code == line.code)?;
            Some(Asked { requirement: labels.asked(&line.code)?, number: *number })
        });
        let demand = Demand {
            id: row.id,
            retailer: row.organisation_id,
            words: words::of(&row.name),
            groups: groups.get(&row.id).cloned().unwrap_or_default(),
            min_stars: row.min_stars.and_then(|stars| u8::try_from(stars).ok()),
            amount: row
                .quantity_per_month
                .zip(measure.clone())
                .map(|(quantity, measure)| Amount { quantity, measure }),
            months: row.months.and_then(|months| u16::try_from(months).ok()),
            ceiling: row.price_ceiling.zip(measure),
            deadline: row.deadline,
            provinces: provinces.get(&row.id).cloned().unwrap_or_default(),
            requirements: in_order.collect(),
            point: points.get(&row.organisation_id).copied(),
        };
        Wanted { demand, status: row.status, visibility: row.visibility }
    });
    Ok(wanted.collect())
}

/// Rows by a key of theirs.
pub(super) fn by<R, K: Hash + Eq, V>(rows: Vec<R>, parts: impl Fn(R) -> (K, V)) -> HashMap<K, Vec<V>> {
    let mut grouped: HashMap<K, Vec<V>> = HashMap::new();
    for (key, value) in rows.into_iter().map(parts) {
        grouped.entry(key).or_default().push(value);
    }
    grouped
}
