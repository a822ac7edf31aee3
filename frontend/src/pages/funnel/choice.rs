//! By what the funnel is counted, of which years, and which figure is open, in the address and back.

use std::ops::RangeInclusive;

use crate::address::{Query, encoded};
use crate::api::{FunnelBy, FunnelStep};

const PATH: &str = "/can-bo/thoa-thuan";
/// Years that can be meant.
const KNOWN_YEARS: RangeInclusive<i32> = 2000..=LAST_YEAR;
/// Far enough away.
pub(super) const LAST_YEAR: i32 = 2100;
/// The part of the page with the rows of a figure.
pub(super) const ROWS: &str = "hang";

/// By what, by names of the address.
pub(super) const BY: [(&str, FunnelBy); 7] = [
    ("nam", FunnelBy::Year),
    ("su-kien", FunnelBy::Event),
    ("tinh", FunnelBy::Province),
    ("tinh-cu", FunnelBy::FormerProvince),
    ("nhom", FunnelBy::Group),
    ("nha-ban-le", FunnelBy::Retailer),
    ("chu-the", FunnelBy::Producer),
];

/// Steps, by names of the address, in the order in which they are made.
pub(super) const STEPS: [(&str, FunnelStep); 6] = [
    ("gioi-thieu", FunnelStep::Introduced),
    ("de-nghi", FunnelStep::Proposed),
    ("da-ky", FunnelStep::Signed),
    ("da-giao", FunnelStep::Delivered),
    ("giao-lai", FunnelStep::Repeated),
    ("dung", FunnelStep::Lapsed),
];

/// A figure: a step of all, or of one line of the table.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    /// The line of the table; nothing for all of them together.
    pub(super) key: Option<String>,
    pub(super) step: FunnelStep,
}

/// What is chosen.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Choice {
    pub(super) by: FunnelBy,
    /// In their order; empty for all.
    pub(super) years: Vec<i32>,
    /// The figure whose rows are open.
    pub(super) open: Option<Figure>,
}

impl Choice {
    /// Reads the address. What it does not know it ignores.
    pub(super) fn read(address: &Query) -> Self {
        let named = |name: &str| BY.iter().find(|(known, _)| *known == name).map(|(_, by)| *by);
        let step = STEPS.iter().find(|(known, _)| *known == address.one("buoc")).map(|(_, step)| *step);
        let years = address.list("trong").filter_map(|year| year.parse().ok());
        let mut years: Vec<i32> = years.filter(|year| KNOWN_YEARS.contains(year)).collect();
        years.sort_unstable();
        years.dedup();
        Self {
            by: named(address.one("theo")).unwrap_or(FunnelBy::Year),
            years,
            open: step.map(|step| Figure { key: address.all("dong").next().map(str::to_owned), step }),
        }
    }

    /// The address of this choice.
    pub(super) fn address(&self) -> String {
        let by = BY.iter().find(|(_, by)| *by == self.by && *by != FunnelBy::Year);
        let years: Vec<_> = self.years.iter().map(i32::to_string).collect();
        let open = self.open.as_ref();
        let step = open.and_then(|open| STEPS.iter().find(|(_, step)| *step == open.step));
        let key = open.and_then(|open| open.key.as_deref());
        let pairs = [
            by.map(|(name, _)| format!("theo={name}")),
            (!years.is_empty()).then(|| format!("trong={}", years.join(","))),
            step.map(|(name, _)| format!("buoc={name}")),
            key.map(|key| format!("dong={}", encoded(key))),
        ];
        let pairs: Vec<_> = pairs.into_iter().flatten().collect();
        if pairs.is_empty() { PATH.to_owned() } else { format!("{PATH}?{}", pairs.join("&")) }
    }

    /// The same counted by something else; the lines are others then.
    pub(super) fn counted_by(self, by: FunnelBy) -> Self {
        Self { by, open: None, ..self }
    }

    /// The same with a year more, or less if it was chosen; with no year in particular, all.
    pub(super) fn with_year(mut self, year: Option<i32>) -> Self {
        match year {
            Some(year) if self.years.contains(&year) => self.years.retain(|chosen| *chosen != year),
            Some(year) => {
                self.years.push(year);
                self.years.sort_unstable();
            }
            None => self.years.clear(),
        }
        Self { open: None, ..self }
    }

    /// The same with the rows of a figure open.
    pub(super) fn opening(self, open: Option<Figure>) -> Self {
        Self { open, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(address: &str) -> Choice {
        Choice::read(&Query::read(address.trim_start_matches(PATH)))
    }

    #[test]
    fn what_is_chosen_is_in_the_address_and_is_read_back() {
        for (_, by) in BY {
            for (_, step) in STEPS {
                for key in [None, Some(String::new()), Some("current.province.01".to_owned())] {
                    let choice =
                        Choice { by, years: vec![2025, 2026], open: Some(Figure { key: key.clone(), step }) };

                    assert_eq!(read(&choice.address()), choice, "{}", choice.address());
                }
            }
        }
    }

    #[test]
    fn nonsense_is_left_out_and_the_beginning_has_the_shortest_address() {
        let beginning = Choice { by: FunnelBy::Year, years: Vec::new(), open: None };

        assert_eq!(read("?theo=x&trong=1,y,&buoc=z&dong=a"), beginning);
        assert_eq!(beginning.address(), PATH);
    }

    #[test]
    fn a_year_is_chosen_and_chosen_off() {
        let two = read("").with_year(Some(2026)).with_year(Some(2025));

        assert_eq!(two.years, [2025, 2026]);
        assert_eq!(two.clone().with_year(Some(2025)).years, [2026]);
        assert_eq!(two.with_year(None).years, [0; 0]);
    }
}
