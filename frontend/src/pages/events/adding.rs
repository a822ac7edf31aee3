//! Adding an organisation that did not register itself: found by its name, put on one of its sides.

use leptos::prelude::*;
use shared::limits;

use super::changes::{self, Registering};
use super::registrations::Work;
use crate::api::{self, TradeParty};
use crate::pages::own_stock::{Candidate, candidates};
use crate::text::{Text, attending, forms, running_events as words, stock, t};
use crate::ui::form::whole_number;
use crate::ui::{CardSkeleton, Empty, NameSearch, faces, tell};
use crate::who::{ActButton, Acting};

/// The part of the page, folded away.
pub(super) fn section(work: Work) -> AnyView {
    let search = NameSearch::new();
    let people = RwSignal::new("1".to_owned());
    let found = move || search.is_long_enough.get().then(|| found(work, search.text, people));
    view! {
        <details class="event-fold">
            <summary>{t(words::ADD)}</summary>
            <p class="quiet">{t(words::ADD_WHY)}</p>
            <form class="choices" role="search" aria-label=t(words::ADD) on:submit=|event| event.prevent_default()>
                {search.field(words::ADD_SEARCH)}
                <label class="field">
                    <span>{t(attending::PEOPLE)}</span>
                    <input
                        type="text"
                        inputmode="numeric"
                        maxlength="2"
                        prop:value=people
                        on:input=move |event| people.set(event_target_value(&event))
                    />
                </label>
            </form>
            {found}
        </details>
    }
    .into_any()
}

fn found(work: Work, text: RwSignal<String>, people: RwSignal<String>) -> AnyView {
    let asked = api::ask(move || Some(candidates(text.get())));
    faces(
        asked,
        || view! { <CardSkeleton count=2/> }.into_any(),
        move |answer| {
            if answer.organisations.is_empty() {
                return view! { <Empty what=t(stock::NO_CANDIDATE)/> }.into_any();
            }
            let rows = answer.organisations.iter().map(|candidate| row(work, candidate, people));
            view! { <ul class="plain-list rows">{rows.collect_view()}</ul> }.into_any()
        },
    )
}

fn row(work: Work, candidate: &Candidate, people: RwSignal<String>) -> AnyView {
    let acting = Acting::new();
    let (organisation, name) = (candidate.id.clone(), candidate.name.clone());
    let add = move |side: TradeParty| {
        let people = match whole_number(&people.get_untracked(), 1..=limits::EVENT_PEOPLE) {
            Ok(people) => people,
            Err(problem) => return acting.say(Some(t(forms::problem(Some(problem))))),
        };
        let registering =
            Registering { event: work.event(), organisation: organisation.clone(), side, people, note: None };
        acting.run(changes::register(registering), move |answer| {
            tell(attending::sent(&answer.register_for_event.name, answer.register_for_event.status));
            work.changed();
        });
    };
    let add = Callback::new(add);
    let button = |is_so: bool, side: TradeParty, words: Text| {
        let about = name.clone();
        is_so.then(|| view! { <ActButton acting words=t(words) about press=move |()| add.run(side)/> })
    };
    let as_retailer = button(candidate.is_retailer, TradeParty::Retailer, words::ADD_AS_RETAILER);
    let as_producer = button(candidate.is_producer, TradeParty::Producer, words::ADD_AS_PRODUCER);
    view! {
        <li class="row event-registration">
            <div class="event-about">
                <a href=format!("/to-chuc/{}", candidate.id.inner())>{name.clone()}</a>
                <span class="details quiet small"><span>{candidate.province.clone()}</span></span>
            </div>
            <div class="event-do">{as_retailer}{as_producer}{acting.trouble()}</div>
        </li>
    }
    .into_any()
}
