//! Made-up events for tests.

use shared::{EventKind, EventStatus, PartialDate};

use super::writing::begun;
use crate::entities::event;

/// An event on some days.
pub(crate) fn event(status: EventStatus, starts_on: &str, ends_on: Option<&str>) -> event::Model {
    let day = |text: &str| text.parse::<PartialDate>().unwrap();
    event::Model {
        name: "Hội nghị mẫu".to_owned(),
        status,
        starts_on: Some(day(starts_on)),
        ends_on: ends_on.map(day),
        ..begun(EventKind::TradeConference)
    }
}
