//! What is always in sight at the door: how many have come, what is not sent, whether the network is there.

use leptos::prelude::*;

use super::door::Door;
use crate::text::{check_in as words, failures, t};

/// The bar.
pub(super) fn section(door: Door) -> AnyView {
    let waiting = Memo::new(move |_| door.queue.with(|queue| queue.waiting.len()));
    let counts = move || {
        let counts =
            door.list.with(|list| list.as_ref().map(|list| door.queue.with(|queue| list.counts(queue))));
        counts.map(|counts| counts.map(|count| view! { <strong>{words::count(&count)}</strong> }))
    };
    let state = move || {
        let is_online = door.is_online.get();
        let class = match (waiting.get(), is_online) {
            (0, true) => "badge badge-good",
            _ => "badge badge-warn",
        };
        view! {
            <span class=class>{words::unsent(waiting.get())}</span>
            {(!is_online).then(|| view! { <span class="badge badge-warn">{t(words::OFFLINE)}</span> })}
        }
    };
    let trouble = move || {
        let failure = door.unsent.get().filter(|_| waiting.get() > 0 && !door.is_sending.get())?;
        Some(view! { <span class="quiet small">{t(failures::words(failure))}" "{t(words::KEPT_HERE)}</span> })
    };
    let again = move || {
        let words = move || t(if door.is_sending.get() { words::SENDING } else { words::SEND_AGAIN });
        (waiting.get() > 0).then(|| {
            view! {
                <button
                    type="button"
                    class="button-second"
                    aria-disabled=move || door.is_sending.get().to_string()
                    on:click=move |_| door.send()
                >
                    {words}
                </button>
            }
        })
    };
    let not_kept = move || {
        (!door.is_kept.get()).then(|| view! { <p class="field-error" role="alert">{t(words::NOT_KEPT)}</p> })
    };
    view! {
        <div class="door-standing">
            <p class="details" role="status">{counts}{state}</p>
            {trouble}
            {again}
            {not_kept}
        </div>
    }
    .into_any()
}
