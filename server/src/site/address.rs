//! The address of this site as a visitor sees it, for what must be told in whole addresses.

use axum::{
    extract::Request,
    http::{HeaderName, header, uri::Authority},
};

const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");
/// A name in the internet has no more letters.
const HOST_LETTERS: usize = 253 + ":65535".len();

/// The configured address, or else the one the request was sent to, since the address we listen on is often none
/// that anybody else can use (`0.0.0.0`). `None` when the request does not say either.
pub(super) fn of_site(configured: Option<&str>, request: &Request) -> Option<String> {
    if let Some(configured) = configured {
        return Some(configured.trim_end_matches('/').to_owned());
    }
    let text = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
    let asked = request.uri().authority().map(Authority::as_str).or_else(|| text(header::HOST))?;
    let authority: Authority = asked.parse().ok()?;
    let is_host = asked.len() <= HOST_LETTERS && !asked.contains('@') && !authority.host().is_empty();
    // A proxy before us that speaks TLS says so.
    let scheme = if text(FORWARDED_PROTO) == Some("https") { "https" } else { "http" };
    is_host.then(|| format!("{scheme}://{authority}"))
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn asked(headers: &[(&str, &str)]) -> Request {
        let request = headers
            .iter()
            .fold(Request::get("/san-pham"), |request, (name, value)| request.header(*name, *value));
        request.body(Body::empty()).unwrap()
    }

    #[test]
    fn the_configured_address_comes_before_what_a_request_says() {
        let request = asked(&[("host", "elsewhere.example")]);

        assert_eq!(of_site(Some("https://ocop.example/"), &request).unwrap(), "https://ocop.example");
    }

    #[test]
    fn without_one_it_is_the_address_the_request_was_sent_to() {
        let plain = asked(&[("host", "192.168.1.5:8080")]);
        let behind_a_proxy = asked(&[("host", "ocop.example"), ("x-forwarded-proto", "https")]);

        assert_eq!(of_site(None, &plain).unwrap(), "http://192.168.1.5:8080");
        assert_eq!(of_site(None, &behind_a_proxy).unwrap(), "https://ocop.example");
    }

    #[test]
    fn what_is_no_host_is_not_repeated() {
        assert_eq!(of_site(None, &asked(&[])), None);
        for host in ["", "a b", "somebody@ocop.example", "ocop.example/x", "\"><script>", &"a".repeat(300)] {
            assert_eq!(of_site(None, &asked(&[("host", host)])), None, "{host}");
        }
    }
}
