//! What staff say about an event.

use async_graphql::InputObject;
use shared::{Era, EventKind, PartialDate, Problem, limits};

use crate::{entities::event, error::Result, forms::Form, graphql::date::Date, labels::Labels};

/// What staff say about an event.
#[derive(InputObject)]
pub struct EventInput {
    /// What it is called, at most 200 characters.
    pub name: String,
    /// What kind of event.
    pub kind: EventKind,
    /// What it is about, at most 4,000 characters.
    pub description: Option<String>,
    /// Who holds it, at most 300 characters.
    pub organiser: Option<String>,
    /// Where: the address, at most 300 characters.
    pub place: Option<String>,
    /// The province of today, by code.
    pub province: Option<String>,
    /// First day.
    pub starts_on: Date,
    /// Last day; the first unless said.
    pub ends_on: Option<Date>,
    /// The last day on which organisations register; the last day of the event unless said.
    pub registration_until: Option<Date>,
    /// Places of retailers, 0 to 10,000; without limit unless said.
    pub retailer_places: Option<i32>,
    /// Places of producers, likewise.
    pub producer_places: Option<i32>,
}

/// Writes what was filled in into a row; all problems are told at once.
pub(super) fn fill(labels: &Labels, input: EventInput, event: event::Model) -> Result<event::Model> {
    let mut form = Form::default();
    let name = form.line("input.name", &input.name, limits::NAME_CHARS);
    let description =
        form.optional_text("input.description", input.description.as_deref(), limits::TEXT_CHARS);
    let organiser = form.optional_line("input.organiser", input.organiser.as_deref(), limits::LINE_CHARS);
    let address = form.optional_line("input.place", input.place.as_deref(), limits::LINE_CHARS);
    let province = input.province.as_ref().map(|code| labels.province(Era::Current, code));
    if province == Some(None) {
        form.wrong("input.province", Problem::NotOffered);
    }
    let first = input.starts_on.0;
    let last = input.ends_on.map_or(first, |day| day.0);
    if last < first {
        form.wrong("input.endsOn", Problem::OutOfRange);
    }
    let registration_until = input.registration_until.map(|day| day.0);
    if registration_until.is_some_and(|day| day > last) {
        form.wrong("input.registrationUntil", Problem::OutOfRange);
    }
    for (field, places) in
        [("input.retailerPlaces", input.retailer_places), ("input.producerPlaces", input.producer_places)]
    {
        if places.is_some_and(|places| !(0..=limits::EVENT_PLACES).contains(&places)) {
            form.wrong(field, Problem::OutOfRange);
        }
    }
    form.finish()?;
    let province_id = province.flatten().map(|unit| unit.id.clone());
    // A point and units that were found from another address are not of this one.
    let event =
        if event.address == address && event.province_id == province_id { event } else { unplaced(event) };
    Ok(event::Model {
        name,
        kind: input.kind,
        description,
        organiser,
        address,
        province_id,
        starts_on: Some(PartialDate::Day(first)),
        ends_on: Some(PartialDate::Day(last)),
        registration_until,
        retailer_places: input.retailer_places,
        producer_places: input.producer_places,
        ..event
    })
}

fn unplaced(event: event::Model) -> event::Model {
    event::Model {
        ward_id: None,
        ward_basis: None,
        district_id: None,
        former_province_id: None,
        lat: None,
        lon: None,
        coord_precision: None,
        coord_source: None,
        ..event
    }
}
