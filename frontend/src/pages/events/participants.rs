//! Who takes part: those that are approved, by name, with what they are filtered by in the address.

use leptos::html;
use leptos::prelude::*;

use super::participants_choice::{Choice, SIDES, STATUSES, found};
use super::participants_query::{self, Participant, ParticipantsOf};
use super::shown::Shown;
use super::{address_of, origins};
use crate::address;
use crate::api;
use crate::navigation;
use crate::text::{Text, attending as words, introductions, kinds, running_events, t};
use crate::ui::form::Offer;
use crate::ui::{CardSkeleton, Empty, faces, paged_list};

/// The part of the page.
pub(super) fn section(shown: Shown) -> AnyView {
    let path = address_of(&shown.id());
    let address = address::query();
    let choice = Memo::new(move |_| address.with(Choice::read));
    let pages = api::ask_pages(
        move |after| Some(choice.with(|choice| participants_query::participants(shown.id(), choice, after))),
        |page: &ParticipantsOf| page.event.as_ref()?.participants.page_info.next(),
    );
    // Who comes or goes changes the figures of the sides.
    let approved = shown.part(|event| event.sides.iter().map(|side| side.approved).collect::<Vec<_>>());
    Effect::new(move |before: Option<Option<Vec<i32>>>| {
        let now = approved.get();
        if before.is_some_and(|before| before != now) {
            pages.first.look_again();
        }
        now
    });
    let count = move || Some(words::count(pages.first.get()?.event.as_ref()?.participants.total_count));
    let provinces = Signal::derive(move || {
        shown
            .read(|event| {
                let known = event.origins.iter().filter_map(|origin| origin.province.as_ref());
                known.map(|unit| (unit.code.clone(), unit.name.clone())).collect::<Vec<Offer>>()
            })
            .unwrap_or_default()
    });
    let from = shown.part(|event| event.origins.clone());
    let from = move || origins::table(&from.get()?);
    let all = path.clone();
    view! {
        <section>
            <h2>{t(words::PARTICIPANTS)}</h2>
            {from}
            {filters(Filters { title: words::FILTERS, path, choice, provinces, with_states: false })}
            <p role="status" class="quiet">{count}</p>
            {faces(pages.first, || view! { <CardSkeleton count=3/> }.into_any(), move |answer| {
                if !answer.event.as_ref().is_some_and(|event| !event.participants.nodes.is_empty()) {
                    return nothing(&all, choice);
                }
                paged_list("plain-list rows", &*answer, pages, rows)
            })}
        </section>
    }
    .into_any()
}

fn nothing(all: &str, choice: Memo<Choice>) -> AnyView {
    if choice.with_untracked(Choice::is_all) {
        return view! { <Empty what=t(words::NOBODY_YET)/> }.into_any();
    }
    let all = all.to_owned();
    view! {
        <Empty what=t(words::NOBODY_LIKE_IT)>
            <a class="button-second" data-noscroll href=all>{t(words::SEE_ALL)}</a>
        </Empty>
    }
    .into_any()
}

fn rows(page: &ParticipantsOf) -> AnyView {
    let rows = page.event.iter().flat_map(|event| &event.participants.nodes).map(row);
    rows.collect_view().into_any()
}

fn row(participant: &Participant) -> AnyView {
    let province = participant.province.as_ref().map(|unit| unit.name.clone());
    let province = province.unwrap_or_else(|| t(words::PROVINCE_UNKNOWN).to_owned());
    view! {
        <li class="row">
            <span>{participant.name.clone()}</span>
            <span class="details quiet small">
                <span>{t(introductions::party(participant.side))}", "{t(words::side(participant.side))}</span>
                <span>{province}</span>
            </span>
        </li>
    }
    .into_any()
}

/// What a list of participants is filtered by.
pub(super) struct Filters {
    pub(super) title: Text,
    /// The page the list is on.
    pub(super) path: String,
    pub(super) choice: Memo<Choice>,
    pub(super) provinces: Signal<Vec<Offer>>,
    /// Whether states can be chosen too: everybody else sees only those that are approved.
    pub(super) with_states: bool,
}

/// Side, province, name, and for staff the state.
pub(super) fn filters(filters: Filters) -> AnyView {
    let Filters { title, path, choice, provinces, with_states } = filters;
    let go = Callback::new(move |next: Choice| navigation::keep(&next.address(&path)));
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        let text = choice.with(|choice| choice.text.clone());
        if let Some(field) = field.get()
            && field.value().trim() != text.trim()
        {
            field.set_value(&text);
        }
    });
    let sides = offers(&SIDES, introductions::party);
    let side = choose(
        words_of(running_events::SIDE, words::ANY_SIDE),
        sides.into(),
        move |choice| name_of(&SIDES, choice.side),
        choice,
        move |value| {
            go.run(Choice { side: found(&SIDES, &value), ..choice.get_untracked() });
        },
    );
    let state = with_states.then(|| {
        let states = offers(&STATUSES, kinds::participant_status);
        let names = words_of(running_events::STATES, running_events::ANY_STATE);
        choose(
            names,
            states.into(),
            |choice| name_of(&STATUSES, choice.status),
            choice,
            move |value| {
                go.run(Choice { status: found(&STATUSES, &value), ..choice.get_untracked() });
            },
        )
    });
    let province = choose(
        words_of(words::PROVINCE, words::ANY_PROVINCE),
        provinces,
        |choice| choice.province.clone().unwrap_or_default(),
        choice,
        move |value| {
            let province = Some(value).filter(|code| !code.is_empty());
            go.run(Choice { province, ..choice.get_untracked() });
        },
    );
    view! {
        <form class="choices events-filters" role="search" aria-label=t(title) on:submit=|event| event.prevent_default()>
            <label class="field">
                <span>{t(words::TEXT)}</span>
                <input
                    node_ref=field
                    type="search"
                    maxlength=shared::limits::SEARCH_CHARS.to_string()
                    on:input=move |event| {
                        go.run(Choice { text: event_target_value(&event), ..choice.get_untracked() });
                    }
                />
            </label>
            {side}
            {state}
            {province}
        </form>
    }
    .into_any()
}

type Names = (Text, Text);

/// What a choice is called, and what it says while nothing is chosen.
fn words_of(label: Text, any: Text) -> Names {
    (label, any)
}

fn offers<Kind: Copy>(names: &[(&str, Kind)], words: fn(Kind) -> Text) -> Vec<Offer> {
    names.iter().map(|(name, kind)| ((*name).to_owned(), t(words(*kind)).to_owned())).collect()
}

fn name_of<Kind: PartialEq>(names: &[(&str, Kind)], chosen: Option<Kind>) -> String {
    let name = names.iter().find(|(_, kind)| Some(kind) == chosen.as_ref());
    name.map(|(name, _)| (*name).to_owned()).unwrap_or_default()
}

/// One list to choose from.
fn choose(
    (label, any): Names,
    offers: Signal<Vec<Offer>>,
    now: fn(&Choice) -> String,
    choice: Memo<Choice>,
    chosen: impl Fn(String) + 'static,
) -> AnyView {
    let now = Memo::new(move |_| choice.with(now));
    let options = move || {
        let options = offers.get().into_iter().map(|(value, words)| {
            let this = value.clone();
            view! { <option value=value prop:selected=move || now.with(|now| *now == this)>{words}</option> }
        });
        options.collect_view()
    };
    view! {
        <label class="field">
            <span>{t(label)}</span>
            <select on:change=move |event| chosen(event_target_value(&event))>
                <option value="" prop:selected=move || now.with(String::is_empty)>{t(any)}</option>
                {options}
            </select>
        </label>
    }
    .into_any()
}
