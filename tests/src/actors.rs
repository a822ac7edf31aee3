//! Who uses the application, and what they are answered.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::net::{IpAddr, SocketAddr};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{HeaderMap, Request, StatusCode, header},
};
use serde_json::{Value, json};
use tower::ServiceExt;

/// Somebody who sends requests.
#[derive(Clone, Debug)]
pub struct Actor {
    router: Router,
    token: Option<String>,
    address: IpAddr,
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
        Self { router, token: None, address: IpAddr::from([192, 0, 2, 1]) }
    }

    /// The same with the token of a session.
    pub fn with_token(&self, token: impl Into<String>) -> Self {
        Self { token: Some(token.into()), ..self.clone() }
    }

    /// The router that is asked.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// The header by which the session is known.
    pub fn authorization(&self) -> String {
        format!("Bearer {}", self.token.as_deref().unwrap_or_default())
    }

    /// The same from another address of the network.
    pub fn from(&self, address: impl Into<IpAddr>) -> Self {
        Self { address: address.into(), ..self.clone() }
    }

    /// Runs a GraphQL query.
    pub async fn run(&self, query: &str, variables: Value) -> Answer {
        self.post(json!({ "query": query, "variables": variables }).to_string()).await
    }

    /// Posts a body to the API as it is.
    pub async fn post(&self, body: impl Into<Body>) -> Answer {
        let mut request = Request::post("/graphql").header(header::CONTENT_TYPE, "application/json");
        if self.token.is_some() {
            request = request.header(header::AUTHORIZATION, self.authorization());
        }
        self.send(request.body(body.into()).unwrap()).await
    }

    /// Gets an address.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// Sends any request.
    pub async fn send(&self, mut request: Request<Body>) -> Answer {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(self.address, 40_000)));
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

    /// What is wrong with which fields: `input.email: TAKEN`.
    pub fn problems(&self) -> Vec<String> {
        let fields = self.json["errors"][0]["extensions"]["fields"].as_array().cloned().unwrap_or_default();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        fields.iter().map(|wrong| format!("{}: {}", text(&wrong["field"]), text(&wrong["problem"]))).collect()
    }

    /// The codes of all errors.
    pub fn codes(&self) -> Vec<&str> {
        let errors = self.json["errors"].as_array().map(Vec::as_slice).unwrap_or_default();
        errors.iter().map(|error| error["extensions"]["code"].as_str().unwrap_or("NONE")).collect()
    }
}
