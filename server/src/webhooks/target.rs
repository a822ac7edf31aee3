//! The address of another program as somebody gives it: what can be seen from it alone. What its name leads to is looked
//! at when it is called ([`super::calling`]).

use reqwest::Url;
use shared::{Problem, limits};

use super::addresses::is_public;

/// Reads an address; `private_too` allows addresses that are not public, and such without encryption.
pub(super) fn read(text: &str, private_too: bool) -> Result<Url, Problem> {
    if text.chars().count() > limits::WEBHOOK_URL_CHARS {
        return Err(Problem::TooLong);
    }
    let url = Url::parse(text.trim()).map_err(|_| Problem::NoWebAddress)?;
    if !matches!(url.scheme(), "https" | "http") || url.fragment().is_some() {
        return Err(Problem::NoWebAddress);
    }
    if may_be_called(&url, private_too) { Ok(url) } else { Err(Problem::AddressNotAllowed) }
}

/// Whether an address may be called, as far as its name does not lead elsewhere.
pub(super) fn may_be_called(url: &Url, private_too: bool) -> bool {
    let is_anonymous = url.username().is_empty() && url.password().is_none();
    let is_encrypted = url.scheme() == "https";
    // Names are looked up by our own resolver; an address that stands there as such is not.
    let is_reachable = match url.host_str() {
        None => false,
        Some(host) => host.trim_matches(['[', ']']).parse().ok().is_none_or(is_public),
    };
    is_anonymous && url.has_host() && (private_too || (is_encrypted && is_reachable))
}

/// The host with its port, without all that could be secret; an address that can't be read has none.
pub(super) fn host(url: &str) -> String {
    let Ok(url) = Url::parse(url) else { return String::new() };
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_encrypted_and_public() {
        for address in [
            "https://erp.example.vn",
            "https://erp.example.vn:8443/hook?key=1",
            " https://8.8.8.8/hook ",
            "https://[2606:4700:4700::1111]/",
        ] {
            assert!(read(address, false).is_ok(), "{address}");
        }
        for address in [
            "http://erp.example.vn",
            "https://user@erp.example.vn",
            "https://user:password@erp.example.vn",
            "https://127.0.0.1/",
            "https://0x7f.1/",
            "https://2130706433/",
            "https://0177.0.0.1/",
            "https://10.0.0.1:5432/",
            "https://[::1]/",
            "https://[::ffff:127.0.0.1]/",
            "https://[fd00::1]/",
            "https://169.254.169.254/latest/meta-data",
            "https://１２７.0.0.1/",
        ] {
            assert_eq!(read(address, false).unwrap_err(), Problem::AddressNotAllowed, "{address}");
        }
        for address in
            ["", "erp.example.vn", "ftp://erp.example.vn", "https://", "https://a b/", "https://x/#a"]
        {
            assert_eq!(read(address, false).unwrap_err(), Problem::NoWebAddress, "{address}");
        }
        let long = format!("https://x/{}", "a".repeat(limits::WEBHOOK_URL_CHARS));
        assert_eq!(read(&long, false).unwrap_err(), Problem::TooLong);
    }

    #[test]
    fn a_closed_network_may_have_others() {
        for address in ["http://erp.lan/hook", "http://127.0.0.1:9000", "https://10.0.0.1"] {
            assert!(read(address, true).is_ok(), "{address}");
        }
        assert_eq!(read("http://a:b@erp.lan", true).unwrap_err(), Problem::AddressNotAllowed);
    }

    #[test]
    fn the_host_tells_no_secret() {
        assert_eq!(host("https://erp.example.vn/hook/abc?key=1"), "erp.example.vn");
        assert_eq!(host("https://erp.example.vn:8443/"), "erp.example.vn:8443");
    }
}
