//! Reading what the server answered.

use cynic::GraphQlResponse;
use serde::Deserialize;
use serde::de::DeserializeOwned;
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

#[derive(Deserialize)]
struct Extensions {
    code: Option<String>,
}

/// The data of an answer, or why there is none.
pub(crate) fn read<Q: DeserializeOwned>(answer: &str) -> Result<Q, Failure> {
    let answer: GraphQlResponse<Q, Extensions> =
        serde_json::from_str(answer).map_err(|_| Failure::Unreadable)?;
    match (answer.data, answer.errors) {
        (Some(data), None) => Ok(data),
        (_, Some(errors)) => Err(errors.into_iter().find_map(|error| error.extensions).map_or(
            Failure::Refused(ErrorCode::Internal),
            |extensions| {
                let code = extensions.code.as_deref().and_then(ErrorCode::parse);
                Failure::Refused(code.unwrap_or(ErrorCode::Internal))
            },
        )),
        (None, None) => Err(Failure::Unreadable),
    }
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
