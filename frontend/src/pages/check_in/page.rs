//! The page of the door.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::door::Door;
use super::{asking, camera, finding, last, refused, standing, store, typing};
use crate::api::Failure;
use crate::pages::events;
use crate::pages::not_found::NotFound;
use crate::pages::staff::is_of_city;
use crate::text::{check_in as words, failures, t, words as counts};
use crate::ui::{FailureFace, Heading};
use crate::who::for_staff_or_kept;

/// The page. Without a network it opens for whoever has read the list of the event on this device.
#[component]
pub(crate) fn CheckInPage() -> impl IntoView {
    let event = event();
    let is_kept = move |account: &str| event.with(|event| store::is_kept_for(event, account));
    for_staff_or_kept(words::TITLE, is_of_city, is_kept, page)
}

/// Another event is another door; the rest of the address changes nothing.
fn event() -> Memo<String> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get("id")).unwrap_or_default())
}

fn page() -> AnyView {
    let event = event();
    let shown = move || {
        let event = event.get();
        match event.parse::<shared::EventId>() {
            Ok(_) => untrack(|| full(Door::open(event))),
            Err(_) => view! { <NotFound/> }.into_any(),
        }
    };
    view! { {shown} }.into_any()
}

fn full(door: Door) -> AnyView {
    let is_missing = Memo::new(move |_| {
        let failure = door.unread.get();
        failure == Some(Failure::Refused(shared::ErrorCode::NotFound)) && door.list.with(Option::is_none)
    });
    let name = Memo::new(move |_| door.list.with(|list| list.as_ref().map(|list| list.event.clone())));
    let name = move || {
        let address = events::address_of(&cynic::Id::new(door.event()));
        name.get().map(|name| view! { <p><a class="all-link" href=address>{name}</a></p> })
    };
    let shown = move || {
        if is_missing.get() {
            return view! { <NotFound/> }.into_any();
        }
        view! {
            <Heading text=t(words::TITLE)/>
            {name}
            {standing::section(door)}
            {last::section(door)}
            {refused::section(door)}
            <div class="door-means">{typing::section(door)}{camera::section(door)}</div>
            {reading(door)}
            {finding::section(door)}
            <p class="quiet small">{t(words::HELP)}</p>
            {asking::section(door)}
        }
        .into_any()
    };
    view! { {shown} }.into_any()
}

/// How old the list is, and reading it anew.
fn reading(door: Door) -> AnyView {
    let is_known = Memo::new(move |_| door.list.with(Option::is_some));
    let read_at = Memo::new(move |_| door.list.with(|list| list.as_ref().map(|list| list.read_at)));
    let shown = move || match (door.reading.get(), door.unread.get(), read_at.get()) {
        (Some((read, all)), _, known) => {
            let age = known.map(|at| words::read_at(&counts::instant(at)));
            view! { <p role="status" class="quiet">{words::reading(read, all)}" "{age}</p> }.into_any()
        }
        (None, Some(failure), None) => {
            view! { <FailureFace failure again=move |()| door.read()/> }.into_any()
        }
        (None, Some(failure), Some(at)) => {
            let age = words::read_at(&counts::instant(at));
            let why = match failure {
                Failure::Silent | Failure::Slow => words::WITHOUT_NETWORK,
                _ => failures::words(failure),
            };
            view! { <p role="status" class="banner">{t(why)}" "{age}</p> }.into_any()
        }
        // It is read by itself now and then: nobody is told that it was.
        (None, None, Some(at)) => {
            view! { <p class="quiet">{words::read_at(&counts::instant(at))}</p> }.into_any()
        }
        (None, None, None) => ().into_any(),
    };
    let again = move || {
        let read = move |_| {
            crate::api::forget();
            door.read();
        };
        (is_known.get() && door.reading.with(Option::is_none)).then(|| {
            view! { <p><button type="button" class="button-quiet" on:click=read>{t(words::READ_AGAIN)}</button></p> }
        })
    };
    let opens_alone = move || {
        door.opens_alone.get().then(|| view! { <p class="quiet" role="status">{t(words::OPENS_ALONE)}</p> })
    };
    view! { {shown}{opens_alone}{again} }.into_any()
}
