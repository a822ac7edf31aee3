//! Searching while somebody types.

use leptos::prelude::*;

use super::paced;
use crate::text::{Text, t};

/// Letters from which on names are looked for.
const SHORTEST: usize = 2;

/// A labelled box. `follow` runs when `typed` has changed, but not for every letter.
pub(crate) fn search_field(label: Text, typed: RwSignal<String>, follow: Callback<()>) -> AnyView {
    let follow = paced(follow);
    view! {
        <label class="field">
            <span>{t(label)}</span>
            <input
                type="search"
                maxlength=shared::limits::SEARCH_CHARS.to_string()
                prop:value=typed
                on:input=move |event| {
                    typed.set(event_target_value(&event));
                    follow.run(());
                }
            />
        </label>
    }
    .into_any()
}

/// A name that is looked for among too many for a list.
#[derive(Clone, Copy)]
pub(crate) struct NameSearch {
    typed: RwSignal<String>,
    /// What is looked for: what was typed, after a short pause.
    pub(crate) text: RwSignal<String>,
    /// Whether it is long enough to find few.
    pub(crate) is_long_enough: Memo<bool>,
}

impl NameSearch {
    /// Nothing is looked for yet.
    pub(crate) fn new() -> Self {
        let text = RwSignal::new(String::new());
        let is_long_enough = Memo::new(move |_| text.with(|text| text.chars().count() >= SHORTEST));
        Self { typed: RwSignal::new(String::new()), text, is_long_enough }
    }

    /// The box to type it in.
    pub(crate) fn field(self, label: Text) -> AnyView {
        let Self { typed, text, .. } = self;
        let follow = Callback::new(move |()| text.set(typed.get_untracked().trim().to_owned()));
        search_field(label, typed, follow)
    }
}
