//! What the person has asked, how far it has come, and until when it is answered.

use leptos::prelude::*;

use super::query::{self, Request};
use crate::api::DataRequestStatus;
use crate::text::{kinds, personal_data as words, t, words as counts};
use crate::ui::{Badge, Tone, tell};
use crate::who;

/// The part of the page with the own requests, the latest first.
pub(super) fn section(requests: &[Request], changed: Callback<()>) -> AnyView {
    let list = if requests.is_empty() {
        view! { <p class="quiet">{t(words::NO_REQUESTS)}</p> }.into_any()
    } else {
        let busy = RwSignal::new(false);
        let rows = requests.iter().map(|request| row(request, busy, changed)).collect_view();
        view! { <ul class="plain-list rows">{rows}</ul> }.into_any()
    };
    view! { <section><h2>{t(words::OWN_REQUESTS)}</h2>{list}</section> }.into_any()
}

fn row(request: &Request, busy: RwSignal<bool>, changed: Callback<()>) -> AnyView {
    let is_waiting = request.status == DataRequestStatus::Waiting;
    let kind = t(kinds::data_request_kind(request.kind));
    let due = is_waiting.then(|| format!("{}: {}", t(words::DUE), counts::date(request.due_on)));
    let answered = request.decided_at.filter(|_| request.status != DataRequestStatus::Withdrawn);
    let answered = answered.map(|at| format!("{} {}", t(words::ANSWERED_AT), counts::instant(at)));
    let message = request.message.clone().map(|message| view! { <span class="details">{message}</span> });
    let note = request.note.clone().map(|note| {
        view! { <span class="details">{t(words::ANSWER)}": "{note}</span> }
    });
    let button = is_waiting.then(|| withdraw_button(request.id.clone(), kind, busy, changed));
    view! {
        <li class="row">
            <strong>{kind}</strong>
            {badge(request.status)}
            {late(request.is_late)}
            {button}
            <span class="details quiet small">
                <span>{t(words::ASKED_AT)}" "{counts::instant(request.asked_at)}</span>
                {due.map(|due| view! { <span>{due}</span> })}
                {answered.map(|answered| view! { <span>{answered}</span> })}
            </span>
            {message}
            {note}
        </li>
    }
    .into_any()
}

fn withdraw_button(id: cynic::Id, kind: &str, busy: RwSignal<bool>, changed: Callback<()>) -> AnyView {
    let label = format!("{}: {kind}", t(words::WITHDRAW));
    let press = move |_| {
        who::act(busy, query::withdraw(id.clone()), move |_| {
            tell(t(words::WITHDRAWN));
            changed.run(());
        });
    };
    view! {
        <button class="button-second" aria-label=label aria-disabled=move || busy.get().to_string() on:click=press>
            {t(words::WITHDRAW)}
        </button>
    }
    .into_any()
}

/// How far a request has come, in one word.
pub(crate) fn badge(status: DataRequestStatus) -> AnyView {
    let tone = match status {
        DataRequestStatus::Waiting => Tone::Warn,
        DataRequestStatus::Done => Tone::Good,
        DataRequestStatus::Refused => Tone::Bad,
        DataRequestStatus::Withdrawn => Tone::Plain,
    };
    view! { <Badge tone text=t(kinds::data_request_status(status))/> }.into_any()
}

/// That the day for an answer has passed.
pub(crate) fn late(is_late: bool) -> Option<AnyView> {
    is_late.then(|| view! { <Badge tone=Tone::Bad text=t(words::LATE)/> }.into_any())
}
