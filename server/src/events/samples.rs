//! Made-up events for tests.

use chrono::Utc;
use shared::{EventId, EventKind, EventStatus, PartialDate};

use crate::entities::event;

/// An event on some days.
pub(crate) fn event(status: EventStatus, starts_on: &str, ends_on: Option<&str>) -> event::Model {
    let day = |text: &str| text.parse::<PartialDate>().unwrap();
    event::Model {
        id: EventId::new(),
        name: "Hội nghị mẫu".to_owned(),
        kind: EventKind::TradeConference,
        status,
        description: None,
        organiser: None,
        starts_on: Some(day(starts_on)),
        ends_on: ends_on.map(day),
        registration_until: None,
        retailer_places: None,
        producer_places: None,
        provinces_reported: None,
        agreements_reported: None,
        address: None,
        ward_id: None,
        ward_basis: None,
        district_id: None,
        province_id: None,
        former_province_id: None,
        lat: None,
        lon: None,
        coord_precision: None,
        coord_source: None,
        origin_key: None,
        origin_digest: None,
        created_at: Utc::now(),
        updated_at: Utc::now(),
        version: 1,
    }
}
