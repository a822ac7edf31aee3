//! The page of the door.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::door::Door;
use super::{asking, camera, finding, last, refused, standing, typing};
use crate::api::Failure;
use crate::pages::events;
use crate::pages::not_found::NotFound;
use crate::pages::staff::is_of_city;
use crate::text::{check_in as words, failures, t, words as counts};
use crate::ui::{FailureFace, Heading};
use crate::who::{for_staff, signed_in_page};

/// The page.
#[component]
pub(crate) fn CheckInPage() -> impl IntoView {
    signed_in_page(words::TITLE, |_| for_staff(words::TITLE, is_of_city, page))
}

fn page() -> AnyView {
    let params = use_params_map();
    // Another event is another door; the rest of the address changes nothing.
    let event = Memo::new(move |_| params.with(|params| params.get("id")).unwrap_or_default());
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
    let name = move || {
        let address = events::address_of(&cynic::Id::new(door.event()));
        door.list.with(|list| list.as_ref().map(|list| list.event.clone())).map(|name| {
            view! { <p><a class="all-link" href=address>{name}</a></p> }
        })
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
        (Some((read, all)), ..) => {
            view! { <p role="status" class="quiet">{words::reading(read, all)}</p> }.into_any()
        }
        (None, Some(failure), None) => {
            view! { <FailureFace failure again=move |()| door.read()/> }.into_any()
        }
        (None, Some(failure), Some(at)) => view! {
            <p role="status" class="banner">
                {t(failures::words(failure))}" "{words::read_at(&counts::instant(at))}
            </p>
        }
        .into_any(),
        (None, None, Some(at)) => {
            view! { <p role="status" class="quiet">{words::read_at(&counts::instant(at))}</p> }.into_any()
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
    view! { {shown}{again} }.into_any()
}
