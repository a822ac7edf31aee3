//! Who sends a request: the session of its cookie or of its `Authorization: Bearer`, and the address it comes from.
//! A request that changes something must not come from another site's page.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, HeaderName, Method, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use shared::ErrorCode;

use super::Server;
use crate::{
    accounts::{Caller, Viewer, cookie, sessions},
    graphql::{context::Asker, errors::refusal},
};

/// Content types that a form of any site can send without asking us first.
const OF_FORMS: [&str; 3] = ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"];
static FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// That a request does not come from another site's page.
pub(super) struct FromHere;

impl FromRequestParts<Server> for FromHere {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, server: &Server) -> Result<Self, Response> {
        let public_url = server.app.config.public_url.as_deref().unwrap_or_default();
        if from_another_site(&parts.headers, public_url) {
            let message = "the request comes from another site";
            return Err(refused(StatusCode::FORBIDDEN, ErrorCode::Forbidden, message));
        }
        Ok(Self)
    }
}

impl FromRequestParts<Server> for Asker {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, server: &Server) -> Result<Self, Response> {
        let config = &server.app.config;
        let changes = !matches!(parts.method, Method::GET | Method::HEAD);
        if changes {
            FromHere::from_request_parts(parts, server).await?;
        }
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
        let caller = Caller {
            address: address_of(&parts.headers, peer, config.behind_proxy),
            device: text(&parts.headers, header::USER_AGENT).unwrap_or_default().to_owned(),
        };
        let bearer =
            text(&parts.headers, header::AUTHORIZATION).and_then(|value| value.strip_prefix("Bearer "));
        let token = match bearer {
            Some(token) => Some(token.trim()),
            None => cookie::token_of(&parts.headers, config),
        };
        let Some(token) = token else { return Ok(Self { viewer: Viewer::Guest, caller }) };
        if bearer.is_none() && changes && is_like_a_form(&parts.headers) {
            let message = "with a cookie, a request says that it is JSON or which kind of file it is";
            return Err(refused(StatusCode::FORBIDDEN, ErrorCode::Forbidden, message));
        }
        match sessions::viewer_of(&server.app.database, token).await {
            Ok(viewer) => Ok(Self { viewer, caller }),
            Err(error) => {
                tracing::error!(%error, "a session could not be read");
                let message = "something went wrong on our side; it was logged";
                Err(refused(StatusCode::INTERNAL_SERVER_ERROR, ErrorCode::Internal, message))
            }
        }
    }
}

fn refused(status: StatusCode, code: ErrorCode, message: &str) -> Response {
    (status, axum::Json(refusal(code, message))).into_response()
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

fn is_like_a_form(headers: &HeaderMap) -> bool {
    let kind = text(headers, header::CONTENT_TYPE).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind.is_empty() || OF_FORMS.contains(&kind.as_str())
}

/// Where a request comes from. What a client writes into the header is only believed of a proxy that was set up.
fn address_of(headers: &HeaderMap, peer: Option<IpAddr>, behind_proxy: bool) -> IpAddr {
    let told = headers.get_all(&FORWARDED_FOR).iter().next_back().and_then(|value| value.to_str().ok());
    let told = told.and_then(|list| list.rsplit(',').next()?.trim().parse().ok());
    told.filter(|_| behind_proxy).or(peer).unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED))
}

/// Browsers say where a request comes from; programs do not.
fn from_another_site(headers: &HeaderMap, public_url: &str) -> bool {
    let Some(origin) = text(headers, header::ORIGIN) else { return false };
    let host = origin.split_once("://").map_or(origin, |(_, host)| host);
    text(headers, header::HOST) != Some(host) && origin != public_url.trim_end_matches('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_trusted_proxy_tells_where_a_request_comes_from() {
        let mut headers = HeaderMap::new();
        headers.insert(&FORWARDED_FOR, "203.0.113.9, 198.51.100.7".parse().unwrap());
        let peer = Some(IpAddr::from([127, 0, 0, 1]));

        assert_eq!(address_of(&headers, peer, false), IpAddr::from([127, 0, 0, 1]));
        assert_eq!(address_of(&headers, peer, true), IpAddr::from([198, 51, 100, 7]));
        headers.insert(&FORWARDED_FOR, "nonsense".parse().unwrap());
        assert_eq!(address_of(&headers, peer, true), IpAddr::from([127, 0, 0, 1]));
    }
}
