//! Every word of the page, in both languages side by side: a text without one of them doesn't compile.
//!
//! The language is chosen once for the whole page; when it changes the page is drawn anew ([`crate::app`]), so a
//! text is a plain string and not a signal.

use std::cell::Cell;

use leptos::prelude::*;

pub(crate) mod about;
pub(crate) mod account;
pub(crate) mod agreements;
pub(crate) mod attending;
pub(crate) mod change_log;
pub(crate) mod check_in;
pub(crate) mod conversation;
pub(crate) mod deliveries;
pub(crate) mod documents;
mod event_kinds;
pub(crate) mod event_print;
pub(crate) mod event_promises;
pub(crate) mod events;
pub(crate) mod failures;
pub(crate) mod forms;
pub(crate) mod funnel;
pub(crate) mod introductions;
pub(crate) mod inviting;
pub(crate) mod kinds;
pub(crate) mod logged_fields;
pub(crate) mod map;
pub(crate) mod matching;
pub(crate) mod meetings;
pub(crate) mod need_form;
pub(crate) mod needs;
pub(crate) mod new_agreement;
pub(crate) mod notifications;
pub(crate) mod openings;
pub(crate) mod organisation;
pub(crate) mod own_products;
pub(crate) mod papers;
pub(crate) mod personal_data;
pub(crate) mod product;
pub(crate) mod round_plan;
pub(crate) mod rounds;
pub(crate) mod running_events;
pub(crate) mod sale_points;
pub(crate) mod search;
pub(crate) mod shell;
pub(crate) mod staff;
pub(crate) mod stock;
pub(crate) mod supply;
pub(crate) mod terms;
pub(crate) mod timetables;
pub(crate) mod webhooks;
pub(crate) mod words;

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    /// Tiếng Việt
    Vietnamese,
    /// English
    English,
}

/// One text in both languages.
#[derive(Clone, Copy)]
pub(crate) struct Text {
    vietnamese: &'static str,
    english: &'static str,
}

/// A text, Vietnamese first.
pub(crate) const fn text(vietnamese: &'static str, english: &'static str) -> Text {
    Text { vietnamese, english }
}

/// The text in the language of the page.
pub(crate) fn t(text: Text) -> &'static str {
    text.in_language(language())
}

impl Text {
    /// The text in a given language.
    pub(crate) const fn in_language(self, language: Language) -> &'static str {
        match language {
            Language::Vietnamese => self.vietnamese,
            Language::English => self.english,
        }
    }
}

impl Language {
    /// Both.
    pub(crate) const ALL: [Self; 2] = [Self::Vietnamese, Self::English];

    /// As in `<html lang>`, in addresses and in the browser's storage.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Vietnamese => "vi",
            Self::English => "en",
        }
    }

    /// Its own name for itself.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Vietnamese => "Tiếng Việt",
            Self::English => "English",
        }
    }

    fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}

thread_local! {
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::Vietnamese) };
}

const STORED_AS: &str = "language";

/// The language of the page.
pub(crate) fn language() -> Language {
    LANGUAGE.get()
}

/// Takes the language named in the address (`?lang=en`), or the one chosen earlier on this device.
pub(crate) fn choose_at_start() {
    let named = named_in(&window().location().search().unwrap_or_default());
    let stored = || storage()?.get_item(STORED_AS).ok()?;
    let chosen = named.or_else(|| Language::parse(&stored()?));
    apply(chosen.unwrap_or(Language::Vietnamese));
    if named.is_some() {
        store(language());
    }
}

/// Changes the language and remembers it on this device.
pub(crate) fn choose(language: Language) {
    apply(language);
    store(language);
}

fn store(language: Language) {
    if let Some(storage) = storage() {
        // A full or forbidden storage only means that the choice is forgotten.
        let _ = storage.set_item(STORED_AS, language.code());
    }
}

fn apply(language: Language) {
    LANGUAGE.set(language);
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", language.code());
    }
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok()?
}

fn named_in(query: &str) -> Option<Language> {
    let mut pairs = query.trim_start_matches('?').split('&');
    pairs.find_map(|pair| Language::parse(pair.strip_prefix("lang=")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_in_the_address_is_read_and_others_are_not() {
        assert_eq!(named_in("?q=lang&lang=en"), Some(Language::English));
        assert_eq!(named_in("?lang=fr"), None);
        assert_eq!(named_in(""), None);
    }
}
