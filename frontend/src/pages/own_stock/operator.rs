//! Who runs the point, for staff: saying which organisation does, or that none here does.
//!
//! Organisations can't be searched by name yet: producers are, and the retailers are few enough to be looked through here.

use leptos::prelude::*;
use shared::text::fold;

use super::changes;
use super::query::{self, Candidates, Point};
use crate::api::{self, LegalForm};
use crate::text::{kinds, stock as words, t};
use crate::ui::{CardSkeleton, Empty, faces, paced, tell};
use crate::who;

/// Somebody who could run it.
#[derive(Clone, PartialEq)]
struct Candidate {
    id: cynic::Id,
    name: String,
    legal_form: Option<LegalForm>,
    province: Option<String>,
}

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
    let typed = RwSignal::new(String::new());
    let text = RwSignal::new(String::new());
    let follow = paced(Callback::new(move |()| text.set(typed.get_untracked().trim().to_owned())));
    let is_long_enough = Memo::new(move |_| text.with(|text| text.chars().count() >= 2));
    let found = move || is_long_enough.get().then(|| found(point.clone(), text, changed));
    view! {
        <form role="search" aria-label=t(words::OPERATOR) on:submit=|event| event.prevent_default()>
            <label class="field">
                <span>{t(words::OPERATOR_SEARCH)}</span>
                <input
                    type="search"
                    maxlength=shared::limits::SEARCH_CHARS.to_string()
                    on:input=move |event| {
                        typed.set(event_target_value(&event));
                        follow.run(());
                    }
                />
            </label>
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
            let candidates = text.with_untracked(|text| among(&answer, text));
            if candidates.is_empty() {
                return view! { <Empty what=t(words::NO_CANDIDATE)/> }.into_any();
            }
            let rows = candidates.into_iter().map(|candidate| row(candidate, point.clone(), busy, changed));
            view! { <ul class="plain-list rows">{rows.collect_view()}</ul> }.into_any()
        },
    )
}

fn row(candidate: Candidate, point: cynic::Id, busy: RwSignal<bool>, changed: Callback<()>) -> AnyView {
    let label = format!("{}: {}", t(words::ASSIGN), candidate.name);
    let about = [Some(t(kinds::legal_form(candidate.legal_form)).to_owned()), candidate.province];
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

/// Those who are verified and whose name has all that was typed; who both makes and sells stands there once.
fn among(answer: &Candidates, typed: &str) -> Vec<Candidate> {
    let typed = fold(typed);
    let has_all = |name: &str| {
        let name = fold(name);
        typed.split_whitespace().all(|word| name.contains(word))
    };
    let retailers = answer.retailers.nodes.iter().cloned();
    let retailers = retailers.filter(|retailer| retailer.is_verified && has_all(&retailer.name)).map(|one| {
        Candidate { id: one.id, name: one.name, legal_form: one.legal_form, province: one.province }
    });
    let producers = answer.producers.nodes.iter().cloned();
    let producers = producers.filter(|producer| producer.is_verified).map(|one| Candidate {
        id: one.id,
        name: one.name,
        legal_form: one.legal_form,
        province: one.province,
    });
    let mut candidates: Vec<Candidate> = Vec::new();
    for candidate in retailers.chain(producers) {
        if candidates.iter().all(|known| known.id != candidate.id) {
            candidates.push(candidate);
        }
    }
    candidates
}
