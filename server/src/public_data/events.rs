//! Trade events and where they took place.

use shared::{EventId, EventStatus};

use super::{
    facts::{Extra, Wanted},
    files::{EVENTS, EventRow},
    reading::Reading,
    sources::citations,
};
use crate::{
    entities::event,
    places::{Place, era_of},
    reference::csv_file::Line,
};

/// What the rows say of events.
pub(super) fn read(reading: &mut Reading, lines: &[Line<EventRow>]) -> Vec<Wanted<event::Model>> {
    let facts: Vec<_> = lines.iter().map(|line| read_one(reading, line)).collect();
    reading.check(EVENTS, &facts, |row| &row.name);
    facts
}

fn read_one(reading: &mut Reading, line: &Line<EventRow>) -> Wanted<event::Model> {
    let row = &line.row;
    if let (Some(start), Some(end)) = (row.start_date, row.end_date)
        && end.latest() < start.earliest()
    {
        reading.problems.add(
            EVENTS,
            line.number,
            format_args!("it ends on {end} before it starts on {start}"),
        );
    }
    let written = row.start_date.and_then(era_of);
    let located = row.place.as_deref().map(|place| reading.gazetteer.of_address(place, None, written));
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
    } = reading.place(EVENTS, line.number, located.unwrap_or_default());
    let event = event::Model {
        id: EventId::new(),
        name: row.name.clone(),
        kind: row.kind,
        status: EventStatus::Reported,
        description: None,
        organiser: None,
        starts_on: row.start_date,
        ends_on: row.end_date,
        registration_until: None,
        retailer_places: None,
        producer_places: None,
        provinces_reported: row.provinces_or_units,
        agreements_reported: row.mous_signed,
        address: row.place.clone(),
        ward_id,
        ward_basis,
        district_id,
        province_id,
        former_province_id,
        lat,
        lon,
        coord_precision,
        coord_source,
        origin_key: Some(format!("public/events/{}", row.name)),
        origin_digest: None,
        created_at: reading.now,
        updated_at: reading.now,
        version: 1,
    };
    Wanted { line: line.number, row: event, extra: Extra { sources: citations(&row.source), rating: None } }
}
