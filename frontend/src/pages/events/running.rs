//! The events that are run here, for staff of the city: those ahead and now first, with how many are registered.

use cynic::QueryBuilder;
use leptos::prelude::*;
use shared::PartialDate;

use super::one_query::Side;
use super::{STAFF_PATH, address_of, in_words, standing};
use crate::address::{self, Query};
use crate::api::{self, EventStatus, Question, schema};
use crate::pages::products::PageInfo;
use crate::pages::staff::is_of_city;
use crate::text::{events, introductions, kinds, language, running_events as words, t, words as counts};
use crate::ui::{Empty, Heading, paged_list};
use crate::who::{for_staff, own_faces, signed_in_page};

/// Rows of one page.
const ROWS: i32 = 20;

/// States that are listed together, by their name in the address; the first is the one of an address that names none.
const STATES: [(&str, &[EventStatus]); 3] = [
    ("", &[EventStatus::Planned, EventStatus::Open, EventStatus::Closed]),
    ("da-to-chuc", &[EventStatus::Held]),
    ("da-huy", &[EventStatus::Cancelled]),
];

#[derive(cynic::InputObject)]
pub(crate) struct EventFilter {
    statuses: Option<Vec<EventStatus>>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct RunningVariables {
    filter: EventFilter,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Event")]
pub(crate) struct RunningRow {
    id: cynic::Id,
    name: String,
    status: EventStatus,
    place: Option<String>,
    starts_on: Option<PartialDate>,
    ends_on: Option<PartialDate>,
    sides: Vec<Side>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "EventConnection")]
pub(crate) struct RunningRows {
    total_count: i32,
    nodes: Vec<RunningRow>,
    page_info: PageInfo,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "RunningVariables")]
pub(crate) struct Running {
    #[arguments(filter: $filter, first: $first, after: $after)]
    events: RunningRows,
}

fn list(statuses: &[EventStatus], after: Option<String>) -> Question<Running> {
    let filter = EventFilter { statuses: Some(statuses.to_vec()) };
    api::question(Running::build(RunningVariables { filter, first: ROWS, after }))
}

/// The page of all events that are run here.
#[component]
pub(crate) fn RunningEventsPage() -> impl IntoView {
    signed_in_page(words::EVENTS, |_| for_staff(words::EVENTS, is_of_city, page))
}

fn state_of(address: &Query) -> usize {
    STATES.iter().position(|(name, _)| *name == address.one("trang-thai")).unwrap_or(0)
}

fn page() -> AnyView {
    let address = address::query();
    let state = Memo::new(move |_| address.with(state_of));
    let pages = api::ask_pages(
        move |after| {
            let (_, statuses) = STATES.get(state.get())?;
            Some(list(statuses, after))
        },
        |page: &Running| page.events.page_info.next(),
    );
    let count = move || {
        Some(counts::count(pages.first.get()?.events.total_count, counts::Counted::Events, language()))
    };
    let links = STATES.iter().enumerate().map(|(place, (name, statuses))| {
        let address =
            if name.is_empty() { STAFF_PATH.to_owned() } else { format!("{STAFF_PATH}?trang-thai={name}") };
        let words = match statuses {
            [one] => t(kinds::event_status(*one)),
            _ => t(words::RUNNING),
        };
        let current = move || (state.get() == place).then_some("page");
        view! { <li><a class="chip" data-noscroll href=address aria-current=current>{words}</a></li> }
    });
    view! {
        <Heading text=t(words::EVENTS)/>
        <p class="lead">{t(words::EVENTS_WHY)}</p>
        <p><a class="button" href=format!("{STAFF_PATH}/moi")>{t(words::NEW)}</a></p>
        <nav aria-label=t(words::STATES)><ul class="chips">{links.collect_view()}</ul></nav>
        <p role="status" class="quiet">{count}</p>
        {own_faces(pages.first, move |answer| {
            if answer.events.nodes.is_empty() {
                return view! {
                    <Empty what=t(words::NONE)><a class="button-second" href="/su-kien">{t(events::ALL_EVENTS)}</a></Empty>
                }
                .into_any();
            }
            paged_list("plain-list rows", &*answer, pages, |page| page.events.nodes.iter().map(row).collect_view().into_any())
        })}
    }
    .into_any()
}

fn row(event: &RunningRow) -> AnyView {
    let sides = event.sides.iter().map(|side| {
        let name = t(introductions::party(side.side));
        words::side_in_short(name, side.approved, side.places, side.asked, language())
    });
    let about = [in_words(event.starts_on, event.ends_on), event.place.clone()];
    let details = about.into_iter().flatten().chain(sides).map(|detail| view! { <span>{detail}</span> });
    view! {
        <li class="row">
            <a class="row-link" href=address_of(&event.id)>{event.name.clone()}</a>
            {standing::event_badge(event.status)}
            <span class="details quiet small">{details.collect_view()}</span>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_read_from_its_name_and_nonsense_is_what_is_ahead() {
        let read = |query: &str| state_of(&Query::read(query));

        assert_eq!([read(""), read("trang-thai=da-to-chuc"), read("trang-thai=x")], [0, 1, 0]);
    }
}
