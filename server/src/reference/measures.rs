//! Units of measure. The order of the file is the order shown.

use std::collections::HashSet;

use serde::Deserialize;
use shared::{Dimension, Quantity, units::BaseFactor};

use super::csv_file::{self, Problems};
use crate::entities::unit;

const UNITS: &str = "reference/units.csv";

#[derive(Deserialize)]
struct UnitRow {
    code: String,
    name_vi: String,
    name_en: String,
    dimension: Dimension,
    base_factor: Option<Quantity>,
}

/// The units; one without a factor is a pack.
pub(super) fn units(text: &str, problems: &mut Problems) -> Vec<unit::Model> {
    let columns = ["code", "name_vi", "name_en", "dimension", "base_factor"];
    let lines = csv_file::read::<UnitRow>(UNITS, text, &columns, problems);
    let mut codes = HashSet::new();
    let mut units = Vec::new();
    for (line, position) in lines.into_iter().zip(0..) {
        let UnitRow { code, name_vi, name_en, dimension, base_factor } = line.row;
        if !codes.insert(code.clone()) {
            problems.add(UNITS, line.number, format_args!("code {code:?} is there twice"));
        }
        if base_factor.is_some_and(|factor| BaseFactor::try_from(factor).is_err()) {
            problems.add(UNITS, line.number, "base_factor is 0");
        }
        units.push(unit::Model { code, name_vi, name_en, dimension, base_factor, position });
    }
    units
}
