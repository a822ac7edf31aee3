//! "Xem thêm": the next rows below the ones that are there, which stay where they are.

use leptos::prelude::*;

use crate::text::{shell, t};

/// The button at the end of a list.
#[component]
pub(crate) fn Pager(
    /// Whether there is more.
    #[prop(into)]
    more: Signal<bool>,
    /// Whether it is being fetched.
    #[prop(into)]
    busy: Signal<bool>,
    /// Fetches it.
    #[prop(into)]
    next: Callback<()>,
) -> impl IntoView {
    let words = move || if busy.get() { t(shell::LOADING) } else { t(shell::MORE) };
    view! {
        <Show when=move || more.get()>
            <p class="pager">
                <button class="button-second" aria-disabled=move || busy.get().to_string() on:click=move |_| {
                    if !busy.get_untracked() {
                        next.run(());
                    }
                }>{words}</button>
            </p>
        </Show>
    }
}
