//! Noting an arrival by its code: typed, pasted, or read by a scanner that types.

use leptos::html;
use leptos::prelude::*;
use shared::events::badge;

use super::door::{Door, Last};
use crate::text::{check_in as words, t};

/// The field. It keeps the focus, so that one code follows the other.
pub(super) fn section(door: Door) -> AnyView {
    let typed = RwSignal::new(String::new());
    let field = NodeRef::<html::Input>::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match badge::read(&typed.get_untracked()) {
            Some(code) => {
                door.arrive(&code);
                typed.set(String::new());
            }
            // What was typed stays, to be mended.
            None => door.last.set(Some(Last::NoCode)),
        }
        if let Some(field) = field.get_untracked() {
            let _ = field.focus();
        }
    };
    view! {
        <form class="choices door-code" on:submit=submit>
            <label class="field">
                <span>{t(words::CODE)}</span>
                <input
                    node_ref=field
                    type="text"
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    maxlength="300"
                    prop:value=typed
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </label>
            <button type="submit" class="button">{t(words::CHECK_IN)}</button>
        </form>
    }
    .into_any()
}
