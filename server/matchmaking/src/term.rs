//! From when to when deliveries for a need are expected, as far as the need tells.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::demand::Demand;

/// The days in which a need is delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The first one.
    pub from: NaiveDate,
    /// The last one; the same where no months are wanted.
    pub to: NaiveDate,
}

impl Term {
    /// Deliveries begin once answers are in, with the first wanted month from then on, and last for as many wanted months as
    /// follow each other, a year at most.
    pub fn of(demand: &Demand, today: NaiveDate) -> Self {
        let begins = demand.deadline.map_or(today, |deadline| deadline.max(today));
        let Some(months) = demand.months.filter(|months| *months != 0) else {
            return Self { from: begins, to: begins };
        };
        let is_wanted = |day: &NaiveDate| months & (1 << day.month0()) != 0;
        let first_of_month = begins - Days::new(u64::from(begins.day0()));
        let coming = (0..24).map(|ahead| first_of_month + Months::new(ahead));
        let mut run = coming.skip_while(|month| !is_wanted(month)).take_while(is_wanted).take(12);
        let Some(first) = run.next() else { return Self { from: begins, to: begins } };
        let last = run.last().unwrap_or(first);
        Self { from: begins.max(first), to: last + Months::new(1) - Days::new(1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::samples;

    fn term(months: impl IntoIterator<Item = i32>, deadline: Option<&str>, today: &str) -> (String, String) {
        let mut demand = samples::demand();
        demand.months = Some(shared::months::bits_of(months) as u16).filter(|months| *months != 0);
        demand.deadline = deadline.map(|day| day.parse().unwrap());
        let term = Term::of(&demand, today.parse().unwrap());
        (term.from.to_string(), term.to.to_string())
    }

    #[test]
    fn deliveries_last_as_long_as_wanted_months_follow_each_other() {
        let days = |from: &str, to: &str| (from.to_owned(), to.to_owned());

        assert_eq!(term([], None, "2026-11-26"), days("2026-11-26", "2026-11-26"));
        assert_eq!(term([], Some("2026-12-10"), "2026-11-26"), days("2026-12-10", "2026-12-10"));
        assert_eq!(term([12, 1, 2], None, "2026-11-26"), days("2026-12-01", "2027-02-28"));
        assert_eq!(term([11, 12, 1], Some("2026-12-10"), "2026-11-26"), days("2026-12-10", "2027-01-31"));
        assert_eq!(term([3], None, "2026-11-26"), days("2027-03-01", "2027-03-31"));
        assert_eq!(term(1..=12, None, "2026-11-26"), days("2026-11-26", "2027-10-31"));
    }
}
