//! The names by which what lies in a unit is found: the unit's own, and for a unit of today those of the units it
//! was made of, because people go on using them.

use std::collections::{HashMap, HashSet};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::AdminUnitId;

use crate::{
    database::Database,
    entities::{admin_unit, admin_unit_successor},
    error::Result,
};

/// Names of some units and of those before them, with what kind of unit each is.
#[derive(Debug, Default)]
pub struct PlaceNames {
    names: HashMap<AdminUnitId, String>,
    before: HashMap<AdminUnitId, Vec<AdminUnitId>>,
}

impl PlaceNames {
    /// Reads the names of some units, with two statements however many they are; a place has a few of them.
    pub async fn of(
        database: &Database,
        units: impl IntoIterator<Item = &Option<AdminUnitId>>,
    ) -> Result<Self> {
        let mut wanted: HashSet<AdminUnitId> = units.into_iter().flatten().cloned().collect();
        if wanted.is_empty() {
            return Ok(Self::default());
        }
        let successions = admin_unit_successor::Entity::find()
            .filter(admin_unit_successor::Column::SuccessorId.is_in(wanted.iter().cloned()))
            .order_by_asc(admin_unit_successor::Column::UnitId)
            .all(database.read())
            .await?;
        let mut before: HashMap<AdminUnitId, Vec<AdminUnitId>> = HashMap::new();
        for succession in successions {
            wanted.insert(succession.unit_id.clone());
            before.entry(succession.successor_id).or_default().push(succession.unit_id);
        }
        let names: Vec<(AdminUnitId, String)> = admin_unit::Entity::find()
            .select_only()
            .columns([admin_unit::Column::Id, admin_unit::Column::Name])
            .filter(admin_unit::Column::Id.is_in(wanted))
            .into_tuple()
            .all(database.read())
            .await?;
        Ok(Self { names: names.into_iter().collect(), before })
    }

    /// The name of a unit.
    pub fn name(&self, unit: &Option<AdminUnitId>) -> Option<&str> {
        self.names.get(unit.as_ref()?).map(String::as_str)
    }

    /// The names of the units that a unit of today was made of.
    pub fn names_before(&self, unit: &Option<AdminUnitId>) -> impl Iterator<Item = &str> {
        let before = unit.as_ref().and_then(|unit| self.before.get(unit)).into_iter().flatten();
        before.filter_map(|unit| self.names.get(unit)).map(String::as_str)
    }
}
