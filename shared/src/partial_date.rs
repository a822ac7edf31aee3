//! A date as exactly as its source states it: a day, a month or only a year.
//!
//! Written as ISO 8601 with reduced precision (`2022`, `2022-11`, `2022-11-15`), so that text order is time
//! order and nothing is invented by filling in a first of January.

use std::{fmt, str::FromStr};

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// A day, a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PartialDate {
    /// Only the year is known.
    Year(i32),
    /// Year and month (1-12) are known.
    Month(i32, u32),
    /// The day is known.
    Day(NaiveDate),
}

/// The text is no date of the form `2022`, `2022-11` or `2022-11-15`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a date (YYYY, YYYY-MM or YYYY-MM-DD): {0}")]
pub struct NotADate(pub String);

impl PartialDate {
    /// The first day it can mean.
    pub fn earliest(self) -> NaiveDate {
        let first = |year, month| NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MAX);
        match self {
            Self::Year(year) => first(year, 1),
            Self::Month(year, month) => first(year, month),
            Self::Day(day) => day,
        }
    }

    /// The last day it can mean.
    pub fn latest(self) -> NaiveDate {
        let months = match self {
            Self::Year(_) => 12,
            Self::Month(..) => 1,
            Self::Day(day) => return day,
        };
        let next = self.earliest().checked_add_months(Months::new(months));
        next.and_then(|day| day.pred_opt()).unwrap_or(NaiveDate::MAX)
    }

    /// The year, which is always known.
    pub fn year(self) -> i32 {
        self.earliest().year()
    }

    /// As people here write it: `15/11/2022`, `11/2022`, `2022`.
    pub fn in_words(self) -> String {
        match self {
            Self::Year(year) => format!("{year}"),
            Self::Month(year, month) => format!("{month:02}/{year}"),
            Self::Day(day) => day.format("%d/%m/%Y").to_string(),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(day) => write!(f, "{}", day.format("%Y-%m-%d")),
        }
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let digits = |part: &str, len: usize| {
            (part.len() == len && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<u32>().ok())
                .flatten()
        };
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next(), parts.next(), parts.next());
        let date = || {
            if parts.next().is_some() {
                return None;
            }
            let year = i32::try_from(digits(year?, 4)?).ok()?;
            let Some(month) = month else { return Some(Self::Year(year)) };
            let month = digits(month, 2)?;
            match day {
                Some(day) => NaiveDate::from_ymd_opt(year, month, digits(day, 2)?).map(Self::Day),
                None => (1..=12).contains(&month).then_some(Self::Month(year, month)),
            }
        };
        let mut date = date;
        date().ok_or_else(|| NotADate(text.to_owned()))
    }
}

impl TryFrom<String> for PartialDate {
    type Error = NotADate;

    fn try_from(text: String) -> Result<Self, NotADate> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

#[cfg(feature = "server")]
mod server {
    use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};

    use super::PartialDate;

    crate::stored::text_column!(PartialDate);

    /// A date as exactly as it is known: `2022`, `2022-11` or `2022-11-15` (ISO 8601, reduced precision).
    #[Scalar]
    impl ScalarType for PartialDate {
        fn parse(value: Value) -> InputValueResult<Self> {
            match &value {
                Value::String(text) => text.parse().map_err(InputValueError::custom),
                _ => Err(InputValueError::expected_type(value)),
            }
        }

        fn to_value(&self) -> Value {
            Value::String(self.to_string())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_precision_it_was_given() {
        for text in ["2022", "2022-11", "2022-11-15"] {
            assert_eq!(text.parse::<PartialDate>().map(|date| date.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in ["", "22", "2022-13", "2022-02-30", "2022-1-1", "2022-11-15-1", "+022", "năm 2022"] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    #[test]
    fn spans_the_days_it_can_mean() {
        let span = |text: &str| {
            let date: PartialDate = text.parse().unwrap();
            (date.earliest().to_string(), date.latest().to_string())
        };

        assert_eq!(span("2024"), ("2024-01-01".into(), "2024-12-31".into()));
        assert_eq!(span("2024-02"), ("2024-02-01".into(), "2024-02-29".into()));
        assert_eq!(span("2024-02-03"), ("2024-02-03".into(), "2024-02-03".into()));
    }

    #[test]
    fn is_written_as_people_write_it() {
        let words = |text: &str| text.parse::<PartialDate>().unwrap().in_words();

        assert_eq!([words("2022"), words("2022-11"), words("2022-11-15")], ["2022", "11/2022", "15/11/2022"]);
    }
}
