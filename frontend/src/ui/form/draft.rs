//! What was typed and not yet sent, kept by the browser for this window: it survives a reload and a lost session, and
//! is gone with the window, since others may use the same device.

use std::collections::BTreeMap;

use leptos::prelude::*;

/// Names of fields and what stands in them.
pub(super) type Values = BTreeMap<String, String>;

const BEGINNING: &str = "draft";

/// The key of a draft: nobody else's draft has it.
pub(super) fn key(account: &str, form: &str) -> String {
    format!("{BEGINNING}:{account}:{form}")
}

/// What was kept under a key.
pub(super) fn find(key: &str) -> Values {
    let stored = storage().and_then(|storage| storage.get_item(key).ok().flatten());
    stored.map(|stored| read(&stored)).unwrap_or_default()
}

/// Keeps it. A full or forbidden storage only means that a reload loses it.
pub(super) fn keep(key: &str, values: &Values) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, &write(values));
    }
}

/// Keeps it no longer.
pub(super) fn discard(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}

/// Forgets all drafts of an account, when it leaves this device.
pub(crate) fn forget_drafts(account: &str) {
    let Some(storage) = storage() else { return };
    let beginning = key(account, "");
    let count = storage.length().unwrap_or_default();
    let keys: Vec<String> = (0..count).filter_map(|place| storage.key(place).ok().flatten()).collect();
    for key in keys.iter().filter(|key| key.starts_with(&beginning)) {
        discard(key);
    }
}

fn storage() -> Option<web_sys::Storage> {
    window().session_storage().ok()?
}

fn read(stored: &str) -> Values {
    serde_json::from_str(stored).unwrap_or_default()
}

fn write(values: &Values) -> String {
    serde_json::to_string(values).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_read_back_and_nonsense_is_none() {
        let values =
            Values::from([("name".to_owned(), "HTX “Chè”\n".to_owned()), ("ward".to_owned(), String::new())]);

        assert_eq!(read(&write(&values)), values);
        for stored in ["", "[]", "{\"name\":1}"] {
            assert_eq!(read(stored), Values::new(), "{stored}");
        }
    }

    #[test]
    fn drafts_of_one_account_are_not_those_of_another() {
        assert_ne!(key("a", "account"), key("b", "account"));
        assert!(!key("ab", "x").starts_with(&key("a", "")));
    }
}
