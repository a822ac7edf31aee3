//! Reading what somebody filled in: every field is checked and all problems are told at once, each by the name of its
//! field, so that a person sees them together.
//!
//! The methods give back a cleaned value also when there is a problem with it; [`Form::finish`] comes before any of
//! them is used.

use shared::{Email, Phone, Problem, limits};
use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, FieldProblem, Result};

/// The problems found so far.
#[derive(Debug, Default)]
pub(crate) struct Form {
    problems: Vec<FieldProblem>,
}

impl Form {
    /// Notes a problem.
    pub(crate) fn wrong(&mut self, field: impl Into<String>, problem: Problem) {
        self.problems.push(FieldProblem { field: field.into(), problem });
    }

    /// The value, or nothing and a problem noted.
    pub(crate) fn read<T>(&mut self, field: &str, value: Result<T, Problem>) -> Option<T> {
        value.map_err(|problem| self.wrong(field, problem)).ok()
    }

    /// A line of text that must be there: in NFC, without blanks around it or twice in it.
    pub(crate) fn line(&mut self, field: &str, text: &str, most: usize) -> String {
        let line = self.optional_line(field, Some(text), most);
        if line.is_none() {
            self.wrong(field, Problem::Missing);
        }
        line.unwrap_or_default()
    }

    /// A line of text that may be left out.
    pub(crate) fn optional_line(&mut self, field: &str, text: Option<&str>, most: usize) -> Option<String> {
        let words: Vec<String> = text?.split_whitespace().map(|word| word.nfc().collect()).collect();
        self.limited(field, words.join(" "), most, |letter| letter.is_control())
    }

    /// A longer text that may be left out; it keeps its lines.
    pub(crate) fn optional_text(&mut self, field: &str, text: Option<&str>, most: usize) -> Option<String> {
        let text: String = text?.trim().replace("\r\n", "\n").nfc().collect();
        self.limited(field, text, most, |letter| letter.is_control() && letter != '\n' && letter != '\t')
    }

    /// A mail address that may be left out.
    pub(crate) fn optional_email(&mut self, field: &str, text: Option<&str>) -> Option<Email> {
        let text = self.optional_line(field, text, limits::EMAIL_CHARS)?;
        self.read(field, text.parse())
    }

    /// A telephone number that may be left out.
    pub(crate) fn optional_phone(&mut self, field: &str, text: Option<&str>) -> Option<Phone> {
        let text = self.optional_line(field, text, limits::NAME_CHARS)?;
        self.read(field, text.parse())
    }

    /// A web address that may be left out; one without a scheme is one of `https`.
    pub(crate) fn optional_website(&mut self, field: &str, text: Option<&str>) -> Option<String> {
        let text = self.optional_line(field, text, limits::LINE_CHARS)?;
        let address = if text.contains("://") { text } else { format!("https://{text}") };
        let is_address = address
            .strip_prefix("https://")
            .or_else(|| address.strip_prefix("http://"))
            .is_some_and(|rest| {
                let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
                host.contains('.')
                    && !host.starts_with('.')
                    && !host.ends_with('.')
                    && !address.contains([' ', '"', '<', '@'])
            });
        if !is_address {
            self.wrong(field, Problem::NoWebAddress);
        }
        Some(address)
    }

    /// Fails when anything was wrong.
    pub(crate) fn finish(self) -> Result<()> {
        if self.problems.is_empty() { Ok(()) } else { Err(Error::Invalid(self.problems)) }
    }

    fn limited(
        &mut self,
        field: &str,
        text: String,
        most: usize,
        is_bad: impl Fn(char) -> bool,
    ) -> Option<String> {
        if text.chars().count() > most {
            self.wrong(field, Problem::TooLong);
        }
        if text.chars().any(is_bad) {
            self.wrong(field, Problem::BadCharacter);
        }
        Some(text).filter(|text| !text.is_empty())
    }
}

/// A form with one problem.
pub(crate) fn wrong(field: impl Into<String>, problem: Problem) -> Error {
    Error::Invalid(vec![FieldProblem { field: field.into(), problem }])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_is_told_by_its_field() {
        let mut form = Form::default();

        let name = form.line("input.name", "  Nguye\u{302}\u{303}n \t Văn  A ", 20);
        form.line("input.address", " \n ", 20);
        form.line("input.title", "a\u{7}b", 20);
        form.optional_line("input.note", Some(&"x".repeat(21)), 20);
        form.optional_website("input.site", Some("htx example"));

        assert_eq!(name, "Nguyễn Văn A");
        let Err(Error::Invalid(problems)) = form.finish() else { panic!("there are problems") };
        let told: Vec<_> = problems.iter().map(|wrong| (wrong.field.as_str(), wrong.problem)).collect();
        assert_eq!(
            told,
            [
                ("input.address", Problem::Missing),
                ("input.title", Problem::BadCharacter),
                ("input.note", Problem::TooLong),
                ("input.site", Problem::NoWebAddress),
            ]
        );
    }

    #[test]
    fn what_is_left_out_is_no_problem() {
        let mut form = Form::default();

        assert_eq!(form.optional_line("a", None, 5), None);
        assert_eq!(form.optional_line("a", Some("  "), 5), None);
        assert_eq!(form.optional_text("a", Some("một\r\nhai"), 10).as_deref(), Some("một\nhai"));
        assert_eq!(
            form.optional_website("a", Some("htx.example/sp")).as_deref(),
            Some("https://htx.example/sp")
        );
        assert!(form.finish().is_ok());
    }
}
