//! One webhook: a row that opens, what can be done with it, and what it was told lately.

use leptos::prelude::*;
use serde::de::DeserializeOwned;

use super::list::Around;
use super::query::Webhook;
use super::{changes, deliveries, entry};
use crate::api::Question;
use crate::text::{Text, t, webhooks as words};
use crate::ui::{Badge, Tone, tell};
use crate::who;

/// A row that opens.
pub(super) fn hook(webhook: Webhook, around: &Around) -> AnyView {
    let (tone, state) = match webhook.paused_at {
        Some(_) => (Tone::Warn, words::PAUSED),
        None => (Tone::Good, words::RUNNING),
    };
    let kinds = match &webhook.kinds {
        None => t(words::ALL_KINDS).to_owned(),
        Some(kinds) => kinds.iter().map(|kind| t(words::kind(*kind))).collect::<Vec<_>>().join("; "),
    };
    let about = [Some(kinds), webhook.note.clone()];
    let is_open = RwSignal::new(false);
    let toggle = move |event: leptos::ev::Event| {
        let is_shown = event_target::<web_sys::Element>(&event).has_attribute("open");
        is_open.set(is_shown);
    };
    let inside = {
        let (webhook, around) = (webhook.clone(), around.clone());
        move || is_open.get().then(|| inside(&webhook, &around))
    };
    view! {
        <li>
            <details class="request" on:toggle=toggle>
                <summary>
                    <strong class="webhook-url">{webhook.url.clone()}</strong>
                    " "
                    <Badge tone text=t(state)/>
                    " "
                    <span class="quiet small">{about.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</span>
                </summary>
                {inside}
            </details>
        </li>
    }
    .into_any()
}

fn inside(webhook: &Webhook, around: &Around) -> AnyView {
    let busy = RwSignal::new(false);
    let told = deliveries::of(webhook.id.clone());
    let test = {
        let id = webhook.id.clone();
        move |_| {
            who::act(busy, changes::test(id.clone()), move |_| {
                tell(t(words::TEST_DONE));
                told.ask_again();
            });
        }
    };
    let test = webhook.paused_at.is_none().then(|| button(words::TEST, busy, test));
    let (id, changed) = (webhook.id.clone(), around.changed);
    let pause = if webhook.paused_at.is_some() {
        button(words::RESUME, busy, move |_| {
            then(busy, changes::resume(id.clone()), words::RESUME_DONE, changed)
        })
    } else {
        button(words::PAUSE, busy, move |_| {
            then(busy, changes::pause(id.clone()), words::PAUSE_DONE, changed)
        })
    };
    view! {
        <p class="webhook-steps">{test}{pause}</p>
        <h3>{t(words::DELIVERIES)}</h3>
        {deliveries::latest(told)}
        <h3>{t(words::EDIT)}</h3>
        {entry::edit(webhook, around)}
        {renew(webhook, around, busy)}
        {delete(webhook, around, busy)}
    }
    .into_any()
}

fn renew(webhook: &Webhook, around: &Around, busy: RwSignal<bool>) -> AnyView {
    let (id, url, secret) = (webhook.id.clone(), webhook.url.clone(), around.secret);
    sure(words::RENEW, words::RENEW_WHY, busy, move || {
        let url = url.clone();
        who::act(busy, changes::renew(id.clone()), move |answer| {
            tell(t(words::RENEWED));
            secret.set(Some((url, answer.renew_webhook_secret.secret)));
        });
    })
}

fn delete(webhook: &Webhook, around: &Around, busy: RwSignal<bool>) -> AnyView {
    let (id, changed) = (webhook.id.clone(), around.changed);
    sure(words::DELETE, words::DELETE_WHY, busy, move || {
        then(busy, changes::delete(id.clone()), words::DELETED, changed);
    })
}

/// Does something, tells so, and asks for the list anew.
fn then<Q: DeserializeOwned + 'static>(
    busy: RwSignal<bool>,
    question: Question<Q>,
    done: Text,
    changed: Callback<()>,
) {
    who::act(busy, question, move |_| {
        tell(t(done));
        changed.run(());
    });
}

fn button(what: Text, busy: RwSignal<bool>, press: impl FnMut(leptos::ev::MouseEvent) + 'static) -> AnyView {
    view! {
        <button type="button" class="button-second" aria-disabled=move || busy.get().to_string() on:click=press>
            {t(what)}
        </button>
    }
    .into_any()
}

/// Something that can't be taken back: it is pressed twice.
fn sure(what: Text, why: Text, busy: RwSignal<bool>, act: impl Fn() + Clone + Send + 'static) -> AnyView {
    let asks = RwSignal::new(false);
    let shown = move || {
        if !asks.get() {
            return button(what, busy, move |_| asks.set(true));
        }
        let act = act.clone();
        let yes = move |_| {
            asks.set(false);
            act();
        };
        view! {
            <strong>{t(words::SURE)}</strong>
            {button(what, busy, yes)}
            <button type="button" class="button-quiet" on:click=move |_| asks.set(false)>{t(words::KEEP)}</button>
        }
        .into_any()
    };
    view! { <p class="quiet small">{t(why)}</p><p class="webhook-steps">{shown}</p> }.into_any()
}
