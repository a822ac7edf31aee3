//! Of which time the markets are shown and in which languages, in the address and back.

use chrono::{Months, NaiveDate};
use shared::DocumentLanguage;

use crate::address::Query;
use crate::ui::{document_language, language_in_address};

/// Months that are offered; a star holds for the longer ones.
pub(super) const PERIODS: [u32; 2] = [12, 36];

/// What is chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Choice {
    /// First day.
    pub(super) from: NaiveDate,
    /// Last day.
    pub(super) until: NaiveDate,
    pub(super) language: DocumentLanguage,
}

impl Choice {
    /// Reads the address; without a time in it, the last year.
    pub(super) fn read(address: &Query, today: NaiveDate) -> Self {
        let day = |name: &str| address.one(name).parse::<NaiveDate>().ok();
        let named = day("tu").zip(day("den")).filter(|(from, until)| from <= until);
        let (from, until) = named.unwrap_or_else(|| last(PERIODS[0], today));
        Self { from, until, language: document_language(address) }
    }

    /// The same of the last months.
    pub(super) fn of_last(self, months: u32, today: NaiveDate) -> Self {
        let (from, until) = last(months, today);
        Self { from, until, ..self }
    }

    /// The address of this choice.
    pub(super) fn address(&self, page: &str) -> String {
        let language = language_in_address(self.language).map(|asks| format!("&{asks}")).unwrap_or_default();
        format!("{page}?tu={}&den={}{language}", self.from, self.until)
    }
}

/// The last months until today.
fn last(months: u32, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let from = today.checked_sub_months(Months::new(months)).and_then(|day| day.succ_opt());
    (from.unwrap_or(today), today)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_in_the_address_and_nonsense_is_the_last_year() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
        let today = day("2026-11-26");
        let choice =
            Choice { from: day("2024-01-01"), until: day("2025-12-31"), language: DocumentLanguage::Both };
        let written = choice.address("");

        assert_eq!(Choice::read(&Query::read(&written), today), choice);
        for address in ["", "?tu=2026-01-01", "?tu=2026-01-01&den=2025-01-01", "?tu=x&den=y"] {
            let read = Choice::read(&Query::read(address), today);
            assert_eq!((read.from, read.until), (day("2025-11-27"), today), "{address}");
        }
    }
}
