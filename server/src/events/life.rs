//! What may be done with an event now. The table stands in `shared::events`; the days are added here.

use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect, sea_query::LockType};
use shared::{EventAction, EventId, EventStatus, Problem};

use crate::{
    entities::event,
    error::{Error, Result},
    forms,
};

/// An event, which nobody else changes before this transaction ends: whoever counts places or arranges meetings holds it.
pub(crate) async fn lock(connection: &impl ConnectionTrait, id: EventId) -> Result<event::Model> {
    let row = event::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(connection).await?;
    row.ok_or(Error::NotFound("event"))
}

/// What becomes of an event by an action; fails where that can't be done now.
pub(crate) fn require_after(event: &event::Model, action: EventAction) -> Result<EventStatus> {
    event.status.after(action).ok_or_else(|| forms::wrong("id", Problem::NotPossibleNow))
}

/// Whether all the world sees it: all but what staff only plan. What was known from reports stays known while they prepare
/// it.
pub(crate) fn is_public(event: &event::Model) -> bool {
    event.status.is_public() || event.origin_key.is_some()
}

/// Whether it was held or cancelled.
pub(crate) fn is_over(event: &event::Model) -> bool {
    matches!(event.status, EventStatus::Held | EventStatus::Cancelled)
}

/// Whether a day is one of the event, as far as its days are known.
pub(crate) fn is_day_of(event: &event::Model, day: NaiveDate) -> bool {
    let first = event.starts_on.map(|day| day.earliest());
    let last = event.ends_on.or(event.starts_on).map(|day| day.latest());
    first.is_none_or(|first| day >= first) && last.is_none_or(|last| day <= last)
}

/// Whether registrations come and go: while it is open, and afterwards until it is over.
pub(crate) fn takes_registrations(event: &event::Model) -> bool {
    matches!(event.status, EventStatus::Open | EventStatus::Closed)
}

/// Whether organisations can register on a day.
pub(crate) fn is_open(event: &event::Model, today: NaiveDate) -> bool {
    event.status == EventStatus::Open && last_day_to_register(event).is_none_or(|last| today <= last)
}

fn last_day_to_register(event: &event::Model) -> Option<NaiveDate> {
    event.registration_until.or_else(|| Some(event.ends_on.or(event.starts_on)?.latest()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::samples;

    #[test]
    fn an_event_is_open_through_the_last_day_to_register() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let event = samples::event(EventStatus::Open, "2026-12-10", Some("2026-12-12"));
        let until = event::Model { registration_until: Some(day("2026-12-01")), ..event.clone() };

        assert!(is_open(&event, day("2026-12-12")));
        assert!(!is_open(&event, day("2026-12-13")));
        assert!(is_open(&until, day("2026-12-01")));
        assert!(!is_open(&until, day("2026-12-02")));
        assert!(!is_open(&event::Model { status: EventStatus::Closed, ..event }, day("2026-12-01")));
    }

    #[test]
    fn what_was_known_from_reports_stays_known_while_it_is_prepared() {
        let planned = samples::event(EventStatus::Planned, "2026-12-10", None);
        let reported = event::Model { origin_key: Some("public/events/x".to_owned()), ..planned.clone() };

        assert!(!is_public(&planned));
        assert!(is_public(&reported));
        assert!(is_public(&event::Model { status: EventStatus::Open, ..planned }));
    }
}
