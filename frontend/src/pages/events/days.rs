//! When an event is: in words as exact as its source, and whether it is still to come.

use chrono::NaiveDate;
use shared::PartialDate;

/// Whether an event is still to come, as far as its dates tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// It begins after today.
    Upcoming,
    /// It has begun and not ended.
    Ongoing,
    /// It is over, or nobody knows.
    Past,
}

/// `15/11/2022 – 19/11/2022`, `2023`; nothing when no date is known.
pub(crate) fn in_words(starts: Option<PartialDate>, ends: Option<PartialDate>) -> Option<String> {
    match (starts, ends) {
        (Some(starts), Some(ends)) if starts != ends => {
            Some(format!("{} – {}", starts.in_words(), ends.in_words()))
        }
        (Some(only), _) | (None, Some(only)) => Some(only.in_words()),
        (None, None) => None,
    }
}

/// Whether it is still to come. An event known only by its year is upcoming in the years before, never "now".
pub(crate) fn when(starts: Option<PartialDate>, ends: Option<PartialDate>, today: NaiveDate) -> When {
    let Some(starts) = starts.or(ends) else { return When::Past };
    let last = ends.unwrap_or(starts);
    if starts.earliest() > today {
        return When::Upcoming;
    }
    let is_exact = matches!((starts, last), (PartialDate::Day(_), PartialDate::Day(_)));
    if is_exact && today <= last.latest() { When::Ongoing } else { When::Past }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Option<PartialDate> {
        text.parse().ok()
    }

    #[test]
    fn dates_are_told_as_exactly_as_they_are_known() {
        let told = |starts, ends| in_words(date(starts), date(ends));

        assert_eq!(told("2022-11-15", "2022-11-19").as_deref(), Some("15/11/2022 – 19/11/2022"));
        assert_eq!(told("2022-11-15", "2022-11-15").as_deref(), Some("15/11/2022"));
        assert_eq!(told("2023", "").as_deref(), Some("2023"));
        assert_eq!(told("", "2023-02").as_deref(), Some("02/2023"));
        assert_eq!(told("", ""), None);
    }

    #[test]
    fn an_event_is_to_come_while_it_has_not_begun() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let when = |starts, ends| when(date(starts), date(ends), today);

        assert_eq!(when("2026-11-24", ""), When::Upcoming);
        assert_eq!(when("2027", ""), When::Upcoming);
        assert_eq!(when("2026-11-20", "2026-11-23"), When::Ongoing);
        assert_eq!(when("2026-11-23", ""), When::Ongoing);
        assert_eq!(when("2026-11-20", "2026-11-22"), When::Past);
        assert_eq!(when("2026", ""), When::Past);
        assert_eq!(when("", ""), When::Past);
    }
}
