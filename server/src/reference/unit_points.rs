//! What is known about the points of units beside the points themselves: which are wrong, and where better ones
//! are.

use std::collections::{HashMap, HashSet};

use anyhow::Context;
use serde::Deserialize;
use shared::{AdminLevel, AdminUnitId, Era};

use super::csv_file::{self, Problems};

const FAULTY: &str = "geo/faulty_points.csv";
const DISTRICTS: &str = "geo/schematic/hanoi_districts.geojson";

/// A current ward whose published point lies far outside it: more than 8 km and one and a half radii from the
/// middle of its shape. Found in November 2026 by comparing the points of PyPI vietnamadminunits 1.0.4 with
/// the boundaries published by sapnhap.bando.com.vn. Name and distance are for the reader.
#[derive(Debug, Deserialize)]
struct FaultyRow {
    code: String,
}

/// The units whose published point is wrong.
pub(super) fn faulty(text: &str, problems: &mut Problems) -> HashSet<AdminUnitId> {
    let lines = csv_file::read::<FaultyRow>(FAULTY, text, &["code"], problems);
    let ward = |code: &str| AdminUnitId::new(Era::Current, AdminLevel::Ward, code);
    lines.into_iter().map(|line| ward(&line.row.code)).collect()
}

#[derive(Deserialize)]
struct Layer {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Properties,
}

#[derive(Deserialize)]
struct Properties {
    code: String,
    label_lat: f64,
    label_lon: f64,
}

/// The label points of Hanoi's former districts: nearer to their middle than the means of their successors,
/// which are up to 4.3 km off.
pub(super) fn middles(text: &str) -> anyhow::Result<HashMap<AdminUnitId, (f64, f64)>> {
    let layer: Layer = serde_json::from_str(text).context(DISTRICTS)?;
    let district = |code: &str| AdminUnitId::new(Era::Legacy, AdminLevel::District, code);
    let points = layer.features.into_iter().map(|feature| feature.properties);
    Ok(points.map(|unit| (district(&unit.code), (unit.label_lat, unit.label_lon))).collect())
}
