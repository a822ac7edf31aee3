//! What is wrong with what was typed.

use shared::Problem;

use crate::api::{Failure, Refused};
use crate::text::{failures, forms, language, t};

/// Something wrong, at a field or with the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wrong {
    /// The field, as the form calls it.
    pub(crate) field: String,
    /// What to say.
    pub(crate) words: String,
}

impl Wrong {
    /// A problem that the page saw itself.
    pub(crate) fn at(field: &str, problem: Problem) -> Self {
        Self { field: field.to_owned(), words: t(forms::problem(Some(problem))).to_owned() }
    }
}

/// What the server found wrong, with names as the form has them: without the argument they stand in.
pub(super) fn found_by_server(refused: &Refused, argument: &str) -> Vec<Wrong> {
    let wrong = refused.fields.iter().map(|wrong| Wrong {
        field: below(&wrong.field, argument).to_owned(),
        words: t(forms::problem(wrong.problem)).to_owned(),
    });
    wrong.collect()
}

/// What happened to the whole form.
pub(super) fn in_words(refused: &Refused) -> String {
    match (refused.failure, refused.retry_after) {
        (Failure::Refused(shared::ErrorCode::BadInput), _) if !refused.fields.is_empty() => {
            t(forms::LOOK_AGAIN).to_owned()
        }
        (Failure::Refused(shared::ErrorCode::TooManyAttempts), Some(seconds)) => {
            forms::wait(seconds, language())
        }
        (failure, _) => t(failures::words(failure)).to_owned(),
    }
}

fn below<'a>(path: &'a str, argument: &str) -> &'a str {
    path.strip_prefix(argument).and_then(|rest| rest.strip_prefix('.')).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_known_by_its_name_below_the_argument() {
        assert_eq!(below("input.contact.phone", "input"), "contact.phone");
        assert_eq!(below("inputs.name", "input"), "inputs.name");
        assert_eq!(below("password", ""), "password");
    }
}
