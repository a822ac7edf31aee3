//! Reading what the server answered.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use shared::ErrorCode;

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
struct Extensions {
    code: Option<String>,
}

/// The data of an answer, or why there is none.
pub(crate) fn read<Q: DeserializeOwned>(answer: &str) -> Result<Q, Failure> {
    serde_json::from_str(data(answer)?.get()).map_err(|_| Failure::Unreadable)
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
    fn what_is_no_answer_is_unreadable() {
        for answer in ["", "<html>", "{}", r#"{"data":"seven"}"#] {
            assert_eq!(read_number(answer), Err(Failure::Unreadable), "{answer}");
        }
    }
}
