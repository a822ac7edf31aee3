//! The secret of a webhook, shown once.

use leptos::prelude::*;

use crate::text::{t, webhooks as words};
use crate::ui::tell;

/// Shows a secret, with the address it belongs to, until it is put away.
pub(super) fn section(secret: RwSignal<Option<(String, String)>>) -> AnyView {
    let shown = move || {
        let (url, secret_text) = secret.get()?;
        let copied = secret_text.clone();
        Some(view! {
            <section class="banner webhook-secret" role="status">
                <h3>{t(words::SECRET)}</h3>
                <p class="quiet small">{url}</p>
                <p><code>{secret_text}</code></p>
                <p>{t(words::SECRET_ONCE)}</p>
                <p class="webhook-steps">
                    <button type="button" class="button" on:click=move |_| copy(&copied)>{t(words::COPY)}</button>
                    <button type="button" class="button-second" on:click=move |_| secret.set(None)>
                        {t(words::SECRET_KEPT)}
                    </button>
                </p>
            </section>
        })
    };
    view! { {shown} }.into_any()
}

/// Copies a text. A page that came without encryption may not.
fn copy(text: &str) {
    let clipboard = window().navigator().clipboard();
    if clipboard.is_undefined() {
        return tell(t(words::NOT_COPIED));
    }
    let written = clipboard.write_text(text);
    leptos::task::spawn_local(async move {
        let is_copied = js_sys::futures::JsFuture::from(written).await.is_ok();
        tell(t(if is_copied { words::COPIED } else { words::NOT_COPIED }));
    });
}
