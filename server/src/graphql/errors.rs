//! Every error leaves with a code of `shared::ErrorCode`, and none with an internal message.

use std::sync::Arc;

use async_graphql::{
    ErrorExtensionValues, Name, Response, ServerError, Value,
    extensions::{Extension, ExtensionContext, ExtensionFactory, NextRequest, NextSubscribe},
};
use futures::{StreamExt, stream::BoxStream};
use shared::ErrorCode;

use crate::error::{Error, FieldProblem};

/// Puts a code on every error of an answer.
pub(super) struct ErrorCodes;

impl ExtensionFactory for ErrorCodes {
    fn create(&self) -> Arc<dyn Extension> {
        Arc::new(Self)
    }
}

#[async_graphql::async_trait::async_trait]
impl Extension for ErrorCodes {
    async fn request(&self, ctx: &ExtensionContext<'_>, next: NextRequest<'_>) -> Response {
        let mut response = next.run(ctx).await;
        for error in &mut response.errors {
            give_code(error);
        }
        response
    }

    fn subscribe<'s>(
        &self,
        ctx: &ExtensionContext<'_>,
        stream: BoxStream<'s, Response>,
        next: NextSubscribe<'_>,
    ) -> BoxStream<'s, Response> {
        let coded = |mut response: Response| {
            response.errors.iter_mut().for_each(give_code);
            response
        };
        next.run(ctx, stream).map(coded).boxed()
    }
}

/// An answer that is nothing but one error.
pub fn refusal(code: ErrorCode, message: impl Into<String>) -> Response {
    Response::from_errors(vec![coded(code, message)])
}

/// An answer that is nothing but an error of ours, for routes beside GraphQL.
pub(crate) fn failure(error: Error) -> Response {
    let mut answer = ServerError::new(error.to_string(), None);
    answer.source = Some(Arc::new(error));
    give_code(&mut answer);
    Response::from_errors(vec![answer])
}

/// An error of ours, for what the library reports.
pub(super) fn coded(code: ErrorCode, message: impl Into<String>) -> ServerError {
    let mut error = ServerError::new(message, None);
    set(&mut error, "code", code.as_str());
    error
}

fn give_code(error: &mut ServerError) {
    let already = error.extensions.as_ref().is_some_and(|extensions| extensions.get("code").is_some());
    if already {
        return;
    }
    let batched = error.source::<Arc<Error>>().map(AsRef::as_ref);
    let Some(ours) = error.source::<Error>().or(batched) else {
        let code = code_of_library_message(error);
        if code == ErrorCode::Internal {
            hide(error);
        }
        set(error, "code", code.as_str());
        return;
    };
    let code = ours.code();
    let field = ours.field().map(Value::from);
    let (fields, retry_after) = match ours {
        Error::Invalid(problems) => (Some(Value::List(problems.iter().map(field_problem).collect())), None),
        Error::Refused { field, problem, .. } => {
            let only = FieldProblem { field: (*field).to_owned(), problem: *problem };
            (Some(Value::List(vec![field_problem(&only)])), None)
        }
        Error::TooManyAttempts { retry_after } => (None, Some(Value::from(*retry_after))),
        _ => (None, None),
    };
    if code == ErrorCode::Internal {
        hide(error);
    }
    for (name, value) in [("field", field), ("fields", fields), ("retryAfter", retry_after)] {
        if let Some(value) = value {
            set(error, name, value);
        }
    }
    set(error, "code", code.as_str());
}

/// How async-graphql begins to say that a value is none of its type.
const BAD_INPUT: [&str; 3] = ["Failed to parse", "Invalid value", "Expected input type"];

/// Codes for the errors that async-graphql makes itself; they carry nothing but their words.
fn code_of_library_message(error: &ServerError) -> ErrorCode {
    // An error with a path arose while a field was answered, and it is not one of ours.
    if !error.path.is_empty() {
        let is_of_input = BAD_INPUT.iter().any(|words| error.message.starts_with(words));
        return if is_of_input { ErrorCode::BadInput } else { ErrorCode::Internal };
    }
    match error.message.as_str() {
        "Query is too complex." => ErrorCode::TooCostly,
        "Query is nested too deep." => ErrorCode::TooDeep,
        "PersistedQueryNotFound" => ErrorCode::PersistedQueryNotFound,
        text if text.contains("recursion") => ErrorCode::TooDeep,
        _ => ErrorCode::BadQuery,
    }
}

fn hide(error: &mut ServerError) {
    tracing::error!(error = %error.message, path = ?error.path, "an operation failed unexpectedly");
    error.message = "something went wrong on our side; it was logged".to_owned();
}

fn field_problem(wrong: &FieldProblem) -> Value {
    let parts = [("field", wrong.field.as_str()), ("problem", wrong.problem.as_str())];
    Value::Object(parts.into_iter().map(|(name, text)| (Name::new(name), Value::from(text))).collect())
}

fn set(error: &mut ServerError, name: &str, value: impl Into<Value>) {
    error.extensions.get_or_insert_with(ErrorExtensionValues::default).set(name, value);
}
