//! A window over the page: the browser's own `<dialog>`, which keeps the focus inside and closes with Esc.

use leptos::html;
use leptos::prelude::*;

use crate::text::{shell, t};

/// A dialog that is shown while `open` is true.
#[component]
pub(crate) fn Dialog(open: RwSignal<bool>, #[prop(into)] title: String, children: Children) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let name = title.clone();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                // Only a dialog that is not in the document refuses.
                let _ = dialog.show_modal();
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog node_ref=dialog class="dialog" aria-label=name on:close=move |_| open.set(false)>
            <div class="dialog-head">
                <h2>{title}</h2>
                <button class="button-quiet" on:click=move |_| open.set(false)>{t(shell::CLOSE)}</button>
            </div>
            <div class="dialog-body">{children()}</div>
        </dialog>
    }
}
