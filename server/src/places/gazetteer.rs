//! The units of both eras, found by name.

use std::collections::HashMap;

use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};
use shared::{AdminLevel, AdminUnitId, CoordPrecision, Era};

use super::names::{Name, Spelling, may_be};
use crate::{
    entities::{admin_unit, admin_unit_successor},
    error::Result,
};

/// Other names of provinces. Thừa Thiên Huế became Thành phố Huế on 1 January 2025.
const OTHER_NAMES: [(&str, &str); 4] =
    [("thuathienhue", "hue"), ("hcm", "hochiminh"), ("tphcm", "hochiminh"), ("saigon", "hochiminh")];

/// All units, for finding them by name. Made once for many places.
#[derive(Debug, Default)]
pub struct Gazetteer {
    pub(super) units: Vec<Unit>,
    /// Units of an era below a parent (provinces have none) by their plain name.
    by_name: HashMap<(Era, Option<usize>, String), Vec<usize>>,
}

/// A unit; others are named by their index.
#[derive(Debug)]
pub(super) struct Unit {
    pub(super) id: AdminUnitId,
    pub(super) era: Era,
    pub(super) level: AdminLevel,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) spelling: Spelling,
    pub(super) parent: Option<usize>,
    pub(super) children: Vec<usize>,
    pub(super) successors: Vec<usize>,
    pub(super) predecessors: Vec<usize>,
    pub(super) point: Option<Point>,
}

/// A published point, how exact and whose.
#[derive(Clone, Debug)]
pub(super) struct Point {
    pub(super) lat: f64,
    pub(super) lon: f64,
    pub(super) precision: CoordPrecision,
    pub(super) source: Option<String>,
}

impl Gazetteer {
    /// Reads all units.
    pub async fn read(connection: &impl ConnectionTrait) -> Result<Self> {
        let units = admin_unit::Entity::find().order_by_asc(admin_unit::Column::Id).all(connection).await?;
        let successors = admin_unit_successor::Entity::find()
            .order_by_asc(admin_unit_successor::Column::Position)
            .all(connection)
            .await?;
        Ok(Self::new(units, &successors))
    }

    /// Arranges units; successors stand in their order.
    pub fn new(rows: Vec<admin_unit::Model>, successors: &[admin_unit_successor::Model]) -> Self {
        let index: HashMap<AdminUnitId, usize> = rows.iter().map(|row| row.id.clone()).zip(0..).collect();
        let at = |id: &AdminUnitId| index.get(id).copied();
        let mut units: Vec<Unit> = rows
            .into_iter()
            .map(|row| {
                let parent = row.parent_id.as_ref().and_then(at);
                Unit::new(row, parent)
            })
            .collect();
        let mut by_name: HashMap<_, Vec<usize>> = HashMap::with_capacity(units.len());
        for place in 0..units.len() {
            let Unit { era, parent, ref spelling, .. } = units[place];
            by_name.entry((era, parent, spelling.plain.clone())).or_default().push(place);
            if let Some(parent) = parent {
                units[parent].children.push(place);
            }
        }
        for row in successors {
            if let (Some(old), Some(new)) = (at(&row.unit_id), at(&row.successor_id)) {
                units[old].successors.push(new);
                units[new].predecessors.push(old);
            }
        }
        Self { units, by_name }
    }

    /// Whether there are no units at all.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// The province of an era with this name.
    pub(super) fn province(&self, era: Era, name: &Name) -> Option<usize> {
        let plain = &name.spelling.plain;
        let other = OTHER_NAMES.iter().find(|(other, _)| other == plain);
        let plain = other.map_or(plain.as_str(), |(_, usual)| usual);
        self.by_name.get(&(era, None, plain.to_owned()))?.first().copied()
    }

    /// The former district of a former province. A bare name that a huyện shares with a town means the huyện:
    /// towns are written with their type.
    pub(super) fn district(&self, province: usize, name: &Name) -> Option<usize> {
        let named = self.below(province, name);
        self.only(&named, name).or_else(|| {
            let rural = named.into_iter().filter(|unit| self.units[*unit].kind == "Huyện");
            if name.kind.is_none() { only_one(rural) } else { None }
        })
    }

    /// Units of the next level whose name has the same plain key.
    pub(super) fn below(&self, parent: usize, name: &Name) -> Vec<usize> {
        let key = (self.units[parent].era, Some(parent), name.spelling.plain.clone());
        self.by_name.get(&key).cloned().unwrap_or_default()
    }

    /// The only unit among candidates that the name can mean. Wards are many and alike, so that for them
    /// written marks must agree.
    pub(super) fn only(&self, candidates: &[usize], name: &Name) -> Option<usize> {
        let unit = |place: &usize| &self.units[*place];
        let mut pool: Vec<usize> = candidates.to_vec();
        if let Some(kind) = name.kind {
            let exact = pool.iter().any(|place| unit(place).kind == kind);
            pool.retain(|place| {
                let now = unit(place).kind.as_str();
                if exact { now == kind } else { may_be(kind, now) }
            });
        }
        let is_spelled = |place: &usize| unit(place).spelling.accented == name.spelling.accented;
        let is_ward = |place: &usize| unit(place).level == AdminLevel::Ward;
        let must_agree = name.spelling.is_marked && pool.iter().any(is_ward);
        if must_agree || pool.iter().any(is_spelled) {
            pool.retain(is_spelled);
        }
        only_one(pool)
    }
}

impl Unit {
    fn new(row: admin_unit::Model, parent: Option<usize>) -> Self {
        let point = row.lat.zip(row.lon).zip(row.coord_precision).map(|((lat, lon), precision)| Point {
            lat,
            lon,
            precision,
            source: row.coord_source,
        });
        Self {
            id: row.id,
            era: row.era,
            level: row.level,
            spelling: Spelling::of(row.name.strip_prefix(&row.kind).unwrap_or(&row.name)),
            name: row.name,
            kind: row.kind,
            parent,
            children: Vec::new(),
            successors: Vec::new(),
            predecessors: Vec::new(),
            point,
        }
    }
}

/// The only item, if there is exactly one.
pub(super) fn only_one<T>(items: impl IntoIterator<Item = T>) -> Option<T> {
    let mut items = items.into_iter();
    match (items.next(), items.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}
