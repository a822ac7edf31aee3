//! What a webhook was told, in words.

use leptos::prelude::*;

use super::changes;
use super::query::{self, Delivery, Told};
use crate::api::{self, Asked, WebhookDeliveryState};
use crate::text::{t, webhooks as words, words as counts};
use crate::ui::{Badge, Tone, tell};
use crate::who::{self, own_faces};

/// Asks what a webhook was told lately.
pub(super) fn of(webhook: cynic::Id) -> Asked<Told> {
    api::ask(move || Some(query::told(webhook.clone())))
}

/// The latest of them.
pub(super) fn latest(asked: Asked<Told>) -> AnyView {
    let again = Callback::new(move |()| asked.ask_again());
    let list = own_faces(asked, move |answer| {
        let rows = &answer.webhook_deliveries.nodes;
        if rows.is_empty() {
            return view! { <p class="quiet">{t(words::NO_DELIVERIES)}</p> }.into_any();
        }
        let rows = rows.iter().map(|delivery| row(delivery, again, false)).collect_view();
        view! { <ul class="plain-list rows">{rows}</ul> }.into_any()
    });
    view! {
        {list}
        <p>
            <button type="button" class="button-quiet" on:click=move |_| api_again(asked)>{t(words::LOOK_AGAIN)}</button>
        </p>
    }
    .into_any()
}

/// Asks the server and not the page's memory.
fn api_again(asked: Asked<Told>) {
    api::forget();
    asked.ask_again();
}

/// One of them; `is_of_all` says whose it is, where they are of all.
pub(super) fn row(delivery: &Delivery, changed: Callback<()>, is_of_all: bool) -> AnyView {
    let tone = match delivery.state {
        WebhookDeliveryState::Waiting => Tone::Plain,
        WebhookDeliveryState::Delivered => Tone::Good,
        WebhookDeliveryState::GivenUp => Tone::Bad,
    };
    let is_given_up = delivery.state == WebhookDeliveryState::GivenUp;
    let is_tried_again = delivery.state == WebhookDeliveryState::Waiting && delivery.attempts > 0;
    let problem = delivery.last_problem.map(|problem| words::problem(problem, delivery.last_status));
    let whose = is_of_all.then(|| whose(delivery));
    let details = [
        Some(counts::instant(delivery.created_at)),
        (delivery.attempts > 0).then(|| words::attempts(delivery.attempts)),
        problem,
        delivery.due_at.filter(|_| is_tried_again).map(|at| words::tried_next(&counts::instant(at))),
        delivery.given_up_at.filter(|_| is_of_all).map(counts::instant),
    ];
    let details = details.into_iter().flatten().map(|part| view! { <span>{part}</span> }).collect_view();
    let retry = is_given_up.then(|| {
        let (id, busy) = (delivery.id.clone(), RwSignal::new(false));
        let press = move |_| {
            who::act(busy, changes::retry(id.clone()), move |_| {
                tell(t(words::RETRIED));
                changed.run(());
            });
        };
        let name = format!("{}: {}", t(words::RETRY), t(words::kind(delivery.kind)));
        view! {
            <button
                type="button"
                class="button-second"
                aria-label=name
                aria-disabled=move || busy.get().to_string()
                on:click=press
            >
                {t(words::RETRY)}
            </button>
        }
    });
    view! {
        <li class="row">
            <span>
                <strong>{t(words::kind(delivery.kind))}</strong>
                " "
                <Badge tone text=t(words::state(delivery.state))/>
            </span>
            {retry}
            <span class="details quiet small">{whose}{details}</span>
        </li>
    }
    .into_any()
}

/// Whose webhook it is, and its host.
fn whose(delivery: &Delivery) -> AnyView {
    let organisation = match (&delivery.organisation_id, &delivery.organisation_name) {
        (Some(id), Some(name)) => {
            let address = format!("/to-chuc/{}", id.inner());
            view! { <a href=address>{name.clone()}</a> }.into_any()
        }
        _ => view! { {t(words::OF_CITY)} }.into_any(),
    };
    view! { <span>{organisation}</span><span>{delivery.host.clone()}</span> }.into_any()
}
