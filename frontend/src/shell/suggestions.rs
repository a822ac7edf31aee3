//! What is suggested while typing, in groups, and where each suggestion leads.

use crate::address::encoded;
use crate::api::{self, Question, SuggestionKind, schema};
use crate::facts::TextPart;

/// Suggestions at once.
const ROWS: i32 = 8;
/// Letters from which there are suggestions.
const LETTERS: usize = 2;

#[derive(cynic::QueryVariables)]
pub(crate) struct Variables {
    text: String,
    first: i32,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "Variables")]
pub(crate) struct Suggestions {
    #[arguments(text: $text, first: $first)]
    pub(crate) suggest: Vec<Suggestion>,
}

#[derive(cynic::QueryFragment, Clone, PartialEq)]
pub(crate) struct Suggestion {
    pub(crate) kind: SuggestionKind,
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) detail: Option<String>,
    pub(crate) parts: Vec<TextPart>,
}

impl Suggestion {
    /// Where it leads.
    pub(crate) fn address(&self) -> String {
        let id = self.id.inner();
        match self.kind {
            SuggestionKind::Product => format!("/san-pham/{id}"),
            SuggestionKind::Producer => format!("/chu-the/{id}"),
            SuggestionKind::SalePoint => format!("/diem-ban/{id}"),
            SuggestionKind::Place => format!("/diem-ban?q={}", encoded(&self.name)),
        }
    }
}

/// The question for a text, if it is long enough to suggest anything.
pub(crate) fn question(typed: &str) -> Option<Question<Suggestions>> {
    use cynic::QueryBuilder;

    let text: String = typed.trim().chars().take(shared::limits::SEARCH_CHARS).collect();
    let long_enough = text.chars().count() >= LETTERS;
    long_enough.then(|| api::question(Suggestions::build(Variables { text, first: ROWS })))
}

/// The order in which the groups are shown.
const KINDS: [SuggestionKind; 4] =
    [SuggestionKind::Product, SuggestionKind::Producer, SuggestionKind::SalePoint, SuggestionKind::Place];

/// Suggestions of one kind after another; within a kind the order of the server stays.
pub(crate) fn grouped(suggestions: &[Suggestion]) -> Vec<Suggestion> {
    let of = |kind| suggestions.iter().filter(move |suggestion| suggestion.kind == kind);
    KINDS.into_iter().flat_map(of).cloned().collect()
}

/// The suggestion marked after an arrow key: past either end none is, which is the text as typed.
pub(crate) fn moved(marked: Option<usize>, down: bool, count: usize) -> Option<usize> {
    match (marked, down) {
        _ if count == 0 => None,
        (None, true) => Some(0),
        (None, false) => Some(count - 1),
        (Some(place), true) => Some(place + 1).filter(|place| *place < count),
        (Some(place), false) => place.checked_sub(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_round_by_way_of_what_was_typed() {
        assert_eq!(moved(None, true, 2), Some(0));
        assert_eq!(moved(Some(0), true, 2), Some(1));
        assert_eq!(moved(Some(1), true, 2), None);
        assert_eq!(moved(None, false, 2), Some(1));
        assert_eq!(moved(Some(0), false, 2), None);
        assert_eq!(moved(None, true, 0), None);
    }

    #[test]
    fn one_letter_suggests_nothing() {
        assert!(question(" c ").is_none());
        assert!(question("cá").is_some());
    }

    #[test]
    fn kinds_stand_together() {
        let suggestion = |kind, name: &str| Suggestion {
            kind,
            id: cynic::Id::new(name),
            name: name.into(),
            detail: None,
            parts: Vec::new(),
        };
        let mixed = [
            suggestion(SuggestionKind::Place, "Ba Vì"),
            suggestion(SuggestionKind::Product, "Chè Ba Vì"),
            suggestion(SuggestionKind::Place, "Ba Đình"),
        ];

        let names: Vec<_> = grouped(&mixed).into_iter().map(|suggestion| suggestion.name).collect();

        assert_eq!(names, ["Chè Ba Vì", "Ba Vì", "Ba Đình"]);
        assert_eq!(mixed[0].address(), "/diem-ban?q=Ba+V%C3%AC");
    }
}
