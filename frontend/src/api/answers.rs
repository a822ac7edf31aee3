//! Reading what the server answered.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use shared::{ErrorCode, Problem};

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// Nobody answers at the other end.
    Silent,
    /// It took too long.
    Slow,
    /// The answer is not what was asked for.
    Unreadable,
    /// The server refused.
    Refused(ErrorCode),
}

/// Why something was not done, with what a form needs to say it at its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    /// Why.
    pub(crate) failure: Failure,
    /// The fields that are wrong.
    pub(crate) fields: Vec<WrongField>,
    /// Seconds to wait before the next attempt.
    pub(crate) retry_after: Option<u32>,
}

/// A field that the server finds wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WrongField {
    /// The path of the argument: `input.contact.phone`.
    pub(crate) field: String,
    /// What is wrong with it, where there is a name for that.
    pub(crate) problem: Option<Problem>,
}

impl From<Failure> for Refused {
    fn from(failure: Failure) -> Self {
        Self { failure, fields: Vec::new(), retry_after: None }
    }
}

/// Both parts of an answer. The data stay text until it is known that there are any, so that this much is
/// compiled once for all questions.
#[derive(Deserialize)]
struct Answer<'a> {
    #[serde(borrow)]
    data: Option<&'a RawValue>,
    errors: Option<Vec<Refusal>>,
}

#[derive(Deserialize)]
struct Refusal {
    extensions: Option<Extensions>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Extensions {
    code: Option<String>,
    field: Option<String>,
    #[serde(default)]
    fields: Vec<FieldOfServer>,
    retry_after: Option<u32>,
}

#[derive(Deserialize)]
struct FieldOfServer {
    field: String,
    problem: Option<String>,
}

/// The data of an answer, or why there is none.
pub(crate) fn read<Q: DeserializeOwned>(answer: &str) -> Result<Q, Failure> {
    serde_json::from_str(data(answer)?.get()).map_err(|_| Failure::Unreadable)
}

/// The data of the answer to a change, or all that is said of why there is none.
pub(crate) fn read_change<Q: DeserializeOwned>(answer: &str) -> Result<Q, Refused> {
    read(answer).map_err(|failure| told(answer, failure))
}

/// Why there are no data in an answer that is known to have none.
pub(super) fn failure(answer: &str) -> Failure {
    data(answer).err().unwrap_or(Failure::Unreadable)
}

/// What the errors of an answer tell beyond their code.
pub(super) fn told(answer: &str, failure: Failure) -> Refused {
    let errors = serde_json::from_str::<Answer<'_>>(answer).ok().and_then(|answer| answer.errors);
    let mut refused = Refused::from(failure);
    for extensions in errors.into_iter().flatten().filter_map(|error| error.extensions) {
        refused.retry_after = refused.retry_after.or(extensions.retry_after);
        let only = extensions.field.filter(|_| extensions.fields.is_empty());
        let only = only.map(|field| WrongField { field, problem: None });
        let named = extensions.fields.into_iter().map(|wrong| WrongField {
            problem: wrong.problem.as_deref().and_then(Problem::parse),
            field: wrong.field,
        });
        refused.fields.extend(named.chain(only));
    }
    refused
}

fn data(answer: &str) -> Result<&RawValue, Failure> {
    let answer: Answer<'_> = serde_json::from_str(answer).map_err(|_| Failure::Unreadable)?;
    match (answer.data, answer.errors) {
        (Some(data), None) => Ok(data),
        (_, Some(errors)) => Err(Failure::Refused(first_code(&errors))),
        (None, None) => Err(Failure::Unreadable),
    }
}

/// An error without a code that we know is the fault of the server.
fn first_code(errors: &[Refusal]) -> ErrorCode {
    let codes = errors.iter().filter_map(|error| error.extensions.as_ref()?.code.as_deref());
    codes.filter_map(ErrorCode::parse).next().unwrap_or(ErrorCode::Internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_number(answer: &str) -> Result<i32, Failure> {
        read(answer)
    }

    #[test]
    fn an_answer_gives_its_data() {
        assert_eq!(read_number(r#"{"data":7}"#), Ok(7));
    }

    #[test]
    fn every_code_of_the_server_is_understood() {
        for code in ErrorCode::ALL {
            let answer =
                format!(r#"{{"data":null,"errors":[{{"message":"","extensions":{{"code":"{code}"}}}}]}}"#);

            assert_eq!(read_number(&answer), Err(Failure::Refused(*code)));
        }
    }

    #[test]
    fn an_error_without_a_known_code_is_the_servers_fault() {
        for extensions in ["", r#","extensions":{}"#, r#","extensions":{"code":"NEW"}"#] {
            let answer = format!(r#"{{"errors":[{{"message":"?"{extensions}}}]}}"#);

            assert_eq!(read_number(&answer), Err(Failure::Refused(ErrorCode::Internal)), "{extensions}");
        }
    }

    #[test]
    fn wrong_fields_are_read_with_their_problems() {
        let refused = |extensions: &str| {
            let answer = format!(r#"{{"errors":[{{"message":"?","extensions":{extensions}}}]}}"#);
            read_change::<i32>(&answer).err()
        };
        let wrong = |field: &str, problem| WrongField { field: field.to_owned(), problem };

        let several = refused(
            r#"{"code":"BAD_INPUT","field":"input.email","fields":[
                {"field":"input.email","problem":"NO_MAIL_ADDRESS","message":"?"},
                {"field":"input.contact.phone","problem":"NEW_ONE","message":"?"},
                {"field":"password","message":"?"}]}"#,
        );
        assert_eq!(
            several.map(|refused| refused.fields),
            Some(vec![
                wrong("input.email", Some(Problem::NoMailAddress)),
                wrong("input.contact.phone", None),
                wrong("password", None),
            ])
        );
        let one = refused(r#"{"code":"BAD_INPUT","field":"first"}"#);
        assert_eq!(one.map(|refused| refused.fields), Some(vec![wrong("first", None)]));
    }

    #[test]
    fn how_long_to_wait_is_read() {
        let answer =
            r#"{"errors":[{"message":"?","extensions":{"code":"TOO_MANY_ATTEMPTS","retryAfter":90}}]}"#;

        let refused = read_change::<i32>(answer).err();

        assert_eq!(
            refused,
            Some(Refused {
                failure: Failure::Refused(ErrorCode::TooManyAttempts),
                fields: Vec::new(),
                retry_after: Some(90),
            })
        );
    }

    #[test]
    fn what_is_no_answer_is_unreadable() {
        for answer in ["", "<html>", "{}", r#"{"data":"seven"}"#] {
            assert_eq!(read_number(answer), Err(Failure::Unreadable), "{answer}");
        }
    }
}
