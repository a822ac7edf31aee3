//! What time it is at the event, and what follows from that: which meeting is next, which have begun.

use std::time::Duration;

use chrono::{NaiveDate, Timelike};
use leptos::prelude::*;

use super::query::{Meeting, Slot};
use crate::api::MeetingStatus;
use crate::clock;

/// How often the clock on the wall is looked at; nobody is asked.
const LOOK: Duration = Duration::from_secs(15);

/// A day and a minute of it, on the clocks of Vietnam.
pub(super) type Moment = (NaiveDate, i32);

/// The moment it is; follows the clock while it is shown.
pub(super) fn clock() -> Memo<Option<Moment>> {
    let at = RwSignal::new(clock::now());
    if let Ok(interval) = set_interval_with_handle(move || at.set(clock::now()), LOOK) {
        on_cleanup(move || interval.clear());
    }
    Memo::new(move |_| {
        let here = clock::here(at.get()?)?;
        Some((here.date_naive(), i32::try_from(here.hour() * 60 + here.minute()).ok()?))
    })
}

/// Whether a slot has begun.
pub(super) fn has_begun(slot: &Slot, now: Moment) -> bool {
    (slot.day, slot.from_minute) <= now
}

/// The meeting that is next, or on now. Of two at once it is the first.
pub(super) fn next<'a>(meetings: impl Iterator<Item = &'a Meeting>, now: Moment) -> Option<&'a Meeting> {
    let ahead = meetings.filter(|meeting| {
        let is_ahead = |slot: &Slot| (slot.day, slot.to_minute) > now;
        meeting.status == MeetingStatus::Planned && meeting.slot.as_ref().is_some_and(is_ahead)
    });
    ahead.min_by_key(|meeting| meeting.slot.as_ref().map(|slot| (slot.day, slot.from_minute)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 12, number).unwrap()
    }

    fn meeting(id: &str, slot: Option<(u32, i32)>, status: MeetingStatus) -> Meeting {
        let slot = slot.map(|(number, from)| Slot {
            number: 0,
            day: day(number),
            from_minute: from,
            to_minute: from + 20,
        });
        Meeting { id: cynic::Id::new(id), status, ..Meeting::planned("A", "B", slot) }
    }

    #[test]
    fn the_next_meeting_is_the_first_that_is_not_over_and_still_planned() {
        let planned = |id, day, from| meeting(id, Some((day, from)), MeetingStatus::Planned);
        let meetings = [
            meeting("unplaced", None, MeetingStatus::Planned),
            planned("later", 11, 500),
            planned("first", 10, 510),
            meeting("cancelled", Some((10, 535)), MeetingStatus::Cancelled),
            planned("second", 10, 560),
        ];
        let at = |number, minute| next(meetings.iter(), (day(number), minute)).map(|next| next.id.inner());

        assert_eq!(at(10, 0), Some("first"));
        assert_eq!(at(10, 529), Some("first"));
        assert_eq!(at(10, 530), Some("second"));
        assert_eq!(at(10, 600), Some("later"));
        assert_eq!(at(12, 0), None);
    }

    #[test]
    fn a_slot_begins_with_its_first_minute() {
        let slot = Slot { number: 0, day: day(10), from_minute: 510, to_minute: 530 };
        let begun = [(9, 600), (10, 509), (10, 510), (11, 0)];

        let begun = begun.map(|(number, minute)| has_begun(&slot, (day(number), minute)));

        assert_eq!(begun, [false, false, true, true]);
    }
}
