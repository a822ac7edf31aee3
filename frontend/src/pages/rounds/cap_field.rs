//! The cap of its own that one item has or gets: a number, or nothing where the cap of all holds. It is saved when one
//! leaves the field.

use leptos::prelude::*;
use shared::limits;

use super::changes;
use super::work::Work;
use crate::api::CapKind;
use crate::text::{forms, rounds as words, t};
use crate::ui::form::whole_number;
use crate::ui::tell;
use crate::who::Acting;

/// The field.
#[component]
pub(super) fn CapField(
    work: Work,
    kind: CapKind,
    item: cynic::Id,
    /// What the item is called.
    about: String,
    cap: Option<i32>,
) -> impl IntoView {
    let acting = Acting::new();
    let initial = cap.map(|cap| cap.to_string()).unwrap_or_default();
    let save = move |event| {
        let typed = event_target_value(&event);
        let cap = match typed.trim() {
            "" => None,
            typed => match whole_number(typed, 0..=limits::ROUND_CAP) {
                Ok(cap) => Some(cap),
                Err(problem) => return acting.say(Some(t(forms::problem(Some(problem))))),
            },
        };
        acting.run(changes::set_cap(work.id(), kind, item.clone(), cap), move |_: changes::SetRoundCap| {
            tell(t(forms::SAVED));
            work.changed.run(());
        });
    };
    view! {
        <label class="round-cap">
            <span>{t(words::OWN_CAP)}<span class="for-readers">": "{about}</span></span>
            <input
                type="text"
                inputmode="numeric"
                autocomplete="off"
                maxlength="3"
                value=initial
                aria-busy=move || acting.busy.get().to_string()
                on:change=save
            />
        </label>
        {acting.trouble()}
    }
}
