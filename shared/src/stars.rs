//! When a star counts: a rating holds 36 months from the day it was signed (Decision 26/2026/QĐ-TTg), and a
//! star that does not certainly hold is never shown as one.

use chrono::{Months, NaiveDate};

use crate::PartialDate;
use crate::kinds::kind;

/// Months a rating holds from the day it was signed (Decision 26/2026/QĐ-TTg).
pub const VALID_MONTHS: u32 = 36;
/// Days before the end from which a rating is said to be expiring: the renewal window opens (26/2026/QĐ-TTg).
pub const EXPIRING_DAYS: i64 = 180;

/// The least mean score that a number of stars asks for (Decisions 1048/QĐ-TTg and 26/2026/QĐ-TTg); more may be asked
/// for by single answers, so a higher score does not give more stars. `None` for what is no rating: only 3, 4 and 5 stars
/// get a decision.
pub fn least_score(stars: i32) -> Option<f64> {
    match stars {
        3 => Some(50.0),
        4 => Some(70.0),
        5 => Some(90.0),
        _ => None,
    }
}

kind! {
    /// What one rating of a product is worth on a given day (DOMAIN §6).
    StarState {
        /// It holds.
        Valid = "valid",
        /// It holds and ends within 180 days, the window of renewal.
        Expiring = "expiring",
        /// Past its end, kept until the result of a renewal that could not be filed in time.
        Extended = "extended",
        /// Past its end.
        Expired = "expired",
        /// Taken back.
        Withdrawn = "withdrawn",
        /// A later rating replaced it.
        Superseded = "superseded",
        /// Not enough is known: the source gives only the year, or no date, and the end may have passed.
        Uncertain = "uncertain",
    }
}

impl StarState {
    /// Whether the star may be shown as one.
    pub const fn holds(self) -> bool {
        matches!(self, Self::Valid | Self::Expiring | Self::Extended)
    }
}

/// The dates of one rating on which its state depends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StarDecision {
    /// When it was signed, as exactly as known.
    pub signed_on: Option<PartialDate>,
    /// The last day it holds, where the decision says it or the day of signing is known.
    pub valid_until: Option<NaiveDate>,
    /// Set when the owner could not keep the renewal window at the change of rules.
    pub extended_until: Option<NaiveDate>,
    /// When it was taken back.
    pub withdrawn_on: Option<NaiveDate>,
    /// Whether a later rating of the same product exists.
    pub superseded: bool,
}

impl StarDecision {
    /// The days between which the rating ends: equal where the day is known. `None` if nothing is known.
    pub fn ends_between(&self) -> Option<(NaiveDate, NaiveDate)> {
        if let Some(day) = self.valid_until {
            return Some((day, day));
        }
        let signed = self.signed_on?;
        let end = |day: NaiveDate| day.checked_add_months(Months::new(VALID_MONTHS));
        Some((end(signed.earliest())?, end(signed.latest())?))
    }

    /// What the rating is worth on a day.
    pub fn state_on(&self, today: NaiveDate) -> StarState {
        if self.withdrawn_on.is_some_and(|day| day <= today) {
            return StarState::Withdrawn;
        }
        if self.superseded {
            return StarState::Superseded;
        }
        let Some((first_end, last_end)) = self.ends_between() else { return StarState::Uncertain };
        if today <= first_end {
            let days_left = (first_end - today).num_days();
            return if days_left <= EXPIRING_DAYS { StarState::Expiring } else { StarState::Valid };
        }
        if self.extended_until.is_some_and(|day| today <= day) {
            return StarState::Extended;
        }
        if today <= last_end { StarState::Uncertain } else { StarState::Expired }
    }

    /// The next day after `today` on which the state may differ without anyone writing anything.
    pub fn changes_after(&self, today: NaiveDate) -> Option<NaiveDate> {
        let (first_end, last_end) = self.ends_between()?;
        let opens = first_end - chrono::Duration::days(EXPIRING_DAYS);
        let after = |day: NaiveDate| day.succ_opt();
        let days = [
            Some(opens),
            after(first_end),
            after(last_end),
            self.extended_until.and_then(after),
            self.withdrawn_on,
        ];
        days.into_iter().flatten().filter(|day| *day > today).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn signed(text: &str) -> StarDecision {
        StarDecision {
            signed_on: Some(text.parse().unwrap()),
            valid_until: None,
            extended_until: None,
            withdrawn_on: None,
            superseded: false,
        }
    }

    #[test]
    fn a_rating_holds_thirty_six_months() {
        let rating = signed("2024-05-10");

        let states =
            ["2026-11-10", "2026-11-11", "2027-05-10", "2027-05-11"].map(|today| rating.state_on(day(today)));

        assert_eq!(states, [StarState::Valid, StarState::Expiring, StarState::Expiring, StarState::Expired]);
    }

    #[test]
    fn a_rating_known_by_year_is_uncertain_while_its_end_may_have_passed() {
        let rating = signed("2023");

        let states = ["2025-01-01", "2026-01-01", "2026-01-02", "2026-12-31", "2027-01-01"]
            .map(|today| rating.state_on(day(today)));

        use StarState::*;
        assert_eq!(states, [Valid, Expiring, Uncertain, Uncertain, Expired]);
    }

    #[test]
    fn a_rating_without_any_date_is_uncertain() {
        let rating = StarDecision { signed_on: None, ..signed("2023") };

        assert_eq!(rating.state_on(day("2026-11-23")), StarState::Uncertain);
    }

    #[test]
    fn an_extension_holds_until_its_own_end() {
        let rating = StarDecision { extended_until: Some(day("2026-09-30")), ..signed("2023-05-01") };

        let states =
            ["2026-05-01", "2026-05-02", "2026-09-30", "2026-10-01"].map(|today| rating.state_on(day(today)));

        use StarState::*;
        assert_eq!(states, [Expiring, Extended, Extended, Expired]);
    }

    #[test]
    fn a_withdrawn_rating_stays_withdrawn_and_a_replaced_one_replaced() {
        let withdrawn = StarDecision { withdrawn_on: Some(day("2026-01-01")), ..signed("2025-05-01") };
        let replaced = StarDecision { superseded: true, ..signed("2025-05-01") };

        assert_eq!(withdrawn.state_on(day("2026-02-01")), StarState::Withdrawn);
        assert_eq!(replaced.state_on(day("2026-02-01")), StarState::Superseded);
    }

    #[test]
    fn the_state_never_changes_before_the_day_named() {
        for rating in [signed("2023"), signed("2024-05-10"), signed("2023-11")] {
            let mut today = day("2023-12-01");
            for _ in 0..1500 {
                let tomorrow = today.succ_opt().unwrap();
                if rating.state_on(today) != rating.state_on(tomorrow) {
                    assert_eq!(rating.changes_after(today), Some(tomorrow));
                }
                today = tomorrow;
            }
        }
    }
}
