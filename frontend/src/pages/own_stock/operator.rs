//! Who runs the point, for staff: saying which organisation does, or that none here does.

use leptos::prelude::*;

use super::changes;
use super::query::{self, Candidate, Point};
use crate::api;
use crate::text::{organisation, stock as words, t};
use crate::ui::{CardSkeleton, Empty, NameSearch, faces, tell};
use crate::who;

/// The part of the page about it.
pub(super) fn section(point: &Point, changed: Callback<()>) -> AnyView {
    let present = match (&point.operator_id, &point.operator_name) {
        (Some(id), name) => assigned(point, id, name.clone().unwrap_or_default(), changed),
        (None, name) => {
            let named = name.clone().map(|name| view! { <p>{t(words::NAMED_BY_SOURCE)}": "{name}</p> });
            view! { <p>{t(words::NO_OPERATOR)}</p>{named} }.into_any()
        }
    };
    view! {
        <section>
            <h2>{t(words::OPERATOR)}</h2>
            {present}
            <p class="quiet">{t(words::OPERATOR_WHY)}</p>
            {looking(point.id.clone(), changed)}
        </section>
    }
    .into_any()
}

fn assigned(point: &Point, organisation: &cynic::Id, name: String, changed: Callback<()>) -> AnyView {
    let busy = RwSignal::new(false);
    let (point, address) = (point.id.clone(), format!("/to-chuc/{}", organisation.inner()));
    let take_away = move |_| {
        who::act(busy, changes::assign(point.clone(), None), move |_| {
            tell(t(words::TAKEN_AWAY));
            changed.run(());
        });
    };
    view! {
        <p><a class="all-link" href=address>{name}</a></p>
        <p>
            <button class="button-second" aria-disabled=move || busy.get().to_string() on:click=take_away>
                {t(words::TAKE_AWAY)}
            </button>
        </p>
    }
    .into_any()
}

fn looking(point: cynic::Id, changed: Callback<()>) -> AnyView {
    let search = NameSearch::new();
    let found = move || search.is_long_enough.get().then(|| found(point.clone(), search.text, changed));
    view! {
        <form role="search" aria-label=t(words::OPERATOR) on:submit=|event| event.prevent_default()>
            {search.field(words::OPERATOR_SEARCH)}
        </form>
        {found}
    }
    .into_any()
}

fn found(point: cynic::Id, text: RwSignal<String>, changed: Callback<()>) -> AnyView {
    let asked = api::ask(move || Some(query::candidates(text.get())));
    let busy = RwSignal::new(false);
    faces(
        asked,
        || view! { <CardSkeleton count=2/> }.into_any(),
        move |answer| {
            if answer.organisations.is_empty() {
                return view! { <Empty what=t(words::NO_CANDIDATE)/> }.into_any();
            }
            let candidates = answer.organisations.iter().cloned();
            let rows = candidates.map(|candidate| row(candidate, point.clone(), busy, changed));
            view! { <ul class="plain-list rows">{rows.collect_view()}</ul> }.into_any()
        },
    )
}

fn row(candidate: Candidate, point: cynic::Id, busy: RwSignal<bool>, changed: Callback<()>) -> AnyView {
    let label = format!("{}: {}", t(words::ASSIGN), candidate.name);
    let role = |is_so: bool, words| is_so.then(|| t(words).to_owned());
    let about = [
        role(candidate.is_producer, organisation::PRODUCER),
        role(candidate.is_retailer, organisation::RETAILER),
        candidate.province,
    ];
    let about = about.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let address = format!("/to-chuc/{}", candidate.id.inner());
    let assign = move |_| {
        who::act(busy, changes::assign(point.clone(), Some(candidate.id.clone())), move |_| {
            tell(t(words::ASSIGNED));
            changed.run(());
        });
    };
    view! {
        <li class="row">
            <a href=address>{candidate.name.clone()}</a>
            <button class="button-second" aria-label=label aria-disabled=move || busy.get().to_string() on:click=assign>
                {t(words::ASSIGN)}
            </button>
            <span class="details quiet small">{about}</span>
        </li>
    }
    .into_any()
}
