//! Administrative units of both eras: what the register, the filters and the map speak of.

pub mod graphql;
pub mod place_names;

use std::collections::HashSet;

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use shared::{AdminLevel, AdminUnitId, Era};

use crate::{database::Database, entities::admin_unit, error::Result};

/// Units of one level, by code; all of them or those below a unit (a code of the same era).
pub async fn list(
    database: &Database,
    era: Era,
    level: AdminLevel,
    parent: Option<&str>,
) -> Result<Vec<admin_unit::Model>> {
    let mut query = admin_unit::Entity::find()
        .filter(admin_unit::Column::Era.eq(era))
        .filter(admin_unit::Column::Level.eq(level))
        .order_by_asc(admin_unit::Column::Code);
    if let Some(code) = parent {
        let named = || AdminLevel::ALL.iter().map(|level| AdminUnitId::new(era, *level, code));
        // Wards of a province until 2025 lie in its districts.
        let between = admin_unit::Entity::find()
            .select_only()
            .column(admin_unit::Column::Id)
            .filter(admin_unit::Column::ParentId.is_in(named()));
        let below = Condition::any()
            .add(admin_unit::Column::ParentId.is_in(named()))
            .add(admin_unit::Column::ParentId.in_subquery(between.into_query()));
        query = query.filter(below);
    }
    Ok(query.all(database.read()).await?)
}

/// Whether a unit of an era has a code.
pub async fn is_code(database: &Database, era: Era, code: &str) -> Result<bool> {
    let named = AdminLevel::ALL.iter().map(|level| AdminUnitId::new(era, *level, code));
    let count = admin_unit::Entity::find().filter(admin_unit::Column::Id.is_in(named)).count(database.read());
    Ok(count.await? > 0)
}

/// The first of these units that does not exist.
pub async fn first_unknown(database: &Database, ids: &[AdminUnitId]) -> Result<Option<AdminUnitId>> {
    if ids.is_empty() {
        return Ok(None);
    }
    let known: HashSet<AdminUnitId> = admin_unit::Entity::find()
        .select_only()
        .column(admin_unit::Column::Id)
        .filter(admin_unit::Column::Id.is_in(ids.iter().cloned()))
        .into_tuple()
        .all(database.read())
        .await?
        .into_iter()
        .collect();
    Ok(ids.iter().find(|id| !known.contains(id)).cloned())
}

/// Whether a unit bears a text in its name, accents aside.
pub fn is_named(unit: &admin_unit::Model, folded: &str) -> bool {
    shared::text::fold(&unit.name).contains(folded)
}
