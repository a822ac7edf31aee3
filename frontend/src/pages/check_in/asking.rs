//! The address that is on a badge: who opens it with the camera of a telephone is asked whether that one has come.

use leptos::prelude::*;
use shared::events::badge;

use super::address_of;
use super::door::{Door, Last};
use crate::address;
use crate::navigation;
use crate::text::{check_in as words, t};
use crate::ui::Dialog;

/// The name, in addresses, of a code.
const CODE: &str = "ma";

/// The dialog. It waits for the list, and does not wait for one that can't be read.
pub(super) fn section(door: Door) -> AnyView {
    let address = address::query();
    let code = Memo::new(move |_| address.with(|address| badge::read(address.one(CODE))));
    Effect::new(move |_| {
        let is_nonsense = address.with(|address| !address.one(CODE).is_empty()) && code.get().is_none();
        if is_nonsense {
            door.last.set(Some(Last::NoCode));
        }
    });
    let is_known = Memo::new(move |_| {
        let is_listed = door.list.with(Option::is_some);
        is_listed || door.unread.with(Option::is_some)
    });
    let is_open = RwSignal::new(false);
    Effect::new(move |_| is_open.set(code.get().is_some() && is_known.get()));
    // However it is closed, the address no longer asks.
    let leave = move || navigation::keep(&address_of(&door.event()));
    Effect::watch(
        move || is_open.get(),
        move |is_open, before, _| {
            if !*is_open && before == Some(&true) && code.get_untracked().is_some() {
                leave();
            }
        },
        false,
    );
    let title = move || {
        door.list.track();
        words::ask(&code.get().map(|code| door.name_of(&code)).unwrap_or_default())
    };
    let accept = move |_| {
        if let Some(code) = code.get_untracked() {
            door.arrive(&code);
        }
        is_open.set(false);
    };
    view! {
        <Dialog open=is_open title=t(words::CHECK_IN)>
            <p class="door-ask"><strong>{title}</strong></p>
            <ul class="chips">
                <li><button type="button" class="button" on:click=accept>{t(words::YES)}</button></li>
                <li>
                    <button type="button" class="button-second" on:click=move |_| is_open.set(false)>
                        {t(words::NO)}
                    </button>
                </li>
            </ul>
        </Dialog>
    }
    .into_any()
}
