//! When people meet in a form: what its fields make, and what is to be sent of them. A day has a field of its own, breaks
//! share one.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use shared::events::hours::{
    Hours, HoursProblem, MeetingDay, PAUSE_MINUTES_MAX, RESERVE_MAX, SLOT_MINUTES, TABLES_MAX,
};

use super::changes::{MeetingDayInput, StretchInput, TimetableInput};
use super::reading::{read_stretch, read_stretches};
use crate::text::{Text, t, timetables as words};
use crate::ui::form::{Wrong, whole_number};

pub(super) const BREAKS: &str = "breaks";
pub(super) const SLOT: &str = "slotMinutes";
pub(super) const PAUSE: &str = "pauseMinutes";
pub(super) const TABLES: &str = "tables";
pub(super) const RESERVE: &str = "reserve";
pub(super) const INTRODUCED: &str = "withIntroduced";

/// The field of a day.
pub(super) fn day_field(day: NaiveDate) -> String {
    format!("day.{day}")
}

/// What stands in a field, by its name.
type Values<'a> = &'a dyn Fn(&str) -> String;

/// The hours that the fields say, or what is wrong with them.
pub(super) fn hours(typed: Values<'_>, days: &[NaiveDate]) -> Result<Hours, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let mut of_days = Vec::new();
    for day in days {
        let field = day_field(*day);
        let text = typed(&field);
        match read_stretch(&text) {
            Some(hours) => of_days.push(MeetingDay { day: *day, hours }),
            None if text.trim().is_empty() => {}
            None => wrong.push(wrong_at(&field, words::NO_HOURS)),
        }
    }
    let breaks = read_stretches(&typed(BREAKS)).unwrap_or_else(|| {
        wrong.push(wrong_at(BREAKS, words::NO_HOURS));
        Vec::new()
    });
    let (shortest, longest) = SLOT_MINUTES;
    let mut minutes = |name: &str, within: RangeInclusive<u16>| number(typed, name, within, &mut wrong);
    let slot_minutes = minutes(SLOT, shortest..=longest);
    let pause_minutes = minutes(PAUSE, 0..=PAUSE_MINUTES_MAX);
    let hours = Hours { days: of_days, breaks, slot_minutes, pause_minutes };
    if wrong.is_empty() {
        let first = days.first().map(|day| day_field(*day)).unwrap_or_default();
        wrong.extend(hours.problems().into_iter().map(|problem| match problem {
            HoursProblem::Days => wrong_at(&first, words::NO_DAY),
            HoursProblem::Breaks => wrong_at(BREAKS, words::TOO_MANY_BREAKS),
            HoursProblem::SlotMinutes => wrong_at(SLOT, words::NO_HOURS),
            HoursProblem::PauseMinutes => wrong_at(PAUSE, words::NO_HOURS),
        }));
    }
    if wrong.is_empty() { Ok(hours) } else { Err(wrong) }
}

/// What is to be sent.
pub(super) fn read(typed: Values<'_>, days: &[NaiveDate]) -> Result<TimetableInput, Vec<Wrong>> {
    let (hours, mut wrong) = match hours(typed, days) {
        Ok(hours) => (hours, Vec::new()),
        Err(wrong) => (Hours::default(), wrong),
    };
    let tables = number(typed, TABLES, 1..=TABLES_MAX, &mut wrong);
    let reserve = number(typed, RESERVE, 0..=RESERVE_MAX, &mut wrong);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    if hours.slots().len() <= usize::from(reserve) {
        return Err(vec![wrong_at(RESERVE, words::NO_SLOT_LEFT)]);
    }
    let days = hours.days.iter().map(|day| MeetingDayInput {
        day: day.day,
        from_minute: day.hours.from.into(),
        to_minute: day.hours.to.into(),
    });
    let breaks = hours
        .breaks
        .iter()
        .map(|pause| StretchInput { from_minute: pause.from.into(), to_minute: pause.to.into() });
    Ok(TimetableInput {
        days: days.collect(),
        breaks: breaks.collect(),
        slot_minutes: hours.slot_minutes.into(),
        pause_minutes: hours.pause_minutes.into(),
        tables: tables.into(),
        reserve: reserve.into(),
        with_introduced: !typed(INTRODUCED).is_empty(),
    })
}

fn number(typed: Values<'_>, name: &str, within: RangeInclusive<u16>, wrong: &mut Vec<Wrong>) -> u16 {
    let within = i32::from(*within.start())..=i32::from(*within.end());
    match whole_number(&typed(name), within) {
        Ok(number) => u16::try_from(number).unwrap_or_default(),
        Err(problem) => {
            wrong.push(Wrong::at(name, problem));
            0
        }
    }
}

fn wrong_at(field: &str, words: Text) -> Wrong {
    Wrong { field: field.to_owned(), words: t(words).to_owned() }
}

#[cfg(test)]
mod tests {
    use super::super::beginning::{begin, days_of, tests::event};
    use super::*;

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 12, number).unwrap()
    }

    fn typed<'a>(
        begun: &'a [(String, String)],
        changed: &'a [(&'a str, &'a str)],
    ) -> impl Fn(&str) -> String {
        move |name| {
            let changed =
                changed.iter().find(|(field, _)| *field == name).map(|(_, value)| (*value).to_owned());
            let begun = begun.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone());
            changed.or(begun).unwrap_or_default()
        }
    }

    #[test]
    fn a_timetable_begins_with_what_is_usual_and_only_the_tables_must_be_said() {
        let days = days_of(&event("2026-12-10", "2026-12-11"));
        let begun = begin(&event("2026-12-10", "2026-12-11"), &days);

        let slots = hours(&typed(&begun, &[]), &days).unwrap().slots();
        let input = read(&typed(&begun, &[(TABLES, "20")]), &days).unwrap();
        let wrong = read(&typed(&begun, &[]), &days).unwrap_err();

        assert_eq!(slots.len(), 32);
        assert_eq!((input.days.len(), input.breaks.len(), input.tables, input.reserve), (2, 1, 20, 1));
        assert!(input.with_introduced);
        assert_eq!(wrong.iter().map(|wrong| wrong.field.as_str()).collect::<Vec<_>>(), [TABLES]);
    }

    #[test]
    fn a_day_without_hours_is_left_out_and_one_must_have_some() {
        let days = [day(10), day(11)];
        let first = day_field(day(10));
        let begun = begin(&event("2026-12-10", "2026-12-11"), &days);
        let one = hours(&typed(&begun, &[(first.as_str(), "")]), &days).unwrap();
        let second = day_field(day(11));

        let none = hours(&typed(&begun, &[(first.as_str(), ""), (second.as_str(), " ")]), &days).unwrap_err();
        let nonsense =
            hours(&typed(&begun, &[(second.as_str(), "cả ngày"), (BREAKS, "trưa")]), &days).unwrap_err();

        let fields = |wrong: &[Wrong]| wrong.iter().map(|wrong| wrong.field.clone()).collect::<Vec<_>>();
        assert_eq!(one.days.iter().map(|day| day.day).collect::<Vec<_>>(), [day(11)]);
        assert_eq!(fields(&none), [first]);
        assert_eq!(fields(&nonsense), [second, BREAKS.to_owned()]);
    }

    #[test]
    fn some_slot_must_be_left_for_meetings() {
        let days = [day(10)];
        let begun = begin(&event("2026-12-10", ""), &days);
        let of_day = day_field(day(10));

        let wrong = read(&typed(&begun, &[(of_day.as_str(), "8h-8h20"), (TABLES, "1")]), &days).unwrap_err();

        assert_eq!(wrong[0].field, RESERVE);
    }
}
