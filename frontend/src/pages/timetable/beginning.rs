//! What the fields of the form begin with: the timetable there is, or what is usual.

use chrono::NaiveDate;
use shared::PartialDate;
use shared::events::hours::{DAYS_MAX, Stretch};

use super::query::{Event, Timetable};
use super::reading::written;
use super::values::{BREAKS, INTRODUCED, PAUSE, RESERVE, SLOT, TABLES, day_field};

/// What a timetable begins with that there is not yet; how many tables there are nobody knows.
const DAY: &str = "08:30–17:00";
const BEGINS_WITH: [(&str, &str); 6] =
    [(BREAKS, "12:00–13:30"), (SLOT, "20"), (PAUSE, "5"), (TABLES, ""), (RESERVE, "1"), (INTRODUCED, "yes")];

/// The days on which people can meet: those of the event, as far as they are known to the day, and those of the
/// timetable there is.
pub(super) fn days_of(event: &Event) -> Vec<NaiveDate> {
    let exact = |date: Option<PartialDate>| match date {
        Some(PartialDate::Day(day)) => Some(day),
        _ => None,
    };
    let first = exact(event.starts_on);
    let last = if event.ends_on.is_some() { exact(event.ends_on) } else { first };
    let known = first.zip(last).map(|(first, last)| first.iter_days().take_while(move |day| *day <= last));
    let scheduled = event.timetable.iter().flat_map(|timetable| timetable.days.iter().map(|day| day.day));
    let mut days: Vec<NaiveDate> = known.into_iter().flatten().take(DAYS_MAX).chain(scheduled).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// What the fields begin with.
pub(super) fn begin(event: &Event, days: &[NaiveDate]) -> Vec<(String, String)> {
    let Some(timetable) = &event.timetable else {
        let of_days = days.iter().map(|day| (day_field(*day), DAY.to_owned()));
        let others = BEGINS_WITH.map(|(name, value)| (name.to_owned(), value.to_owned()));
        return of_days.chain(others).collect();
    };
    let of_days = days.iter().map(|day| (day_field(*day), of_day(timetable, *day)));
    let breaks: Vec<_> =
        timetable.breaks.iter().map(|pause| minutes(pause.from_minute, pause.to_minute)).collect();
    let others = [
        (BREAKS, breaks.join("; ")),
        (SLOT, timetable.slot_minutes.to_string()),
        (PAUSE, timetable.pause_minutes.to_string()),
        (TABLES, timetable.tables.to_string()),
        (RESERVE, timetable.reserve.to_string()),
        (INTRODUCED, if timetable.with_introduced { "yes" } else { "" }.to_owned()),
    ];
    of_days.chain(others.map(|(name, value)| (name.to_owned(), value))).collect()
}

fn of_day(timetable: &Timetable, day: NaiveDate) -> String {
    let known = timetable.days.iter().find(|known| known.day == day);
    known.map_or_else(String::new, |known| minutes(known.from_minute, known.to_minute))
}

fn minutes(from: i32, to: i32) -> String {
    let minute = |minute: i32| u16::try_from(minute).unwrap_or_default();
    written(Stretch { from: minute(from), to: minute(to) })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::api::EventStatus;

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 12, number).unwrap()
    }

    pub(in super::super) fn event(starts: &str, ends: &str) -> Event {
        Event {
            id: cynic::Id::new("e"),
            name: String::new(),
            status: EventStatus::Open,
            starts_on: starts.parse().ok(),
            ends_on: ends.parse().ok(),
            version: 1,
            timetable: None,
        }
    }

    #[test]
    fn the_days_are_those_of_the_event_if_they_are_known() {
        assert_eq!(days_of(&event("2026-12-10", "2026-12-11")), [day(10), day(11)]);
        assert_eq!(days_of(&event("2026-12-10", "")), [day(10)]);
        assert!(days_of(&event("2026-12", "2026-12-11")).is_empty());
        assert_eq!(days_of(&event("2026-12-01", "2026-12-31")).len(), DAYS_MAX);
    }
}
