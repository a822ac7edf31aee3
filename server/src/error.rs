//! What can go wrong, and what of it a caller is told. What we did not expect is logged once, where it is
//! answered, and told without detail. `graphql::errors` turns it into an answer.

use shared::{ErrorCode, Problem};

/// An error of an operation.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// An argument is out of its limits; the first part names it.
    #[error("{field}: {problem}")]
    BadInput {
        /// The argument, as the caller wrote it: `first`, `filter.months`.
        field: String,
        /// What is wrong with it, for a programmer.
        problem: String,
    },
    /// Fields of a form are wrong; all of them are told at once.
    #[error("{}", told(.0))]
    Invalid(Vec<FieldProblem>),
    /// A value can't be taken, for a reason the page has words for.
    #[error("{field}: {message}")]
    Refused {
        /// The argument, as the caller wrote it.
        field: &'static str,
        /// What is wrong with it, for the page.
        problem: Problem,
        /// What is wrong with it, for a programmer.
        message: String,
    },
    /// The server has too much to do; later it may do it.
    #[error("too busy, try again")]
    Unavailable,
    /// The cursor was not made by this list, or not for this order.
    #[error("the cursor is not one of this list")]
    BadCursor,
    /// There is no such thing, or the viewer may not see it.
    #[error("{0} not found")]
    NotFound(&'static str),
    /// Nobody is signed in.
    #[error("sign in first")]
    Unauthenticated,
    /// The viewer may not do this.
    #[error("not allowed")]
    Forbidden,
    /// Mail address and password do not belong together.
    #[error("mail address and password do not belong together")]
    WrongCredentials,
    /// Too often in a short time.
    #[error("too many attempts; try again in {retry_after} s")]
    TooManyAttempts {
        /// Seconds to wait.
        retry_after: u64,
    },
    /// Somebody else has changed the thing since it was read.
    #[error("{0} was changed by somebody else")]
    Conflict(&'static str),
    /// The database failed.
    #[error("database: {0}")]
    Database(#[from] sea_orm::DbErr),
    /// Anything else we did not expect.
    #[error("unexpected: {0:#}")]
    Unexpected(#[from] anyhow::Error),
}

/// The outcome of an operation.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// A complaint about one argument.
    pub fn bad_input(field: impl Into<String>, problem: impl Into<String>) -> Self {
        Self::BadInput { field: field.into(), problem: problem.into() }
    }

    /// The code the caller gets.
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::BadInput { .. } | Self::Invalid(_) | Self::Refused { .. } => ErrorCode::BadInput,
            Self::Unavailable => ErrorCode::Unavailable,
            Self::BadCursor => ErrorCode::BadCursor,
            Self::NotFound(_) => ErrorCode::NotFound,
            Self::Unauthenticated => ErrorCode::Unauthenticated,
            Self::Forbidden => ErrorCode::Forbidden,
            Self::WrongCredentials => ErrorCode::WrongCredentials,
            Self::TooManyAttempts { .. } => ErrorCode::TooManyAttempts,
            Self::Conflict(_) => ErrorCode::Conflict,
            Self::Database(_) | Self::Unexpected(_) => ErrorCode::Internal,
        }
    }

    /// The argument it complains about.
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::BadInput { field, .. } => Some(field),
            Self::Invalid(problems) => problems.first().map(|first| first.field.as_str()),
            Self::Refused { field, .. } => Some(field),
            _ => None,
        }
    }

    /// What is wrong with that argument, where the page has words for it.
    pub fn problem(&self) -> Option<Problem> {
        match self {
            Self::Invalid(problems) => problems.first().map(|first| first.problem),
            Self::Refused { problem, .. } => Some(*problem),
            _ => None,
        }
    }
}

/// What is wrong with one field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field, as the caller wrote it: `input.contact.phone`.
    pub field: String,
    /// What is wrong with it.
    pub problem: Problem,
}

fn told(problems: &[FieldProblem]) -> String {
    let told = problems.iter().map(|wrong| format!("{}: {}", wrong.field, wrong.problem));
    told.collect::<Vec<_>>().join(", ")
}

/// Makes an error a caller can be told of a value it sent.
pub trait InputError<T> {
    /// Names the argument the value came from.
    fn in_field(self, field: &str) -> Result<T>;
}

impl<T, E: std::fmt::Display> InputError<T> for std::result::Result<T, E> {
    fn in_field(self, field: &str) -> Result<T> {
        self.map_err(|error| Error::bad_input(field, error.to_string()))
    }
}
