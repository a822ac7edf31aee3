//! What is known of an event: when, where, who holds it, its places, and what was reported of it and by whom.

use leptos::prelude::*;

use super::choice::Choice;
use super::days::{When, in_words, when};
use super::one_query::{Event, Side};
use super::shown::Shown;
use crate::clock::today;
use crate::facts::Sources;
use crate::map::{Directions, directions};
use crate::text::{Text, attending, events as words, introductions, kinds, language, t, words as counts};

/// The part of the page.
pub(super) fn section(shown: Shown) -> AnyView {
    let facts = move || shown.read(full);
    view! { {facts} }.into_any()
}

/// Where it was read, and the way to events like it.
pub(super) fn sources(shown: Shown) -> AnyView {
    let sources = move || {
        shown.read(|event| {
            let alike = Choice { kind: Some(event.kind), ..Choice::default() }.address();
            // Of what is run here staff are the source.
            let listed = (!event.sources.is_empty() || event.sides.is_empty())
                .then(|| view! { <Sources sources=event.sources.clone()/> });
            view! {
                {listed}
                <p><a class="all-link" href=alike>{t(words::SEARCH_MORE)}": "{t(kinds::event_kind(event.kind))}</a></p>
            }
            .into_any()
        })
    };
    view! { {sources} }.into_any()
}

fn full(event: &Event) -> AnyView {
    let days = in_words(event.starts_on, event.ends_on).unwrap_or_else(|| t(words::NO_DATE).to_owned());
    let participants = event.provinces_reported.map(|count| words::provinces(count, language()));
    let agreements = event.agreements_reported.map(|count| words::agreements(count, language()));
    let is_reported = participants.is_some() || agreements.is_some();
    // Nobody goes to what is over.
    let is_ahead = today().is_some_and(|today| when(event.starts_on, event.ends_on, today) != When::Past);
    let directions = directions(&event.name, event.place.as_deref(), event.location.as_ref())
        .filter(|_| is_ahead && event.place.is_some());
    let description = event.description.clone().map(|text| {
        view! {
            <section>
                <h2>{t(attending::DESCRIPTION)}</h2>
                <p class="event-text prose">{text}</p>
            </section>
        }
    });
    // What reports never say is only worth a word where it is known.
    let known = |name: Text, value: Option<String>| value.map(|value| fact(name, Some(value)));
    let reports = event.sides.is_empty() || is_reported;
    view! {
        {description}
        <section>
            <h2>{t(words::FACTS)}</h2>
            <dl class="facts">
                {fact(words::DATES, Some(days))}
                {fact(words::PLACE, event.place.clone())}
                {fact(words::PROVINCE, event.province.as_ref().map(|unit| unit.name.clone()))}
                {event.former_district.as_ref().map(|unit| fact(words::FORMER_DISTRICT, Some(unit.name.clone())))}
                {known(attending::ORGANISER, event.organiser.clone())}
                {known(attending::UNTIL, event.registration_until.map(counts::date))}
                {event.sides.iter().map(places).collect_view()}
                {reports.then(|| fact(words::PARTICIPANTS, participants))}
                {reports.then(|| fact(words::AGREEMENTS, agreements))}
            </dl>
            {is_reported.then(|| view! { <p class="quiet small">{t(words::REPORTED)}</p> })}
            {directions.map(|address| view! { <p><Directions address/></p> })}
        </section>
    }
    .into_any()
}

/// The places of one side.
fn places(side: &Side) -> AnyView {
    let places = attending::places(side.places, side.approved, language());
    let waiting = (side.waiting > 0).then(|| attending::waiting(side.waiting, language()));
    let told = [Some(places), waiting].into_iter().flatten().collect::<Vec<_>>().join(", ");
    fact(introductions::party(side.side), Some(told))
}

/// One fact; what no source says is said to be unknown.
fn fact(name: Text, value: Option<String>) -> AnyView {
    match value {
        Some(value) => view! { <dt>{t(name)}</dt><dd>{value}</dd> }.into_any(),
        None => view! { <dt>{t(name)}</dt><dd class="quiet">{t(words::NOT_KNOWN)}</dd> }.into_any(),
    }
}
