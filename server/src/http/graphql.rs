//! GraphQL over HTTP: whole queries by POST, persisted ones also by GET.

use std::collections::HashMap;

use async_graphql::{Request, Response};
use axum::{
    body::{Body, to_bytes},
    extract::{Query, State},
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response as HttpResponse},
};
use shared::{ErrorCode, limits};

use super::Server;
use crate::{
    accounts::Viewer,
    graphql::{answer, answer_persisted, context::Asker, errors::refusal},
};

/// Room made for an answer: a page of search results fits.
const USUAL_BYTES: usize = 16 * 1024;

/// A query, its variables and extensions as JSON.
pub(super) async fn post(State(server): State<Server>, asker: Asker, body: Body) -> HttpResponse {
    let Ok(bytes) = to_bytes(body, limits::REQUEST_BYTES).await else {
        let message = format!("a request has at most {} bytes", limits::REQUEST_BYTES);
        return json(StatusCode::PAYLOAD_TOO_LARGE, &refusal(ErrorCode::TooLarge, message));
    };
    // serde would take a list for the fields of a request in their order.
    let is_object = bytes.trim_ascii_start().starts_with(b"{");
    match serde_json::from_slice::<Request>(&bytes) {
        Ok(request) if is_object => {
            json(StatusCode::OK, &answer(&server.api, &server.app, asker, request).await)
        }
        _ => {
            let message = "the body must be a JSON object with query, variables, operationName, extensions";
            json(StatusCode::BAD_REQUEST, &refusal(ErrorCode::BadRequest, message))
        }
    }
}

/// A persisted query by its hash; `query` beside it teaches the hash.
pub(super) async fn persisted(
    State(server): State<Server>,
    asker: Asker,
    Query(parameters): Query<HashMap<String, String>>,
) -> HttpResponse {
    let part = |name: &str| parameters.get(name).map_or("{}", String::as_str);
    let parsed = serde_json::from_str(part("variables")).and_then(|variables| {
        let extensions: HashMap<String, async_graphql::Value> = serde_json::from_str(part("extensions"))?;
        Ok((variables, extensions))
    });
    let Ok((variables, extensions)) = parsed else {
        let message = "variables and extensions must be JSON objects";
        return json(StatusCode::BAD_REQUEST, &refusal(ErrorCode::BadRequest, message));
    };
    let query = parameters.get("query").cloned().unwrap_or_default();
    let variables = async_graphql::Variables::from_json(variables);
    let mut request = Request::new(query).variables(variables);
    request.extensions = async_graphql::Extensions(extensions);
    request.operation_name = parameters.get("operationName").cloned();
    let is_guest = matches!(asker.viewer, Viewer::Guest);
    let mut answered =
        json(StatusCode::OK, &answer_persisted(&server.api, &server.app, asker, request).await);
    if !is_guest {
        answered.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    }
    answered
}

/// The schema as text.
pub(super) async fn schema(State(server): State<Server>) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], server.api.sdl())
}

/// A page to try queries; only in development.
pub(super) async fn graphiql() -> impl IntoResponse {
    // It loads its parts from a CDN, which our own policy forbids.
    let any = "default-src * 'unsafe-inline' 'unsafe-eval' data: blob:";
    let page = async_graphql::http::GraphiQLSource::build().endpoint("/graphql").finish();
    ([(header::CONTENT_SECURITY_POLICY, any)], Html(page))
}

pub(super) fn json(status: StatusCode, response: &Response) -> HttpResponse {
    let mut body = Vec::with_capacity(USUAL_BYTES);
    match serde_json::to_writer(&mut body, response) {
        Ok(()) => {
            let mut answer = (status, [(header::CONTENT_TYPE, "application/json")], body).into_response();
            answer.headers_mut().extend(response.http_headers.clone());
            answer
        }
        Err(error) => {
            tracing::error!(%error, "an answer could not be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
