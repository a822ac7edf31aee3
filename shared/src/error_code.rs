//! The closed list of error codes of the API. The page has its own words for each, in both languages.

use std::fmt;

/// Why an operation was refused, as `extensions.code` of a GraphQL error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ErrorCode {
    /// Arguments are out of their limits; `extensions.field` names the first, `extensions.fields` all of them, each
    /// with its `problem` where there is a [`Problem`](crate::Problem) for it.
    BadInput,
    /// The cursor was not made by this list, or not for this order.
    BadCursor,
    /// The document is not GraphQL, or asks for what the schema does not have.
    BadQuery,
    /// The body is not a GraphQL request.
    BadRequest,
    /// The query is nested too deep.
    TooDeep,
    /// The query asks for too much at once.
    TooCostly,
    /// The request is larger than allowed.
    TooLarge,
    /// The persisted query is not known; send it in full once.
    PersistedQueryNotFound,
    /// There is no such thing, or it may not be seen.
    NotFound,
    /// Sign in first.
    Unauthenticated,
    /// The viewer may not do this.
    Forbidden,
    /// Mail address and password do not belong together; which of them is wrong is not told.
    WrongCredentials,
    /// Too often in a short time; `extensions.retryAfter` says for how many seconds to wait.
    TooManyAttempts,
    /// Somebody else changed it meanwhile.
    Conflict,
    /// Not possible right now; try again.
    Unavailable,
    /// Our fault; it was logged.
    Internal,
}

impl ErrorCode {
    /// Every code.
    pub const ALL: &'static [Self] = &[
        Self::BadInput,
        Self::BadCursor,
        Self::BadQuery,
        Self::BadRequest,
        Self::TooDeep,
        Self::TooCostly,
        Self::TooLarge,
        Self::PersistedQueryNotFound,
        Self::NotFound,
        Self::Unauthenticated,
        Self::Forbidden,
        Self::WrongCredentials,
        Self::TooManyAttempts,
        Self::Conflict,
        Self::Unavailable,
        Self::Internal,
    ];

    /// The code as it stands in `extensions.code`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BadInput => "BAD_INPUT",
            Self::BadCursor => "BAD_CURSOR",
            Self::BadQuery => "BAD_QUERY",
            Self::BadRequest => "BAD_REQUEST",
            Self::TooDeep => "TOO_DEEP",
            Self::TooCostly => "TOO_COSTLY",
            Self::TooLarge => "TOO_LARGE",
            Self::PersistedQueryNotFound => "PERSISTED_QUERY_NOT_FOUND",
            Self::NotFound => "NOT_FOUND",
            Self::Unauthenticated => "UNAUTHENTICATED",
            Self::Forbidden => "FORBIDDEN",
            Self::WrongCredentials => "WRONG_CREDENTIALS",
            Self::TooManyAttempts => "TOO_MANY_ATTEMPTS",
            Self::Conflict => "CONFLICT",
            Self::Unavailable => "UNAVAILABLE",
            Self::Internal => "INTERNAL",
        }
    }

    /// The code written as `as_str` writes it, if it is one.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == text)
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
