//! The columns of the open data of sale points.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};
use shared::AdminUnitId;

use super::{Row, addresses, citations, unit_names};
use crate::{
    app::App,
    entities::{sale_point, source},
    error::Result,
    sources,
};

/// What is told of one point.
struct Told<'a> {
    row: &'a sale_point::Model,
    sources: &'a [source::Model],
    units: &'a HashMap<AdminUnitId, String>,
}

impl Told<'_> {
    fn unit(&self, id: &Option<AdminUnitId>) -> Value {
        json!(id.as_ref().and_then(|id| self.units.get(id)))
    }
}

type Column = (&'static str, fn(&Told<'_>) -> Value);

/// Codes of wards and provinces are those of today, of districts those until 30 June 2025. Dates are as exact as
/// their source states them: `2022`, `2022-11` or `2022-11-15`.
const COLUMNS: [Column; 24] = [
    ("id", |told| json!(told.row.id)),
    ("name", |told| json!(told.row.name)),
    ("kind", |told| json!(told.row.kind)),
    ("status", |told| json!(told.row.status)),
    ("address", |told| json!(told.row.address)),
    ("ward", |told| code(&told.row.ward_id)),
    ("ward_basis", |told| json!(told.row.ward_basis)),
    ("former_district", |told| code(&told.row.district_id)),
    ("lat", |told| json!(told.row.lat)),
    ("lon", |told| json!(told.row.lon)),
    ("precision", |told| json!(told.row.coord_precision)),
    ("operator", |told| json!(told.row.operator_name)),
    ("published_on", |told| json!(told.row.published_on)),
    ("opened_on", |told| json!(told.row.opened_on)),
    ("updated_at", |told| json!(told.row.updated_at)),
    ("sources", |told| json!(citations(told.sources))),
    ("ward_name", |told| told.unit(&told.row.ward_id)),
    ("former_district_name", |told| told.unit(&told.row.district_id)),
    ("province", |told| code(&told.row.province_id)),
    ("province_name", |told| told.unit(&told.row.province_id)),
    ("status_as_of", |told| json!(told.row.status_as_of)),
    ("stopped_on", |told| json!(told.row.stopped_on)),
    ("coord_source", |told| json!(told.row.coord_source)),
    ("source_urls", |told| json!(addresses(told.sources))),
];

/// The names of the columns.
pub(super) fn names() -> Vec<&'static str> {
    COLUMNS.iter().map(|(name, _)| *name).collect()
}

/// All points that may be seen, with three statements.
pub(super) async fn rows(app: &App) -> Result<Vec<Row>> {
    let register = app.register();
    let points = register.all();
    let sources =
        sources::of_rows(&app.database, "sale_point", points.iter().map(|point| point.row.id.0)).await?;
    let placed = points.iter().flat_map(|point| {
        [&point.row.ward_id, &point.row.district_id, &point.row.province_id].into_iter().flatten().cloned()
    });
    let units = unit_names(&app.database, placed.collect::<HashSet<_>>()).await?;
    let row = |row: &sale_point::Model| {
        let sources = sources.get(&row.id.0).map(Vec::as_slice).unwrap_or_default();
        let told = Told { row, sources, units: &units };
        COLUMNS.iter().map(|(_, value)| value(&told)).collect()
    };
    Ok(points.iter().map(|point| row(&point.row)).collect())
}

fn code(id: &Option<AdminUnitId>) -> Value {
    json!(id.as_ref().map(AdminUnitId::code))
}
