//! The cookie of a session: not for scripts, not for other sites' pages, and over an encrypted connection bound to this
//! very host.

use axum::http::{HeaderMap, header};

use super::sessions;
use crate::config::Config;

/// With `__Host-` a browser takes it only encrypted and from this host, for all paths.
fn name(config: &Config) -> &'static str {
    if config.is_encrypted() { "__Host-ocop" } else { "ocop" }
}

fn cookie(config: &Config, value: &str, seconds: i64) -> String {
    let secure = if config.is_encrypted() { "; Secure" } else { "" };
    format!("{}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}", name(config))
}

/// Sets the cookie.
pub(super) fn set(config: &Config, token: &str) -> String {
    cookie(config, token, sessions::DAYS * 24 * 3_600)
}

/// Takes it away.
pub(super) fn cleared(config: &Config) -> String {
    cookie(config, "", 0)
}

/// The token in the cookies of a request.
pub(crate) fn token_of<'a>(headers: &'a HeaderMap, config: &Config) -> Option<&'a str> {
    let name = name(config);
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|list| list.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(known, value)| *known == name && !value.is_empty()).map(|(_, value)| value)
}
