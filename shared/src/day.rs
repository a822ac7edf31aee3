//! Dates as people type them: `22/11/2026`, `22-11-2026`, `2026-11-22`, `ngày 22 tháng 11 năm 2026`, and where less is
//! known `11/2026` or `2026`. The day stands before the month, never after it; a year has four digits.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

use crate::{PartialDate, Problem};

/// Years that can be meant; others are slips of the hand.
const YEARS: RangeInclusive<i32> = 1800..=2199;

/// Reads a date as exactly as it was typed.
pub fn read_partial_date(text: &str) -> Result<PartialDate, Problem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Problem::Missing);
    }
    parse(text).filter(|date| YEARS.contains(&date.year())).ok_or(Problem::NoDate)
}

/// Reads a day; a month or a year alone is no day.
pub fn read_day(text: &str) -> Result<NaiveDate, Problem> {
    match read_partial_date(text)? {
        PartialDate::Day(day) => Ok(day),
        PartialDate::Month(..) | PartialDate::Year(_) => Err(Problem::NoDate),
    }
}

fn parse(text: &str) -> Option<PartialDate> {
    let plain = in_signs(text);
    let separator = plain.chars().find(|c| !c.is_ascii_digit() && !c.is_whitespace()).unwrap_or('/');
    if !matches!(separator, '/' | '-' | '.') {
        return None;
    }
    let parts: Vec<&str> = plain.split(separator).map(str::trim).collect();
    match parts[..] {
        [year] => Some(PartialDate::Year(four_digits(year)?)),
        [first, second] => match (four_digits(first), four_digits(second)) {
            (Some(year), None) if separator == '-' => month(year, second),
            (None, Some(year)) => month(year, first),
            _ => None,
        },
        [year, month, day] if four_digits(year).is_some() => {
            if separator == '-' {
                self::day(year, month, day)
            } else {
                None
            }
        }
        [day, month, year] => self::day(year, month, day),
        _ => None,
    }
}

/// The words of a written date as slashes: `ngày 22 tháng 11 năm 2026` is `22 / 11 / 2026`.
fn in_signs(text: &str) -> String {
    let text = text.nfc().collect::<String>().to_lowercase();
    let signs = text.replace("ngày", "").replace("tháng", "/").replace("năm", "/");
    let is_written = signs != text;
    if is_written {
        signs.trim_start_matches(|c: char| c == '/' || c.is_whitespace()).to_owned()
    } else {
        text
    }
}

fn day(year: &str, month: &str, day: &str) -> Option<PartialDate> {
    let date = NaiveDate::from_ymd_opt(four_digits(year)?, up_to_two_digits(month)?, up_to_two_digits(day)?);
    date.map(PartialDate::Day)
}

fn month(year: i32, month: &str) -> Option<PartialDate> {
    let month = up_to_two_digits(month)?;
    (1..=12).contains(&month).then_some(PartialDate::Month(year, month))
}

fn four_digits(text: &str) -> Option<i32> {
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_year { text.parse().ok() } else { None }
}

fn up_to_two_digits(text: &str) -> Option<u32> {
    let is_part = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_part { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Result<String, Problem> {
        read_partial_date(text).map(|date| date.to_string())
    }

    #[test]
    fn the_day_stands_before_the_month() {
        for text in [
            "03/11/2026",
            "3/11/2026",
            " 3 / 11 / 2026 ",
            "03-11-2026",
            "3.11.2026",
            "2026-11-03",
            "2026-11-3",
            "ngày 3 tháng 11 năm 2026",
            "Ngày 03 tháng 11 năm 2026",
            "3 tháng 11 năm 2026",
        ] {
            assert_eq!(read(text), Ok("2026-11-03".to_owned()), "{text}");
        }
    }

    #[test]
    fn less_may_be_known() {
        for text in ["11/2026", "11-2026", "11.2026", "2026-11", "tháng 11 năm 2026", "tháng 11/2026"] {
            assert_eq!(read(text), Ok("2026-11".to_owned()), "{text}");
        }
        for text in ["2026", "năm 2026"] {
            assert_eq!(read(text), Ok("2026".to_owned()), "{text}");
        }
        assert_eq!(read("1/2026"), Ok("2026-01".to_owned()));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "31/02/2026",
            "13/2026",
            "0/2026",
            "3/11/26",
            "3/11",
            "26",
            "20261103",
            "2026/11/03",
            "11/03/2026/1",
            "3/11-2026",
            "3//2026",
            "/11/2026",
            "hôm qua",
            "0202",
            "2200",
            "3 11 2026",
            "2026-13-01",
            "11/22/2026",
        ] {
            assert_eq!(read(text), Err(Problem::NoDate), "{text}");
        }
        assert_eq!(read(""), Err(Problem::Missing));
    }

    #[test]
    fn a_day_is_not_made_up_from_a_month() {
        assert_eq!(read_day("3/11/2026").map(|day| day.to_string()), Ok("2026-11-03".to_owned()));
        assert_eq!((read_day("11/2026"), read_day("2026")), (Err(Problem::NoDate), Err(Problem::NoDate)));
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_as_the_same(days in 0_u64..140_000) {
            let day = NaiveDate::from_ymd_opt(1800, 1, 1).unwrap() + chrono::Days::new(days);

            prop_assert_eq!(read_partial_date(&PartialDate::Day(day).in_words()), Ok(PartialDate::Day(day)));
            prop_assert_eq!(read_day(&day.to_string()), Ok(day));
        }

        #[test]
        fn nothing_typed_is_a_failure_of_ours(text in "[0-9 /.-]{0,12}|\\PC{0,12}") {
            _ = read_partial_date(&text);
        }
    }
}
