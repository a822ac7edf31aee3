//! The hours in which people meet at an event, cut into slots. A slot that would touch a break begins after it, so breaks
//! are kept whatever is arranged.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Minutes of a day.
pub const DAY_MINUTES: u16 = 24 * 60;
/// Shortest and longest meeting, in minutes.
pub const SLOT_MINUTES: (u16, u16) = (5, 120);
/// Longest pause between two meetings, in minutes.
pub const PAUSE_MINUTES_MAX: u16 = 60;
/// Days of an event on which people meet.
pub const DAYS_MAX: usize = 14;
/// Breaks of a day.
pub const BREAKS_MAX: usize = 10;
/// Tables.
pub const TABLES_MAX: u16 = 1_000;
/// Slots kept free for those who come late.
pub const RESERVE_MAX: u16 = 50;

/// A stretch of a day, in minutes since midnight in Vietnam; the end is not part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Stretch {
    /// First minute.
    pub from: u16,
    /// The minute after the last.
    pub to: u16,
}

/// A day on which people meet, and from when until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct MeetingDay {
    /// The day.
    pub day: NaiveDate,
    /// From when until when.
    pub hours: Stretch,
}

/// When people meet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// The days.
    pub days: Vec<MeetingDay>,
    /// Breaks, the same on all days.
    pub breaks: Vec<Stretch>,
    /// Minutes of a meeting.
    pub slot_minutes: u16,
    /// Minutes between two meetings, to go to the next table.
    pub pause_minutes: u16,
}

/// A slot: meetings in the same slot take place at the same time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// Its day.
    pub day: NaiveDate,
    /// From when until when.
    pub hours: Stretch,
}

/// What keeps hours from being cut into slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoursProblem {
    /// No day, more than [`DAYS_MAX`], a day that is named twice, or one that ends before it begins.
    Days,
    /// More than [`BREAKS_MAX`], or one that ends before it begins.
    Breaks,
    /// Not within [`SLOT_MINUTES`].
    SlotMinutes,
    /// More than [`PAUSE_MINUTES_MAX`].
    PauseMinutes,
}

impl Stretch {
    const fn is_sound(self) -> bool {
        self.from < self.to && self.to <= DAY_MINUTES
    }

    const fn overlaps(self, other: Self) -> bool {
        self.from < other.to && other.from < self.to
    }
}

impl Hours {
    /// Everything that is wrong with them.
    pub fn problems(&self) -> Vec<HoursProblem> {
        let mut days: Vec<NaiveDate> = self.days.iter().map(|day| day.day).collect();
        days.sort_unstable();
        days.dedup();
        let are_days_sound = (1..=DAYS_MAX).contains(&self.days.len())
            && days.len() == self.days.len()
            && self.days.iter().all(|day| day.hours.is_sound());
        let are_breaks_sound =
            self.breaks.len() <= BREAKS_MAX && self.breaks.iter().all(|pause| pause.is_sound());
        let (shortest, longest) = SLOT_MINUTES;
        [
            (are_days_sound, HoursProblem::Days),
            (are_breaks_sound, HoursProblem::Breaks),
            ((shortest..=longest).contains(&self.slot_minutes), HoursProblem::SlotMinutes),
            (self.pause_minutes <= PAUSE_MINUTES_MAX, HoursProblem::PauseMinutes),
        ]
        .into_iter()
        .filter_map(|(is_sound, problem)| (!is_sound).then_some(problem))
        .collect()
    }

    /// The slots, in order of time; none if anything is wrong with the hours.
    pub fn slots(&self) -> Vec<Slot> {
        if !self.problems().is_empty() {
            return Vec::new();
        }
        let mut days = self.days.clone();
        days.sort_unstable();
        days.into_iter().flat_map(|day| self.slots_of(day)).collect()
    }

    fn slots_of(&self, MeetingDay { day, hours }: MeetingDay) -> Vec<Slot> {
        let mut slots = Vec::new();
        let mut from = hours.from;
        while from + self.slot_minutes <= hours.to {
            let slot = Stretch { from, to: from + self.slot_minutes };
            let in_the_way = self.breaks.iter().filter(|pause| pause.overlaps(slot)).map(|pause| pause.to).max();
            from = match in_the_way {
                Some(end_of_break) => end_of_break,
                None => {
                    slots.push(Slot { day, hours: slot });
                    slot.to + self.pause_minutes
                }
            };
        }
        slots
    }
}

/// A time of the day as people write it: `08:30`.
pub fn clock_time(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// Reads a time of the day: `08:30`, `8:30`, `8h30`, `8h`, `24:00`.
pub fn read_clock_time(text: &str) -> Option<u16> {
    let (hours, minutes) = text.trim().split_once([':', 'h', 'H', '.'])?;
    let number = |text: &str| -> Option<u16> {
        ((1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| text.parse().ok())
            .flatten()
    };
    let minutes = if minutes.is_empty() { 0 } else { number(minutes)? };
    let minute = number(hours)? * 60 + minutes;
    (minutes < 60 && minute <= DAY_MINUTES).then_some(minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> u16 {
        read_clock_time(text).unwrap()
    }

    fn hours(from: &str, to: &str, breaks: &[(&str, &str)], slot_minutes: u16, pause_minutes: u16) -> Hours {
        let stretch = |from, to| Stretch { from: at(from), to: at(to) };
        let day = NaiveDate::from_ymd_opt(2026, 12, 10).unwrap();
        Hours {
            days: vec![MeetingDay { day, hours: stretch(from, to) }],
            breaks: breaks.iter().map(|(from, to)| stretch(from, to)).collect(),
            slot_minutes,
            pause_minutes,
        }
    }

    fn begins(hours: &Hours) -> Vec<String> {
        hours.slots().iter().map(|slot| clock_time(slot.hours.from)).collect()
    }

    #[test]
    fn no_slot_touches_a_break_and_none_ends_late() {
        let morning = hours("08:00", "10:00", &[("08:40", "09:00")], 20, 5);

        assert_eq!(begins(&morning), ["08:00", "09:00", "09:25"]);
        assert_eq!(begins(&hours("08:00", "08:40", &[], 20, 0)), ["08:00", "08:20"]);
        assert_eq!(begins(&hours("08:00", "12:00", &[("08:00", "12:00")], 20, 0)), [""; 0]);
    }

    #[test]
    fn two_breaks_that_overlap_are_one() {
        let morning = hours("08:00", "09:40", &[("08:20", "08:50"), ("08:40", "09:10")], 20, 0);

        assert_eq!(begins(&morning), ["08:00", "09:10"]);
    }

    #[test]
    fn days_come_in_order_of_time() {
        let mut both = hours("08:00", "08:20", &[], 20, 0);
        let before = MeetingDay { day: both.days[0].day.pred_opt().unwrap(), ..both.days[0] };
        both.days.push(before);

        let days: Vec<NaiveDate> = both.slots().iter().map(|slot| slot.day).collect();

        assert_eq!(days, [before.day, before.day.succ_opt().unwrap()]);
    }

    #[test]
    fn whatever_is_wrong_is_told_and_makes_no_slots() {
        let sound = hours("08:00", "10:00", &[("08:40", "09:00")], 20, 5);
        let twice = Hours { days: vec![sound.days[0]; 2], ..sound.clone() };
        let back = Hours { breaks: vec![Stretch { from: 60, to: 60 }], ..sound.clone() };
        let wrong = [
            (Hours { days: Vec::new(), ..sound.clone() }, HoursProblem::Days),
            (twice, HoursProblem::Days),
            (back, HoursProblem::Breaks),
            (Hours { slot_minutes: 4, ..sound.clone() }, HoursProblem::SlotMinutes),
            (Hours { slot_minutes: u16::MAX, ..sound.clone() }, HoursProblem::SlotMinutes),
            (Hours { pause_minutes: 61, ..sound.clone() }, HoursProblem::PauseMinutes),
        ];

        assert_eq!(sound.problems(), []);
        for (hours, problem) in wrong {
            assert_eq!(hours.problems(), [problem]);
            assert_eq!(hours.slots(), []);
        }
    }

    #[test]
    fn a_time_of_the_day_is_read_as_people_write_it() {
        for (text, minute) in [("08:30", 510), ("8h30", 510), (" 8h ", 480), ("24:00", 1440), ("0:05", 5)] {
            assert_eq!(read_clock_time(text), Some(minute), "{text}");
        }
        for text in ["", "8", "24:01", "08:60", "-1:00", "8:3x", "123:00", "+8:00"] {
            assert_eq!(read_clock_time(text), None, "{text}");
        }
        assert_eq!(clock_time(510), "08:30");
    }
}
