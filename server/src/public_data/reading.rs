//! What reading any of the files needs: the units to find places in, the time, and lists of what can't be used
//! and of what stays open.

use std::{collections::HashMap, ops::RangeInclusive};

use chrono::{DateTime, Utc};
use shared::PartialDate;

use super::facts::{Fact, Wanted};
use crate::{
    places::{Gazetteer, Located, Place},
    reference::csv_file::Problems,
};

/// The ministry's village programme began in 2008; a year outside is a slip.
const YEARS: RangeInclusive<i32> = 2008..=2100;

/// One reading of all files.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) now: DateTime<Utc>,
    /// What can't be used; nothing is written if there is any.
    pub(super) problems: Problems,
    /// What is loaded with a part not known.
    pub(super) open: Vec<String>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(gazetteer: &'a Gazetteer, now: DateTime<Utc>, problems: Problems) -> Self {
        Self { gazetteer, now, problems, open: Vec::new() }
    }

    /// A year alone as a date.
    pub(super) fn year(&mut self, file: &str, line: u64, year: Option<i32>) -> Option<PartialDate> {
        let year = year?;
        if !YEARS.contains(&year) {
            self.problems.add(file, line, format_args!("{year} can't be the year"));
        }
        Some(PartialDate::Year(year))
    }

    /// The place of a row; what it leaves open is noted.
    pub(super) fn place(&mut self, file: &str, line: u64, located: Located) -> Place {
        self.open.extend(located.open.into_iter().map(|open| format!("{file} line {line}: {open}")));
        located.place
    }

    /// The place of a row by its former province, district and commune.
    pub(super) fn place_of_row(
        &mut self,
        file: &str,
        line: u64,
        province: &str,
        district: Option<&str>,
        commune: Option<&str>,
    ) -> Place {
        match self.gazetteer.of_row(province, district, commune) {
            Some(located) => self.place(file, line, located),
            None => {
                self.problems.add(file, line, format_args!("there was no province {province:?}"));
                Place::default()
            }
        }
    }

    /// Notes rows without a name or a source, and those that can't be told apart.
    pub(super) fn check<M: Fact>(&mut self, file: &str, facts: &[Wanted<M>], name: impl Fn(&M) -> &str) {
        let mut lines = HashMap::with_capacity(facts.len());
        for Wanted { line, row, extra } in facts {
            if name(row).is_empty() {
                self.problems.add(file, *line, "there is no name");
            }
            if extra.sources.is_empty() {
                self.problems.add(file, *line, "there is no source");
            }
            if let Some(first) = row.origin_key().and_then(|key| lines.insert(key.to_owned(), *line)) {
                self.problems.add(file, *line, format_args!("{:?} stands on line {first} too", name(row)));
            }
        }
    }
}
