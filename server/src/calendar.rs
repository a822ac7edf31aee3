//! Which day and hour it is where this system is used.

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, Utc};

/// Hours that Asia/Ho_Chi_Minh is ahead of UTC, all year round.
const AHEAD_OF_UTC: i64 = 7;

/// Today in Vietnam.
pub fn today() -> NaiveDate {
    here(Utc::now()).date()
}

/// The day in Vietnam on which an instant falls.
pub fn day_of(at: DateTime<Utc>) -> NaiveDate {
    here(at).date()
}

/// An instant as people here write it: `26/11/2026 14:30`.
pub fn in_words(at: DateTime<Utc>) -> String {
    here(at).format("%d/%m/%Y %H:%M").to_string()
}

/// The next time after an instant that the clocks here show an hour.
pub fn next_hour(after: DateTime<Utc>, hour: u32) -> DateTime<Utc> {
    let here = here(after);
    let time = NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    let day = if here.time() < time { here.date() } else { here.date() + Duration::days(1) };
    (day.and_time(time) - Duration::hours(AHEAD_OF_UTC)).and_utc()
}

/// The instant of a minute of a day in Vietnam, counted from midnight.
pub fn at(day: NaiveDate, minute: u16) -> DateTime<Utc> {
    beginning_of(day) + Duration::minutes(minute.into())
}

/// The instant at which a day begins in Vietnam.
pub fn beginning_of(day: NaiveDate) -> DateTime<Utc> {
    (day.and_time(NaiveTime::MIN) - Duration::hours(AHEAD_OF_UTC)).and_utc()
}

fn here(at: DateTime<Utc>) -> NaiveDateTime {
    (at + Duration::hours(AHEAD_OF_UTC)).naive_utc()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_seven_in_the_morning_is_midnight_in_greenwich() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();

        for (after, next) in [
            ("2026-11-25T23:59:59Z", "2026-11-26T00:00:00Z"),
            ("2026-11-26T00:00:00Z", "2026-11-27T00:00:00Z"),
            ("2026-11-26T06:10:00Z", "2026-11-27T00:00:00Z"),
            ("2026-12-31T17:30:00Z", "2027-01-01T00:00:00Z"),
        ] {
            assert_eq!(next_hour(at(after), 7), at(next), "{after}");
        }
        let day = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        assert_eq!(beginning_of(day), at("2026-11-25T17:00:00Z"));
        assert_eq!(super::at(day, 510), at("2026-11-26T01:30:00Z"));
        assert_eq!(in_words(at("2026-12-31T17:05:00Z")), "01/01/2027 00:05");
    }
}
