//! Administrative units of both eras: what the register, the filters and the map speak of.

pub mod graphql;
pub mod place_names;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::{AdminLevel, AdminUnitId, Era};

use crate::{database::Database, entities::admin_unit, error::Result};

/// Units of one level, by code; all of them or those of one parent (a code of the same era).
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
        let parents = AdminLevel::ALL.iter().map(|level| AdminUnitId::new(era, *level, code));
        query = query.filter(admin_unit::Column::ParentId.is_in(parents));
    }
    Ok(query.all(database.read()).await?)
}

/// Whether a unit bears a text in its name, accents aside.
pub fn is_named(unit: &admin_unit::Model, folded: &str) -> bool {
    shared::text::fold(&unit.name).contains(folded)
}
