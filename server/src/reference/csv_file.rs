//! Reading a CSV file whole: either every row can be used, or the list of what is wrong with file, line and
//! value. Nothing is written from a file that is partly wrong.

use std::fmt;

use csv::{ErrorKind, ReaderBuilder, StringRecord, Trim};
use serde::de::DeserializeOwned;

/// Complaints of one message; more say no more.
const SHOWN: usize = 20;

/// A row and the line of the file it begins on.
#[derive(Clone, Debug)]
pub(crate) struct Line<T> {
    pub(crate) number: u64,
    pub(crate) row: T,
}

/// What is wrong with the files, one sentence each, naming file, line and value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Problems(Vec<String>);

impl Problems {
    /// Notes what is wrong on a line.
    pub(crate) fn add(&mut self, file: &str, line: u64, problem: impl fmt::Display) {
        self.0.push(format!("{file} line {line}: {problem}"));
    }

    /// The value of an outcome; the problem of a failed one is noted.
    pub(crate) fn note<T>(&mut self, file: &str, line: u64, outcome: Result<T, String>) -> Option<T> {
        outcome.map_err(|problem| self.add(file, line, problem)).ok()
    }

    /// Fails if anything was wrong.
    pub(crate) fn none(self) -> anyhow::Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(anyhow::anyhow!("{self}")) }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0[..self.0.len().min(SHOWN)].join("\n"))?;
        match self.0.len().saturating_sub(SHOWN) {
            0 => Ok(()),
            more => write!(f, "\n… and {more} more"),
        }
    }
}

/// Reads the rows of a file that must have these columns; what can't be read is noted and left out.
pub(crate) fn read<T: DeserializeOwned>(
    file: &str,
    text: &str,
    columns: &[&str],
    problems: &mut Problems,
) -> Vec<Line<T>> {
    // The reader counts lines by `\n` and would be one behind after `\r\n`.
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut reader = ReaderBuilder::new().trim(Trim::All).from_reader(text.as_bytes());
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => {
            problems.add(file, 1, error);
            return Vec::new();
        }
    };
    let mut complete = true;
    for column in columns.iter().filter(|column| !header.iter().any(|name| name == **column)) {
        problems.add(file, 1, format_args!("there is no column `{column}`"));
        complete = false;
    }
    if !complete {
        return Vec::new();
    }
    let mut lines = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => {
                let number = record.position().map_or(0, csv::Position::line);
                let row =
                    record.deserialize(Some(&header)).map_err(|error| in_words(error, &header, &record));
                lines.extend(problems.note(file, number, row).map(|row| Line { number, row }));
            }
            Err(error) => {
                let number = error.position().map_or(0, csv::Position::line);
                problems.add(file, number, in_words(error, &header, &StringRecord::new()));
            }
        }
    }
    lines
}

fn in_words(error: csv::Error, header: &StringRecord, record: &StringRecord) -> String {
    match error.kind() {
        ErrorKind::Deserialize { err, .. } => {
            let place = err.field().and_then(|field| usize::try_from(field).ok());
            let cell = place.and_then(|place| header.get(place).zip(record.get(place)));
            match cell {
                Some((column, value)) => format!("{column} = {value:?}: {}", err.kind()),
                // The value is in the words of the type that refused it.
                None => err.kind().to_string(),
            }
        }
        ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("{len} cells where the header has {expected_len}")
        }
        ErrorKind::Utf8 { err, .. } => format!("not UTF-8: {err}"),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use shared::PartialDate;

    use super::*;

    #[derive(Debug, Deserialize, PartialEq)]
    struct Row {
        name: String,
        year: Option<i32>,
        date: Option<PartialDate>,
    }

    fn outcome(text: &str) -> (Vec<(u64, Row)>, String) {
        let mut problems = Problems::default();
        let lines = read::<Row>("a.csv", text, &["name", "year", "date"], &mut problems);
        (lines.into_iter().map(|line| (line.number, line.row)).collect(), problems.to_string())
    }

    #[test]
    fn an_empty_cell_is_unknown_and_a_line_may_hold_line_ends() {
        let (rows, problems) = outcome("name,year,date\r\n\"a\r\nb\",,2022-11\r\nc,2020,\r\n");

        let first = Row { name: "a\nb".into(), year: None, date: Some(PartialDate::Month(2022, 11)) };
        assert_eq!(rows[0], (2, first));
        assert_eq!(rows[1], (4, Row { name: "c".into(), year: Some(2020), date: None }));
        assert_eq!(problems, "");
    }

    #[test]
    fn what_is_wrong_is_named_with_line_and_value() {
        let (rows, problems) = outcome("name,year,date\na,20x,\nb,,yesterday\nc\nd,2020,2020\n");

        assert_eq!(rows.len(), 1);
        let expected = [
            "a.csv line 2: year = \"20x\": invalid digit found in string",
            "a.csv line 3: not a date (YYYY, YYYY-MM or YYYY-MM-DD): yesterday",
            "a.csv line 4: 1 cells where the header has 3",
        ];
        for (problem, expected) in problems.lines().zip(expected) {
            assert!(problem.starts_with(expected), "{problem}");
        }
    }

    #[test]
    fn a_missing_column_is_named() {
        let (rows, problems) = outcome("name,year\na,2020\n");

        assert_eq!((rows.len(), problems.as_str()), (0, "a.csv line 1: there is no column `date`"));
    }
}
