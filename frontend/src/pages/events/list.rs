//! The list of events, the newest first. Dates and figures are as their sources give them.

use leptos::html;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::choice::{Choice, FIRST_YEAR, KINDS};
use super::days::{When, in_words, when};
use super::query::{self, EventList, EventRow};
use super::{address_of, standing};
use crate::address;
use crate::api::{self, EventStatus};
use crate::clock::today;
use crate::text::{events as words, kinds, language, shell, t, words as counts};
use crate::ui::{Badge, CardSkeleton, Empty, Heading, Tone, faces, paged_list};

/// The list of events.
#[component]
pub(crate) fn EventsPage() -> impl IntoView {
    let address = address::query();
    let choice = Memo::new(move |_| address.with(Choice::read));
    let pages = api::ask_pages(
        move |after| Some(choice.with(|choice| query::list(choice, after))),
        |page: &EventList| page.events.page_info.next(),
    );
    let count = move || {
        let total = pages.first.get()?.events.total_count;
        let count = counts::count(total, counts::Counted::Events, language());
        Some(words::found(&count, choice.read().text.trim()))
    };
    view! {
        <Heading text=t(shell::EVENTS)/>
        <Filters choice/>
        {ahead(choice)}
        <p role="status" class="quiet">{count}</p>
        {faces(pages.first, || view! { <CardSkeleton count=6/> }.into_any(), move |answer| {
            if answer.events.nodes.is_empty() {
                return view! {
                    <Empty what=t(words::NOTHING)>
                        <p>{t(words::TRY_FEWER)}</p>
                        <a class="button-second" href="/su-kien">{t(words::ALL_EVENTS)}</a>
                    </Empty>
                }
                .into_any();
            }
            paged_list("plain-list rows", &*answer, pages, rows)
        })}
    }
}

/// Text, kind and year.
#[component]
fn Filters(choice: Memo<Choice>) -> impl IntoView {
    let navigate = use_navigate();
    let go = Callback::new(move |(next, replace): (Choice, bool)| {
        navigate(&next.address(), NavigateOptions { replace, scroll: false, ..Default::default() });
    });
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        let text = choice.with(|choice| choice.text.clone());
        if let Some(field) = field.get()
            && field.value().trim() != text.trim()
        {
            field.set_value(&text);
        }
    });
    let last_year = today().map_or(FIRST_YEAR, |today| chrono::Datelike::year(&today) + 1);
    view! {
        <form class="choices events-filters" role="search" aria-label=t(words::FILTERS) on:submit=|event| event.prevent_default()>
            <label class="field">
                <span>{t(words::TEXT)}</span>
                <input
                    node_ref=field
                    type="search"
                    maxlength=shared::limits::SEARCH_CHARS.to_string()
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        go.run((Choice { text, ..choice.get_untracked() }, true));
                    }
                />
            </label>
            <label class="field">
                <span>{t(words::KIND)}</span>
                <select on:change=move |event| {
                    let kind = Choice::kind_of(&event_target_value(&event));
                    go.run((Choice { kind, ..choice.get_untracked() }, false));
                }>
                    <option value="" prop:selected=move || choice.with(|choice| choice.kind.is_none())>
                        {t(words::ANY_KIND)}
                    </option>
                    {KINDS.map(|(name, kind)| view! {
                        <option value=name prop:selected=move || choice.with(|choice| choice.kind == Some(kind))>
                            {t(kinds::event_kind(kind))}
                        </option>
                    })}
                </select>
            </label>
            <label class="field">
                <span>{t(words::YEAR)}</span>
                <select on:change=move |event| {
                    let year = event_target_value(&event).parse().ok();
                    go.run((Choice { year, ..choice.get_untracked() }, false));
                }>
                    <option value="" prop:selected=move || choice.with(|choice| choice.year.is_none())>
                        {t(words::ANY_YEAR)}
                    </option>
                    {(FIRST_YEAR..=last_year).rev().map(|year| view! {
                        <option
                            value=year.to_string()
                            prop:selected=move || choice.with(|choice| choice.year == Some(year))
                        >
                            {year.to_string()}
                        </option>
                    }).collect_view()}
                </select>
            </label>
        </form>
    }
}

/// All events, or only those that are not over.
fn ahead(choice: Memo<Choice>) -> AnyView {
    let address =
        move || choice.with(|choice| Choice { upcoming: !choice.upcoming, ..choice.clone() }.address());
    let current = move || choice.with(|choice| choice.upcoming).then_some("true");
    view! {
        <ul class="chips">
            <li><a class="chip" data-noscroll href=address aria-current=current>{t(words::ONLY_UPCOMING)}</a></li>
        </ul>
    }
    .into_any()
}

fn rows(page: &EventList) -> AnyView {
    page.events.nodes.iter().map(|event| row(event.clone())).collect_view().into_any()
}

fn row(event: EventRow) -> AnyView {
    let days = in_words(event.starts_on, event.ends_on).unwrap_or_else(|| t(words::NO_DATE).to_owned());
    let details = [
        Some(t(kinds::event_kind(event.kind)).to_owned()),
        Some(days),
        event.place,
        event.provinces_reported.map(|count| words::provinces(count, language())),
        event.agreements_reported.map(|count| words::agreements(count, language())),
    ];
    let details = details.into_iter().flatten().map(|detail| view! { <span>{detail}</span> });
    view! {
        <li class="row">
            <a class="row-link" href=address_of(&event.id)>{event.name}</a>
            {standing::in_list(event.status)}
            {coming(event.status, event.starts_on, event.ends_on)}
            <span class="details quiet small">{details.collect_view()}</span>
        </li>
    }
    .into_any()
}

/// A badge for what is still to come, or is on now; what was cancelled never is.
pub(super) fn coming(
    status: EventStatus,
    starts: Option<shared::PartialDate>,
    ends: Option<shared::PartialDate>,
) -> Option<AnyView> {
    if status == EventStatus::Cancelled {
        return None;
    }
    let text = match when(starts, ends, today()?) {
        When::Upcoming => words::UPCOMING,
        When::Ongoing => words::ONGOING,
        When::Past => return None,
    };
    Some(view! { <Badge tone=Tone::Good text=t(text)/> }.into_any())
}
