//! What was done last at the door, in large letters, with the way to take it back.

use leptos::prelude::*;

use super::door::{Door, Last};
use crate::text::{check_in as words, t};

/// The words and the button.
pub(super) fn section(door: Door) -> AnyView {
    let told = move || {
        let last = door.last.get()?;
        let class = match last {
            Last::Arrived { .. } | Last::Undone { .. } => "banner banner-good",
            Last::Already { .. } | Last::NotListed { .. } | Last::NoCode => "banner",
        };
        Some(view! { <p class=class>{words::last(&last)}</p> })
    };
    let undo = move || {
        let (code, name) = match door.last.get()? {
            Last::Arrived { code, name, .. } => (code, name),
            Last::NotListed { code } => (code.clone(), door.name_of(&code)),
            _ => return None,
        };
        Some(view! {
            <button type="button" class="button-second" on:click=move |_| door.undo(&code)>
                {t(words::UNDO)}<span class="for-readers">": "{name}</span>
            </button>
        })
    };
    view! { <div class="door-last"><div role="status">{told}</div>{undo}</div> }.into_any()
}
