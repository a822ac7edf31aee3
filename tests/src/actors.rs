//! Who uses the application, and what they are answered.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
};
use serde_json::{Value, json};
use tower::ServiceExt;

/// Somebody who sends requests.
#[derive(Clone, Debug)]
pub struct Actor {
    router: Router,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// HTTP status.
    pub status: StatusCode,
    /// HTTP headers.
    pub headers: HeaderMap,
    /// The body as text.
    pub text: String,
    /// The body as JSON, null if it is none.
    pub json: Value,
}

impl Actor {
    pub(crate) fn guest(router: Router) -> Self {
        Self { router }
    }

    /// Runs a GraphQL query.
    pub async fn run(&self, query: &str, variables: Value) -> Answer {
        self.post(json!({ "query": query, "variables": variables }).to_string()).await
    }

    /// Posts a body to the API as it is.
    pub async fn post(&self, body: impl Into<Body>) -> Answer {
        let request = Request::post("/graphql").header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(body.into()).unwrap()).await
    }

    /// Gets an address.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// Sends any request.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let json = serde_json::from_str(&text).unwrap_or(Value::Null);
        Answer { status: parts.status, headers: parts.headers, text, json }
    }
}

impl Answer {
    /// The data at a path (JSON pointer without the first `/data`); fails on any error.
    #[track_caller]
    pub fn data(&self, path: &str) -> &Value {
        assert!(self.json.get("errors").is_none(), "{}", self.json["errors"]);
        self.json["data"].pointer(path).unwrap_or_else(|| panic!("no {path} in {}", self.text))
    }

    /// The texts of one field of all nodes at a path.
    #[track_caller]
    pub fn texts(&self, path: &str, field: &str) -> Vec<String> {
        let nodes = self.data(path).as_array().unwrap_or_else(|| panic!("{path} is no list"));
        nodes.iter().map(|node| node[field].as_str().unwrap_or("null").to_owned()).collect()
    }

    /// The codes of all errors.
    pub fn codes(&self) -> Vec<&str> {
        let errors = self.json["errors"].as_array().map(Vec::as_slice).unwrap_or_default();
        errors.iter().map(|error| error["extensions"]["code"].as_str().unwrap_or("NONE")).collect()
    }
}
