//! Reading administrative units of both eras with their successors and points.
//!
//! A wrong point is worse than none: units whose published point is known to be wrong have none, and neither
//! have the former wards and districts whose point was computed from it.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::Deserialize;
use shared::{AdminLevel, AdminUnitId, CoordPrecision, Era};

use super::{
    Files,
    csv_file::{self, Line, Problems},
    unit_points,
};
use crate::entities::{admin_unit, admin_unit_successor};

const UNITS: &str = "geo/admin_units.csv";

/// What the files say of all units. A unit stands after the one it belongs to.
#[derive(Debug)]
pub(crate) struct Units {
    pub(crate) units: Vec<admin_unit::Model>,
    pub(crate) successors: Vec<admin_unit_successor::Model>,
}

#[derive(Debug, Deserialize)]
struct UnitRow {
    era: Era,
    level: AdminLevel,
    code: String,
    name: String,
    #[serde(rename = "type")]
    kind: String,
    parent_code: Option<String>,
    valid_from: Option<NaiveDate>,
    valid_to: Option<NaiveDate>,
    successor_codes: Option<String>,
    lat: Option<f64>,
    lon: Option<f64>,
    coord_source: Option<String>,
    area_km2: Option<f64>,
    legal_basis: Option<String>,
}

const COLUMNS: [&str; 14] = [
    "era",
    "level",
    "code",
    "name",
    "type",
    "parent_code",
    "valid_from",
    "valid_to",
    "successor_codes",
    "lat",
    "lon",
    "coord_source",
    "area_km2",
    "legal_basis",
];

impl Units {
    /// Reads units, wrong points and the middles of Hanoi's former districts.
    pub(crate) fn read(files: &Files, problems: &mut Problems) -> anyhow::Result<Self> {
        let middles = unit_points::middles(&files.hanoi_districts)?;
        let faulty = unit_points::faulty(&files.faulty_points, problems);
        let mut lines = csv_file::read::<UnitRow>(UNITS, &files.admin_units, &COLUMNS, problems);
        lines.sort_by_key(|line| (line.row.level, line.row.era));
        check(&lines, problems);

        let mut units = Vec::with_capacity(lines.len());
        let mut successors = Vec::new();
        for Line { row, .. } in lines {
            let id = row.id();
            let became = row.successors();
            let is_wrong = faulty.contains(&id) || became.iter().any(|unit| faulty.contains(unit));
            // The mean of a whole province is hardly moved by one wrong point.
            let is_wrong = is_wrong && row.level != AdminLevel::Province;
            let point = middles.get(&id).copied().or(row.point().filter(|_| !is_wrong));
            let source = if middles.contains_key(&id) {
                Some("schematic".to_owned())
            } else {
                row.coord_source.clone()
            };
            successors.extend(became.into_iter().zip(0..).map(|(successor_id, position)| {
                admin_unit_successor::Model { unit_id: id.clone(), successor_id, position }
            }));
            units.push(row.into_unit(id, point, source));
        }
        Ok(Self { units, successors })
    }
}

impl UnitRow {
    fn id(&self) -> AdminUnitId {
        AdminUnitId::new(self.era, self.level, &self.code)
    }

    /// Current wards belong to a province, former ones to a district.
    fn parent(&self) -> Option<AdminUnitId> {
        let level = match (self.level, self.era) {
            (AdminLevel::Ward, Era::Legacy) => AdminLevel::District,
            _ => AdminLevel::Province,
        };
        self.parent_code.as_deref().map(|code| AdminUnitId::new(self.era, level, code))
    }

    /// What became of it, the main one first; the level of districts was abolished, so theirs are wards.
    fn successors(&self) -> Vec<AdminUnitId> {
        let codes = self.successor_codes.as_deref().unwrap_or_default();
        let level = match self.level {
            AdminLevel::Province => AdminLevel::Province,
            AdminLevel::District | AdminLevel::Ward => AdminLevel::Ward,
        };
        let codes = codes.split(';').filter(|code| !code.is_empty());
        codes.map(|code| AdminUnitId::new(Era::Current, level, code)).collect()
    }

    fn point(&self) -> Option<(f64, f64)> {
        self.lat.zip(self.lon)
    }

    fn into_unit(
        self,
        id: AdminUnitId,
        point: Option<(f64, f64)>,
        source: Option<String>,
    ) -> admin_unit::Model {
        let parent_id = self.parent();
        let (name, short_name) = names(&self.name, &self.kind);
        let precision = match self.level {
            AdminLevel::Province => CoordPrecision::Province,
            AdminLevel::District => CoordPrecision::District,
            AdminLevel::Ward => CoordPrecision::Ward,
        };
        admin_unit::Model {
            id,
            era: self.era,
            level: self.level,
            code: self.code,
            name,
            short_name,
            kind: self.kind,
            parent_id,
            valid_from: self.valid_from,
            valid_to: self.valid_to,
            lat: point.map(|(lat, _)| lat),
            lon: point.map(|(_, lon)| lon),
            coord_precision: point.map(|_| precision),
            coord_source: source.filter(|_| point.is_some()),
            area_km2: self.area_km2,
            legal_basis: self.legal_basis,
        }
    }
}

/// The name with its type in the usual case (`Thành Phố Bắc Kạn` is a slip), and without it. A number alone is
/// no name: `Quận 11` stays.
fn names(name: &str, kind: &str) -> (String, String) {
    let length = kind.chars().count();
    let prefix: String = name.chars().take(length).collect();
    let rest: String = name.chars().skip(length).collect();
    let rest = rest.trim();
    if prefix.to_lowercase() != kind.to_lowercase() || rest.is_empty() {
        return (name.to_owned(), name.to_owned());
    }
    let full = format!("{kind} {rest}");
    let is_number = rest.chars().all(|c| c.is_ascii_digit());
    let short = if is_number { full.clone() } else { rest.to_owned() };
    (full, short)
}

/// Notes keys that are there twice, references to nothing and points off the earth.
fn check(lines: &[Line<UnitRow>], problems: &mut Problems) {
    let mut seen: HashMap<AdminUnitId, u64> = HashMap::with_capacity(lines.len());
    for Line { number, row } in lines {
        if let Some(first) = seen.insert(row.id(), *number) {
            problems.add(UNITS, *number, format_args!("{} stands on line {first} too", row.id()));
        }
    }
    for Line { number, row } in lines {
        let needs_parent = row.level != AdminLevel::Province;
        if needs_parent && row.parent().is_none() {
            problems.add(UNITS, *number, "there is no parent_code");
        }
        for unit in row.parent().into_iter().chain(row.successors()).filter(|unit| !seen.contains_key(unit)) {
            problems.add(UNITS, *number, format_args!("there is no unit {unit}"));
        }
        let on_earth = |(lat, lon): (f64, f64)| lat.abs() <= 90.0 && lon.abs() <= 180.0;
        if row.lat.is_some() != row.lon.is_some() || !row.point().is_none_or(on_earth) {
            problems.add(UNITS, *number, format_args!("no point: {:?} {:?}", row.lat, row.lon));
        }
    }
}
