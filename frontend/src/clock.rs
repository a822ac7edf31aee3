//! Which day it is, and which day and hour an instant is here.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

/// Vietnam has one time zone, seven hours ahead, and no summer time.
const HOURS_AHEAD: i32 = 7;

/// The day it is where the person is.
pub(crate) fn today() -> Option<NaiveDate> {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).ok()?;
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date())
}

/// The instant it is by the clock of the device.
pub(crate) fn now() -> Option<DateTime<Utc>> {
    // A whole number of milliseconds, far below what is exact in a float.
    DateTime::from_timestamp_millis(js_sys::Date::now() as i64)
}

/// The day of an instant in Vietnam.
pub(crate) fn day_of(at: DateTime<Utc>) -> NaiveDate {
    here(at).map_or_else(|| at.date_naive(), |here| here.date_naive())
}

/// An instant on the clocks of Vietnam.
pub(crate) fn here(at: DateTime<Utc>) -> Option<DateTime<FixedOffset>> {
    Some(at.with_timezone(&FixedOffset::east_opt(HOURS_AHEAD * 3600)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_evening_in_greenwich_is_the_next_day_here() {
        let at: Option<DateTime<Utc>> = "2026-11-25T17:30:00Z".parse().ok();

        assert_eq!(at.map(day_of), NaiveDate::from_ymd_opt(2026, 11, 26));
    }
}
