//! The way back after signing in. Only paths of this site are followed: an address that leads elsewhere could take a
//! person who has just typed a password to a page that looks like ours.

use leptos::prelude::*;

use crate::address::{Query, encoded};

const NAME: &str = "ve";
const STORED_AS: &str = "way-back";

/// The address of the sign-in from which one comes back to where one is now.
pub(crate) fn sign_in_and_return() -> String {
    let location = window().location();
    let here = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    returning("/dang-nhap", &here)
}

/// An address from which one comes back to a path.
pub(crate) fn returning(address: &str, path: &str) -> String {
    format!("{address}?{NAME}={}", encoded(path))
}

/// The path to go back to, if the address names one of this site.
pub(crate) fn way_back(address: &Query) -> Option<String> {
    let path = address.one(NAME);
    is_local(path).then(|| path.to_owned())
}

/// Keeps the way back on this device while somebody reads their mail, whose link opens another window.
pub(crate) fn keep_way_back(path: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        // Without it one only arrives at the usual page.
        let _ = storage.set_item(STORED_AS, path);
    }
}

/// The way back that was kept; it is followed once.
pub(crate) fn kept_way_back() -> Option<String> {
    let storage = window().local_storage().ok()??;
    let kept = storage.get_item(STORED_AS).ok()??;
    let _ = storage.remove_item(STORED_AS);
    Some(kept).filter(|path| is_local(path))
}

/// Browsers take a backslash for a slash and skip control characters, so neither may stand in it.
fn is_local(path: &str) -> bool {
    let is_plain = !path.chars().any(|character| character == '\\' || character.is_control());
    path.starts_with('/') && !path.starts_with("//") && is_plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_is_read_as_it_was_written() {
        let address = returning("/dang-nhap", "/to-chuc/1?phan=sua&q=a b");

        let back = way_back(&Query::read(address.trim_start_matches("/dang-nhap")));

        assert_eq!(back.as_deref(), Some("/to-chuc/1?phan=sua&q=a b"));
    }

    #[test]
    fn nobody_is_led_to_another_site() {
        for path in [
            "",
            "to-chuc",
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/\t/evil",
            "javascript:1",
        ] {
            assert!(!is_local(path), "{path:?}");
        }
        assert!(is_local("/") && is_local("/to-chuc/moi?x=1"));
    }
}
