//! Points of sale in Hanoi named in the press.

use std::collections::HashMap;

use shared::{OrganisationId, SalePointId, SalePointStatus};

use super::{
    facts::{Extra, Wanted},
    files::{POINTS, PointRow, PointStatus},
    reading::Reading,
    sources::citations,
};
use crate::{entities::sale_point, places::Place, reference::csv_file::Line, sort_key::sort_key};

/// The points of the file are all in this province.
const HANOI: &str = "Hà Nội";

/// What the rows say of points, with the producers by name.
pub(super) fn read(
    reading: &mut Reading,
    lines: &[Line<PointRow>],
    producers: &HashMap<&str, OrganisationId>,
) -> Vec<Wanted<sale_point::Model>> {
    let facts: Vec<_> = lines.iter().map(|line| read_one(reading, line, producers)).collect();
    reading.check(POINTS, &facts, |row| &row.name);
    facts
}

fn read_one(
    reading: &mut Reading,
    line: &Line<PointRow>,
    producers: &HashMap<&str, OrganisationId>,
) -> Wanted<sale_point::Model> {
    let PointRow { name, kind, address, legacy_district, year_opened, operator, status, source } = &line.row;
    let place = place(reading, line.number, address.as_deref(), legacy_district.as_deref());
    let Place {
        ward_id,
        ward_basis,
        district_id,
        province_id,
        former_province_id,
        lat,
        lon,
        coord_precision,
        coord_source,
    } = place;
    let row = sale_point::Model {
        id: SalePointId::new(),
        name: name.clone(),
        sort_key: sort_key(name),
        kind: *kind,
        location_type: None,
        operator_id: operator.as_deref().and_then(|operator| producers.get(operator)).copied(),
        operator_name: operator.clone(),
        status: match status {
            PointStatus::Open => Some(SalePointStatus::Operating),
            PointStatus::Unknown => None,
        },
        // It was open when the source was published, and that day is not in the file.
        status_as_of: None,
        published_on: None,
        opened_on: reading.year(POINTS, line.number, *year_opened),
        stopped_on: None,
        replaced_by: None,
        publicly_known: true,
        address: address.clone(),
        ward_id,
        ward_basis,
        district_id,
        province_id,
        former_province_id,
        lat,
        lon,
        coord_precision,
        coord_source,
        origin_key: Some(format!("public/points/{name}")),
        origin_digest: None,
        created_at: reading.now,
        updated_at: reading.now,
        version: 1,
    };
    Wanted { line: line.number, row, extra: Extra { sources: citations(source), rating: None } }
}

/// A point without address and district has no place: the file does not even say that it is in the city.
fn place(reading: &mut Reading, line: u64, address: Option<&str>, district: Option<&str>) -> Place {
    match (address, district) {
        (Some(address), _) => {
            let located = reading.gazetteer.of_address(address, district, None);
            reading.place(POINTS, line, located)
        }
        (None, Some(_)) => reading.place_of_row(POINTS, line, HANOI, district, None),
        (None, None) => Place::default(),
    }
}
