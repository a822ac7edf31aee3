//! The devices on which one is signed in.

use leptos::prelude::*;

use super::query::{self, Session};
use crate::text::{account as words, t, words as counts};
use crate::ui::{Badge, Tone, tell};
use crate::who;

/// The part of the page with the devices, the latest used first.
pub(super) fn section(sessions: &[Session], changed: Callback<()>) -> AnyView {
    let busy = RwSignal::new(false);
    let rows = sessions.iter().map(|session| row(session, busy, changed)).collect_view();
    view! {
        <section>
            <h2>{t(words::SESSIONS)}</h2>
            <ul class="plain-list rows">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(session: &Session, busy: RwSignal<bool>, changed: Callback<()>) -> AnyView {
    let id = session.id.clone();
    let revoke = move |_| {
        who::act(busy, query::revoke_session(id.clone()), move |_| {
            tell(t(words::SESSION_REVOKED));
            changed.run(());
        });
    };
    let end = if session.current {
        view! { <Badge tone=Tone::Good text=t(words::THIS_DEVICE)/> }.into_any()
    } else {
        let name = format!("{}: {}", t(words::END_SESSION), session.device);
        view! {
            <button class="button-second" aria-label=name aria-disabled=move || busy.get().to_string() on:click=revoke>
                {t(words::END_SESSION)}
            </button>
        }
        .into_any()
    };
    view! {
        <li class="row">
            <span>{session.device.clone()}</span>
            {end}
            <span class="details quiet small">
                <span>{t(words::LAST_USED)}" "{counts::instant(session.last_used_at)}</span>
                <span>{t(words::SIGNED_IN_AT)}" "{counts::instant(session.signed_in_at)}</span>
            </span>
        </li>
    }
    .into_any()
}
