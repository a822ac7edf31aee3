//! What a search answers.

use std::sync::Arc;

use super::cursor::Cursor;
use super::facets::{Dictionary, Shown, Tally};

/// How the text was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// As written, or there was no text.
    Plain,
    /// The last word as the beginning of one.
    Prefix,
    /// As keystrokes of an input method that was off.
    Keystrokes,
    /// With one slip of the fingers.
    Typo,
    /// Only most of the words.
    Relaxed,
}

/// One page of results.
#[derive(Clone, Debug)]
pub struct Page<C> {
    /// How many there are on all pages.
    pub total: usize,
    /// The results of this page, each with the cursor after which the next page begins.
    pub hits: Vec<(C, Cursor)>,
    /// Whether more follow.
    pub has_next: bool,
    /// Counts of the values of each facet, if they were asked for.
    pub facets: Option<Facets>,
    /// How the text was understood.
    pub reading: Reading,
    /// The text that was searched for, where it is not the one given.
    pub read_as: Option<String>,
}

/// One value of a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FacetValue<'a> {
    /// What a filter takes.
    pub value: &'a str,
    /// How many results have it.
    pub count: u32,
}

/// Counts of facets. A facet's own filter does not shrink it; values that nothing has are left out.
#[derive(Clone, Debug)]
pub struct Facets {
    pub(super) dictionary: Arc<Dictionary>,
    pub(super) tally: Tally,
}

impl Facets {
    /// Groups at every level: `I`, `I.3` and `I.3.d` all count a product of `I.3.d`. In order of their codes.
    pub fn groups(&self) -> Vec<FacetValue<'_>> {
        shown(&self.dictionary.group_levels, &self.tally.groups)
    }

    /// Stars that hold, most first, with the number of products; `None` has those without one.
    pub fn stars(&self) -> Vec<(Option<u8>, u32)> {
        let counted = self.tally.stars.iter().enumerate().rev().filter(|(_, count)| **count > 0);
        counted.map(|(stars, count)| ((stars > 0).then_some(stars as u8), *count)).collect()
    }

    /// Provinces of today, the most frequent first; the label is the unit's name.
    pub fn provinces(&self) -> Vec<(FacetValue<'_>, &str)> {
        units(&self.dictionary.provinces, &self.tally.provinces)
    }

    /// Provinces until 30 June 2025, the most frequent first; the label is the unit's name.
    pub fn former_provinces(&self) -> Vec<(FacetValue<'_>, &str)> {
        units(&self.dictionary.former_provinces, &self.tally.former_provinces)
    }

    /// For each solar month from January how many are known to be had in it.
    pub fn months(&self) -> [u32; 12] {
        let mut months = [0; 12];
        for (number, set) in self.dictionary.months.iter() {
            let count = self.tally.months.get(number).copied().unwrap_or(0);
            for (month, sum) in months.iter_mut().enumerate() {
                *sum += if set & (1 << month) != 0 { count } else { 0 };
            }
        }
        months
    }

    /// Kinds of valid certificates, the most frequent first.
    pub fn certificates(&self) -> Vec<FacetValue<'_>> {
        let mut kinds = shown(&self.dictionary.certificate_kinds, &self.tally.certificates);
        kinds.sort_unstable_by(|a, b| b.count.cmp(&a.count).then(a.value.cmp(b.value)));
        kinds
    }
}

fn shown<'a>(values: &'a [Shown], counts: &[u32]) -> Vec<FacetValue<'a>> {
    let counted = values.iter().map(|shown| FacetValue { value: &shown.value, count: shown.count(counts) });
    counted.filter(|facet| facet.count > 0).collect()
}

fn units<'a>(
    values: &'a super::facets::Values<super::stored::Unit>,
    counts: &[u32],
) -> Vec<(FacetValue<'a>, &'a str)> {
    let counted = values.iter().map(|(number, unit)| (counts.get(number).copied().unwrap_or(0), unit));
    let mut units: Vec<_> = counted
        .filter(|(count, _)| *count > 0)
        .map(|(count, unit)| (FacetValue { value: unit.code.as_str(), count }, unit.name.as_str()))
        .collect();
    units.sort_unstable_by(|(a, _), (b, _)| b.count.cmp(&a.count).then(a.value.cmp(b.value)));
    units
}
