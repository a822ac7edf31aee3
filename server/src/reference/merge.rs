//! Bringing a table up to date with a file: new rows are added, changed ones updated, none deleted, and those
//! a person has edited here left alone.

use std::collections::{HashMap, HashSet};

use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, IntoActiveModel, ModelTrait, QueryFilter, QuerySelect,
};
use shared::AdminUnitId;

use super::{Requirements, SetLoaded, Units};
use crate::{
    bulk,
    changes::Write,
    entities::{
        admin_unit, admin_unit_successor, certificate_kind, change, product_group, requirement,
        requirement_certificate, unit,
    },
    error::Result,
};

/// A row of a list that is known by a code.
pub(super) trait Coded: ModelTrait + FromQueryResult + PartialEq {
    /// The name of the table.
    const ENTITY: &'static str;
    /// The key of the row, as the log names it.
    fn code(&self) -> &str;
}

impl Coded for admin_unit::Model {
    const ENTITY: &'static str = "admin_unit";
    fn code(&self) -> &str {
        &self.id.0
    }
}

impl Coded for product_group::Model {
    const ENTITY: &'static str = "product_group";
    fn code(&self) -> &str {
        &self.code
    }
}

impl Coded for certificate_kind::Model {
    const ENTITY: &'static str = "certificate_kind";
    fn code(&self) -> &str {
        &self.code
    }
}

impl Coded for requirement::Model {
    const ENTITY: &'static str = "requirement";
    fn code(&self) -> &str {
        &self.code
    }
}

impl Coded for unit::Model {
    const ENTITY: &'static str = "unit";
    fn code(&self) -> &str {
        &self.code
    }
}

/// Merges the rows of a list; a row stands after the one it refers to.
pub(super) async fn list<M>(write: &Write, rows: Vec<M>) -> Result<SetLoaded>
where
    M: Coded + IntoActiveModel<<M::Entity as EntityTrait>::ActiveModel>,
    M::Entity: EntityTrait<Model = M>,
{
    let mut set = SetLoaded::new(M::ENTITY);
    let known = M::Entity::find().all(write.rows()).await?;
    let known: HashMap<&str, &M> = known.iter().map(|row| (row.code(), row)).collect();
    let edited = edited_by_people(write, M::ENTITY).await?;
    let mut news = Vec::new();
    for row in rows {
        match known.get(row.code()) {
            Some(before) if **before == row => set.unchanged += 1,
            Some(_) if edited.contains(row.code()) => set.kept += 1,
            Some(_) => {
                set.updated += 1;
                news.push(row);
            }
            None => {
                set.added += 1;
                news.push(row);
            }
        }
    }
    bulk::upsert::<M::Entity>(write.rows(), news).await?;
    Ok(set)
}

/// Merges administrative units. Which units a unit became is part of its row: a newer list replaces it.
pub(super) async fn units(write: &Write, units: Units) -> Result<SetLoaded> {
    let set = list(write, units.units).await?;
    let known = admin_unit_successor::Entity::find().all(write.rows()).await?;
    let (known, wanted) = (by_unit(known), by_unit(units.successors));
    let news: Vec<_> = wanted.into_iter().filter(|(unit, list)| known.get(unit) != Some(list)).collect();
    let replaced: Vec<AdminUnitId> =
        news.iter().map(|(unit, _)| unit).filter(|unit| known.contains_key(unit)).cloned().collect();
    for units in replaced.chunks(bulk::BOUND_VALUES) {
        let of_units = admin_unit_successor::Column::UnitId.is_in(units.to_vec());
        admin_unit_successor::Entity::delete_many().filter(of_units).exec(write.rows()).await?;
    }
    let rows = news.into_iter().flat_map(|(_, list)| list).collect();
    bulk::insert::<admin_unit_successor::Entity>(write.rows(), rows).await?;
    Ok(set)
}

/// Merges what buyers ask for. Which papers meet a requirement is part of its row: a newer list replaces it, unless a
/// person has edited the requirement here.
pub(super) async fn requirements(write: &Write, rows: Requirements) -> Result<SetLoaded> {
    let set = list(write, rows.requirements).await?;
    let edited = edited_by_people(write, requirement::Model::ENTITY).await?;
    let of_edited = |row: &requirement_certificate::Model| edited.contains(&row.requirement_code);
    let known = requirement_certificate::Entity::find().all(write.rows()).await?;
    let wanted: Vec<_> = rows.certificates.into_iter().filter(|row| !of_edited(row)).collect();
    for row in known.iter().filter(|row| !of_edited(row) && !wanted.contains(row)) {
        let key = (row.requirement_code.clone(), row.certificate_code.clone());
        requirement_certificate::Entity::delete_by_id(key).exec(write.rows()).await?;
    }
    let news = wanted.into_iter().filter(|row| !known.contains(row)).collect();
    bulk::insert::<requirement_certificate::Entity>(write.rows(), news).await?;
    Ok(set)
}

/// The successors of each unit, in order.
fn by_unit(
    mut rows: Vec<admin_unit_successor::Model>,
) -> HashMap<AdminUnitId, Vec<admin_unit_successor::Model>> {
    rows.sort_by_key(|row| row.position);
    let mut lists: HashMap<_, Vec<_>> = HashMap::new();
    for row in rows {
        lists.entry(row.unit_id.clone()).or_default().push(row);
    }
    lists
}

/// Rows that have lines of their own in the log: a load writes one line for all, `*`.
async fn edited_by_people(write: &Write, entity: &str) -> Result<HashSet<String>> {
    let ids = change::Entity::find()
        .select_only()
        .column(change::Column::EntityId)
        .distinct()
        .filter(change::Column::Entity.eq(entity))
        .filter(change::Column::EntityId.ne("*"));
    Ok(ids.into_tuple::<String>().all(write.rows()).await?.into_iter().collect())
}
