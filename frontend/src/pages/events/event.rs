//! One event: when and where it was, what was reported of it, and by whom.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shared::ErrorCode;

use super::days::{When, in_words, when};
use super::query::{self, Event, EventById};
use super::{Choice, coming};
use crate::api::{self, Asked, Failure};
use crate::clock::today;
use crate::facts::Sources;
use crate::map::{Directions, directions};
use crate::pages::not_found::NotFound;
use crate::text::{Text, events as words, kinds, language, t};
use crate::ui::{Heading, TextSkeleton, faces};

/// The page of one event.
#[component]
pub(crate) fn EventPage() -> impl IntoView {
    let params = use_params_map();
    let asked = api::ask(move || {
        let id = params.with(|params| params.get("id"))?;
        id.parse::<shared::EventId>().ok()?;
        Some(query::event(id))
    });
    let is_missing =
        Memo::new(move |_| matches!(asked.answer.get(), Some(Err(Failure::Refused(ErrorCode::NotFound)))));
    move || if is_missing.get() { view! { <NotFound/> }.into_any() } else { known(asked) }
}

fn known(asked: Asked<EventById>) -> AnyView {
    faces(
        asked,
        || view! { <TextSkeleton/> }.into_any(),
        |answer| match &answer.event {
            Some(event) => full(event),
            None => view! { <NotFound/> }.into_any(),
        },
    )
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
    let alike = Choice { kind: Some(event.kind), ..Choice::default() }.address();
    view! {
        <article class="prose">
            <Heading text=event.name.clone()/>
            <p class="details">
                <span>{t(kinds::event_kind(event.kind))}</span>
                {coming(event.starts_on, event.ends_on)}
            </p>
            <h2 class="for-readers">{t(words::FACTS)}</h2>
            <dl class="facts">
                {fact(words::DATES, Some(days))}
                {fact(words::PLACE, event.place.clone())}
                {fact(words::PROVINCE, event.province.as_ref().map(|unit| unit.name.clone()))}
                {event.former_district.as_ref().map(|unit| fact(words::FORMER_DISTRICT, Some(unit.name.clone())))}
                {fact(words::PARTICIPANTS, participants)}
                {fact(words::AGREEMENTS, agreements)}
            </dl>
            {is_reported.then(|| view! { <p class="quiet small">{t(words::REPORTED)}</p> })}
            {directions.map(|address| view! { <p><Directions address/></p> })}
            <Sources sources=event.sources.clone()/>
            <p><a href=alike>{t(words::SEARCH_MORE)}": "{t(kinds::event_kind(event.kind))}</a></p>
        </article>
    }
    .into_any()
}

/// One fact; what no source says is said to be unknown.
fn fact(name: Text, value: Option<String>) -> AnyView {
    match value {
        Some(value) => view! { <dt>{t(name)}</dt><dd>{value}</dd> }.into_any(),
        None => view! { <dt>{t(name)}</dt><dd class="quiet">{t(words::NOT_KNOWN)}</dd> }.into_any(),
    }
}
