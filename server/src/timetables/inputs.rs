//! When people are to meet, as staff fill it in.

use async_graphql::InputObject;
use shared::{
    Problem,
    events::hours::{Hours, HoursProblem, MeetingDay, RESERVE_MAX, Stretch, TABLES_MAX},
};

use crate::{entities::event, error::Result, events::life, forms::Form, graphql::date::Date};

/// A day on which people meet.
#[derive(InputObject)]
pub struct MeetingDayInput {
    /// The day.
    day: Date,
    /// From when, in minutes since midnight.
    from_minute: i32,
    /// Until when.
    to_minute: i32,
}

/// A stretch of a day.
#[derive(InputObject)]
pub struct StretchInput {
    /// From when, in minutes since midnight.
    from_minute: i32,
    /// Until when.
    to_minute: i32,
}

/// When people are to meet.
#[derive(InputObject)]
pub struct TimetableInput {
    /// The days, at most 14.
    days: Vec<MeetingDayInput>,
    /// Breaks, the same on all days, at most 10.
    breaks: Vec<StretchInput>,
    /// Minutes of a meeting, 5 to 120.
    slot_minutes: i32,
    /// Minutes between two meetings, 0 to 60.
    pause_minutes: i32,
    /// Tables, 1 to 1,000.
    tables: i32,
    /// Slots at the end that are kept free, 0 to 50.
    reserve: i32,
    /// Whether pairs meet too that accepted an introduction outside of the rounds of the event.
    with_introduced: bool,
}

/// The same, checked.
#[derive(Debug)]
pub(super) struct Settings {
    pub(super) hours: Hours,
    pub(super) tables: i32,
    pub(super) reserve: i32,
    pub(super) with_introduced: bool,
}

/// What is no minute of a day is no sound one either.
fn minute(number: i32) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

fn stretch(from: i32, to: i32) -> Stretch {
    Stretch { from: minute(from), to: minute(to) }
}

impl Settings {
    /// Checks what was filled in; all problems are told at once.
    pub(super) fn read(event: &event::Model, input: &TimetableInput) -> Result<Self> {
        let mut form = Form::default();
        let day = |day: &MeetingDayInput| MeetingDay {
            day: day.day.0,
            hours: stretch(day.from_minute, day.to_minute),
        };
        let hours = Hours {
            days: input.days.iter().map(day).collect(),
            breaks: input.breaks.iter().map(|pause| stretch(pause.from_minute, pause.to_minute)).collect(),
            slot_minutes: minute(input.slot_minutes),
            pause_minutes: minute(input.pause_minutes),
        };
        let problems = hours.problems();
        for problem in &problems {
            form.wrong(field(*problem), Problem::OutOfRange);
        }
        let is_of_event = |day: &MeetingDay| life::is_day_of(event, day.day);
        let slots = hours.slots().len();
        let has_no_slots = problems.is_empty() && slots == 0;
        if !problems.contains(&HoursProblem::Days) && (!hours.days.iter().all(is_of_event) || has_no_slots) {
            form.wrong("input.days", Problem::OutOfRange);
        }
        if !(1..=i32::from(TABLES_MAX)).contains(&input.tables) {
            form.wrong("input.tables", Problem::OutOfRange);
        }
        let leaves_some = usize::try_from(input.reserve).is_ok_and(|reserve| slots == 0 || reserve < slots);
        if !(0..=i32::from(RESERVE_MAX)).contains(&input.reserve) || !leaves_some {
            form.wrong("input.reserve", Problem::OutOfRange);
        }
        form.finish()?;
        Ok(Self {
            hours,
            tables: input.tables,
            reserve: input.reserve,
            with_introduced: input.with_introduced,
        })
    }
}

fn field(problem: HoursProblem) -> &'static str {
    match problem {
        HoursProblem::Days => "input.days",
        HoursProblem::Breaks => "input.breaks",
        HoursProblem::SlotMinutes => "input.slotMinutes",
        HoursProblem::PauseMinutes => "input.pauseMinutes",
    }
}

#[cfg(test)]
mod tests {
    use shared::EventStatus;

    use super::*;
    use crate::{error::Error, events::samples};

    fn input() -> TimetableInput {
        let day =
            MeetingDayInput { day: Date("2026-12-10".parse().unwrap()), from_minute: 510, to_minute: 600 };
        TimetableInput {
            days: vec![day],
            breaks: Vec::new(),
            slot_minutes: 20,
            pause_minutes: 5,
            tables: 10,
            reserve: 1,
            with_introduced: false,
        }
    }

    fn wrong(input: &TimetableInput) -> Vec<String> {
        let event = samples::event(EventStatus::Open, "2026-12-10", None);
        match Settings::read(&event, input) {
            Err(Error::Invalid(problems)) => problems.into_iter().map(|problem| problem.field).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn sound_hours_are_taken() {
        let event = samples::event(EventStatus::Open, "2026-12-10", None);

        let settings = Settings::read(&event, &input()).unwrap();

        assert_eq!(settings.hours.slots().len(), 3);
    }

    #[test]
    fn every_field_that_is_wrong_is_named() {
        let mut bad = input();
        bad.days[0].from_minute = -1;
        bad.breaks = vec![StretchInput { from_minute: 700, to_minute: 1441 }];
        bad.slot_minutes = 4;
        bad.pause_minutes = 61;
        bad.tables = 0;
        bad.reserve = 51;

        assert_eq!(
            wrong(&bad),
            [
                "input.days",
                "input.breaks",
                "input.slotMinutes",
                "input.pauseMinutes",
                "input.tables",
                "input.reserve",
            ]
        );
    }

    #[test]
    fn there_is_a_slot_to_meet_in_and_a_day_of_the_event() {
        let mut other_day = input();
        other_day.days[0].day = Date("2026-12-11".parse().unwrap());
        assert_eq!(wrong(&other_day), ["input.days"]);

        let too_short = TimetableInput { slot_minutes: 120, ..input() };
        assert_eq!(wrong(&too_short), ["input.days"]);

        let all_in_reserve = TimetableInput { reserve: 3, ..input() };
        assert_eq!(wrong(&all_in_reserve), ["input.reserve"]);
    }
}
