//! Who takes part: those that are approved, by name, with what they are filtered by in the address.

use leptos::prelude::*;

use super::filtering::{Filters, filters};
use super::participants_choice::Choice;
use super::participants_query::{self, Participant, ParticipantsOf};
use super::shown::Shown;
use super::{address_of, origins};
use crate::address;
use crate::api;
use crate::text::{attending as words, introductions, t};
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
    // Where nobody takes part there is nothing to filter.
    let is_any = Memo::new(move |_| approved.get().is_some_and(|sides| sides.iter().any(|count| *count > 0)));
    let count = move || {
        let total = pages.first.get()?.event.as_ref()?.participants.total_count;
        is_any.get().then(|| words::count(total))
    };
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
    let filters = move || {
        let path = path.clone();
        let these = Filters { title: words::FILTERS, path, choice, provinces, with_states: false };
        is_any.get().then(|| filters(these))
    };
    view! {
        <section>
            <h2>{t(words::PARTICIPANTS)}</h2>
            {from}
            {filters}
            <p role="status" class="quiet">{count}</p>
            {faces(pages.first, || view! { <CardSkeleton count=3/> }.into_any(), move |answer| {
                if answer.event.as_ref().is_none_or(|event| event.participants.nodes.is_empty()) {
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
