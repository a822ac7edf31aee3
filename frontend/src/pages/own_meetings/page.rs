//! The page of one's own meetings: what is next at the top, then all of them by day.

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shared::ErrorCode;

use super::moment::{self, Moment};
use super::query::{self, EventWithOwn, Meeting, OwnMeetings};
use super::recording::Opened;
use super::row;
use crate::api::{self, Failure, Pages, ParticipantStatus, live};
use crate::pages::events;
use crate::pages::not_found::NotFound;
use crate::pages::staff::is_of_city;
use crate::text::{meetings as words, t, words as counts};
use crate::ui::{Empty, Heading, paged_list};
use crate::who::{self, own_faces, signed_in_page};

/// The meeting that is next.
#[derive(Clone, Copy)]
pub(super) struct Next(pub(super) Memo<Option<cynic::Id>>);

/// The page.
#[component]
pub(crate) fn OwnMeetingsPage() -> impl IntoView {
    signed_in_page(words::OWN, |_| page())
}

fn page() -> AnyView {
    let params = use_params_map();
    let wanted = Memo::new(move |_| params.with(|params| params.get("id")).unwrap_or_default());
    let pages = api::ask_pages(
        move |after| {
            let id = wanted.get();
            id.parse::<shared::EventId>().ok()?;
            Some(query::own(cynic::Id::new(id), after))
        },
        |page: &OwnMeetings| page.event.as_ref()?.meetings.page_info.next(),
    );
    live::on_change(
        move |notice| {
            let is_of_timetable = notice.is_of("event_timetable") || notice.is_of("event");
            // Of meetings only their own sides hear.
            notice.is_of("meeting") || is_of_timetable && notice.id == wanted.get_untracked()
        },
        move || pages.first.look_again(),
    );
    provide_context(moment::clock());
    Opened::provide();
    let is_missing = Memo::new(move |_| {
        let refused = Some(Err(Failure::Refused(ErrorCode::NotFound)));
        pages.first.answer.get().map(|answer| answer.map(|_| ())) == refused
    });
    let known = move || {
        own_faces(pages.first, move |answer| match &answer.event {
            Some(event) => full(&answer, event, pages),
            None => view! { <NotFound/> }.into_any(),
        })
    };
    let shown = move || if is_missing.get() { view! { <NotFound/> }.into_any() } else { known() };
    view! { {shown} }.into_any()
}

fn full(answer: &OwnMeetings, event: &EventWithOwn, pages: Pages<OwnMeetings>) -> AnyView {
    let place = event.place.clone().map(|place| view! { <span>{place}</span> });
    let of = event.own.iter().filter(|own| own.status == ParticipantStatus::Approved);
    let of: Vec<_> = of.map(|own| own.name.clone()).collect();
    let content = match event.own_meetings().next() {
        Some(_) => listed(answer, event, pages),
        None => nothing(event),
    };
    view! {
        <Heading text=t(words::OWN)/>
        <p class="details">
            <a href=events::address_of(&event.id)>{event.name.clone()}</a>
            {place}
            <span>{of.join(", ")}</span>
        </p>
        {content}
    }
    .into_any()
}

fn listed(answer: &OwnMeetings, event: &EventWithOwn, pages: Pages<OwnMeetings>) -> AnyView {
    let now = expect_context::<Memo<Option<Moment>>>();
    let meetings: Vec<Meeting> = event.own_meetings().cloned().collect();
    let next = Memo::new(move |_| moment::next(meetings.iter(), now.get()?).cloned());
    provide_context(Next(Memo::new(move |_| next.with(|next| Some(next.as_ref()?.id.clone())))));
    let next = move || {
        let (next, now) = (next.get()?, now.get()?);
        let slot = next.slot.as_ref()?;
        Some(words::upcoming(&words::Upcoming {
            day: Some(slot.day).filter(|day| *day != now.0),
            from: slot.from_minute,
            table: next.table_number,
            is_on: moment::has_begun(slot, now),
        }))
    };
    view! {
        <p class="meeting-next" role="status"><strong>{next}</strong></p>
        <div class="sheet-tools">
            <p class="quiet">{t(words::OWN_WHY)}</p>
            <p>
                <button
                    type="button"
                    class="button-second"
                    on:click=move |_| {
                        // A browser that can't print has said so itself.
                        let _ = window().print();
                    }
                >
                    {t(words::PRINT)}
                </button>
            </p>
        </div>
        {paged_list("plain-list", answer, pages, rows)}
    }
    .into_any()
}

fn rows(page: &OwnMeetings) -> AnyView {
    let (now, next) = (expect_context::<Memo<Option<Moment>>>(), expect_context::<Next>());
    let Some(event) = &page.event else { return ().into_any() };
    let meetings: Vec<&Meeting> = event.own_meetings().collect();
    let days = by_day(&meetings).into_iter().map(|(day, meetings)| {
        let name = day.map_or_else(|| t(words::NO_SLOT).to_owned(), counts::date);
        let rows: Vec<_> = meetings.iter().map(|meeting| row::row(event, meeting, now, next)).collect();
        view! { <li><h2>{name}</h2><ul class="plain-list">{rows}</ul></li> }
    });
    days.collect_view().into_any()
}

/// Meetings that follow each other and are of one day.
fn by_day<'a>(meetings: &'a [&'a Meeting]) -> Vec<(Option<NaiveDate>, &'a [&'a Meeting])> {
    let day = |meeting: &Meeting| meeting.slot.as_ref().map(|slot| slot.day);
    let days = meetings.chunk_by(|one, next| day(one) == day(next));
    days.filter_map(|meetings| Some((day(meetings.first()?), meetings))).collect()
}

/// Why there is nothing, and what to do.
fn nothing(event: &EventWithOwn) -> AnyView {
    let takes_part = event.own.iter().any(|own| own.status == ParticipantStatus::Approved);
    let is_announced = event.timetable.as_ref().is_some_and(|timetable| timetable.published_at.is_some());
    let why = match (is_announced, takes_part) {
        (true, true) => words::NONE_OWN,
        (true, false) => words::NOT_TAKING_PART,
        (false, _) => words::NOT_YET,
    };
    let role = untrack(who::person).and_then(|person| person.staff_role);
    let whole = role.is_some_and(is_of_city).then(|| {
        let address = events::staff_address_of(&event.id, "lich");
        view! { <li><a class="button-second" href=address>{t(words::TO_STAFF)}</a></li> }
    });
    let page = events::address_of(&event.id);
    view! {
        <Empty what=t(why)>
            <ul class="chips">
                <li><a class="button-second" href=page>{t(words::TO_EVENT)}</a></li>
                {whole}
            </ul>
        </Empty>
    }
    .into_any()
}
