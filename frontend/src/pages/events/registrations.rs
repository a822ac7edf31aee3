//! Who is registered for an event, for staff of the city: the figures of both sides, deciding many at once, adding and
//! withdrawing single ones. What is listed is in the address; what is chosen stays chosen until it is decided.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::filtering::{Filters, filters};
use super::one_query::Side;
use super::participants_choice::Choice;
use super::participants_query::{self, Registration, RegistrationsOf};
use super::withdrawing::Withdrawing;
use super::{adding, address_of, deciding, listed, registration, staff_address_of, standing};
use crate::address;
use crate::api::{self, EventStatus, Failure, Pages, live};
use crate::pages::not_found::NotFound;
use crate::pages::organisations::provinces;
use crate::pages::staff::is_of_city;
use crate::text::{attending, introductions, language, running_events as words, t, words as counts};
use crate::ui::form::Offer;
use crate::ui::{Empty, Heading, paged_list};
use crate::who::{for_staff, own_faces, signed_in_page};

/// The name of the event, where it stands, and its sides.
type Head = (String, EventStatus, Vec<Side>);

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Work {
    event: Memo<String>,
    pub(super) pages: Pages<RegistrationsOf>,
    /// Registrations that are ticked.
    pub(super) chosen: RwSignal<Vec<cynic::Id>>,
    pub(super) withdrawing: Withdrawing,
}

impl Work {
    pub(super) fn event(self) -> cynic::Id {
        cynic::Id::new(self.event.get_untracked())
    }

    /// All rows that are there by now; follows them.
    pub(super) fn loaded(self) -> Vec<Registration> {
        let (first, further) = (self.pages.first.get(), self.pages.further.get());
        let pages = first.iter().chain(&further).filter_map(|page| page.event.as_ref());
        pages.flat_map(|event| event.participants.nodes.clone()).collect()
    }

    /// Asks for the list anew, after a change.
    pub(super) fn changed(self) {
        self.pages.first.ask_again();
    }
}

/// The page of the registrations of one event.
#[component]
pub(crate) fn RegistrationsPage() -> impl IntoView {
    signed_in_page(words::REGISTRATIONS, |_| for_staff(words::REGISTRATIONS, is_of_city, page))
}

fn page() -> AnyView {
    let params = use_params_map();
    let event = Memo::new(move |_| params.with(|params| params.get("id")).unwrap_or_default());
    let address = address::query();
    let choice = Memo::new(move |_| address.with(Choice::read));
    let pages = api::ask_pages(
        move |after| {
            let id = event.get();
            id.parse::<shared::EventId>().ok()?;
            Some(participants_query::registrations(cynic::Id::new(id), choice.get(), after))
        },
        RegistrationsOf::next,
    );
    let withdrawing = Withdrawing::new(Callback::new(move |()| pages.first.ask_again()));
    let work = Work { event, pages, chosen: RwSignal::new(Vec::new()), withdrawing };
    provide_context(work);
    // A list that somebody has made longer stays as it is.
    live::on_change(
        |notice| notice.is_of("event") || notice.is_of("event_participant"),
        move || {
            if pages.further.with_untracked(Vec::is_empty) {
                pages.first.look_again();
            }
        },
    );
    let is_missing = Memo::new(move |_| match pages.first.answer.get() {
        Some(Ok(answer)) => answer.event.is_none(),
        Some(Err(Failure::Refused(code))) => code == shared::ErrorCode::NotFound,
        _ => false,
    });
    let shown = move || {
        if is_missing.get() { view! { <NotFound/> }.into_any() } else { full(work, choice) }
    };
    view! { {shown} }.into_any()
}

fn full(work: Work, choice: Memo<Choice>) -> AnyView {
    let id = work.event();
    let event = Memo::new(move |before: Option<&Option<Head>>| {
        let answer = work.pages.first.get();
        let event = answer.as_ref().and_then(|answer| answer.event.as_ref());
        // While a list is asked for or can't be had, the event is still the same.
        event
            .map(|event| (event.name.clone(), event.status, event.sides.clone()))
            .or_else(|| before.cloned().flatten())
    });
    let (page, own) = (address_of(&id), staff_address_of(&id, "dang-ky"));
    let heading = Signal::derive(move || {
        let heading = t(words::REGISTRATIONS);
        event
            .with(|event| event.as_ref().map(|(name, ..)| format!("{heading}: {name}")))
            .unwrap_or_else(|| heading.to_owned())
    });
    let about = move || {
        let (name, status, _) = event.get()?;
        let badge = standing::event_badge(status);
        Some(view! { <p><a class="all-link" href=page.clone()>{name}</a>" "{badge}</p> })
    };
    let sides = Memo::new(move |_| event.get().map(|(.., sides)| sides));
    let sides = move || sides.get().map(|sides| by_side(&sides));
    let asked = api::ask(|| Some(provinces()));
    let offered = Signal::derive(move || {
        let units = asked.get().map(|known| known.admin_units.clone()).unwrap_or_default();
        units.into_iter().map(|unit| (unit.code, unit.name)).collect::<Vec<Offer>>()
    });
    let count =
        move || Some(attending::count(work.pages.first.get()?.event.as_ref()?.participants.total_count));
    let all = own.clone();
    view! {
        <Heading text=heading/>
        {about}
        {sides}
        {adding::section(work)}
        {filters(Filters { title: words::FILTERS, path: own, choice, provinces: offered, with_states: true })}
        <p role="status" class="quiet">{count}</p>
        {deciding::take_all(work)}
        {own_faces(work.pages.first, move |answer| {
            if answer.event.as_ref().is_none_or(|event| event.participants.nodes.is_empty()) {
                return nothing(&all, choice);
            }
            paged_list("plain-list rows", &*answer, work.pages, rows)
        })}
        {deciding::bar(work)}
        {listed::saving(work)}
        {work.withdrawing.dialog()}
    }
    .into_any()
}

fn rows(page: &RegistrationsOf) -> AnyView {
    let work = expect_context::<Work>();
    let rows = page.event.iter().flat_map(|event| &event.participants.nodes);
    rows.map(|row| registration::row(work, row)).collect_view().into_any()
}

fn nothing(all: &str, choice: Memo<Choice>) -> AnyView {
    if choice.with_untracked(Choice::is_all) {
        return view! { <Empty what=t(words::NO_REGISTRATIONS)/> }.into_any();
    }
    let all = all.to_owned();
    view! {
        <Empty what=t(words::NONE_LIKE_IT)><a class="button-second" data-noscroll href=all>{t(words::SEE_ALL)}</a></Empty>
    }
    .into_any()
}

/// The figures of both sides.
fn by_side(sides: &[Side]) -> AnyView {
    let number = |count: i32| counts::number(count.into(), language());
    let rows = sides.iter().map(|side| {
        let places = side.places.map_or_else(|| t(words::NO_LIMIT).to_owned(), number);
        let cells = [
            (words::PLACES, places),
            (words::ASKED, number(side.asked)),
            (words::APPROVED, number(side.approved)),
            (words::WAITING, number(side.waiting)),
            (words::ARRIVED, number(side.arrived)),
        ];
        let cells = cells.map(|(name, value)| view! { <td data-name=t(name)>{value}</td> });
        view! { <tr><th scope="row">{t(introductions::party(side.side))}</th>{cells}</tr> }
    });
    let headings =
        [words::SIDE, words::PLACES, words::ASKED, words::APPROVED, words::WAITING, words::ARRIVED]
            .map(|name| view! { <th scope="col">{t(name)}</th> });
    view! {
        <table class="table">
            <caption class="for-readers">{t(words::BY_SIDE)}</caption>
            <thead><tr>{headings}</tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}
