//! The meetings by slot, in pages: a heading for each slot, and a table below it.

use leptos::prelude::*;

use super::choice::Choice;
use super::grouping::{self, Group};
use super::meetings_query::{self, MeetingsOfEvent};
use super::work::Work;
use super::{filters, row};
use crate::address;
use crate::api::{self, Pages};
use crate::pages::own_meetings::Meeting;
use crate::text::{meetings as meeting_words, t, timetables as words};
use crate::ui::{Empty, FailureFace, Pager};
use crate::who::own_faces;

/// The part of the page, once there is a timetable.
pub(super) fn section(work: Work) -> AnyView {
    let is_made = work.part(|event| event.timetable.is_some());
    let shown = move || (is_made.get() == Some(true)).then(|| listed(work));
    view! { {shown} }.into_any()
}

fn listed(work: Work) -> AnyView {
    let address = address::query();
    let choice = Memo::new(move |_| address.with(Choice::read));
    let pages = api::ask_pages(
        move |after| {
            // The same question has another answer after all was made anew.
            work.remade.track();
            Some(choice.with(|choice| meetings_query::meetings(work.id(), choice, after)))
        },
        |page: &MeetingsOfEvent| page.event.as_ref()?.meetings.page_info.next(),
    );
    let groups = Memo::new(move |_| grouping::by_slot(&loaded(pages)));
    let count = move || {
        let answer = pages.first.get()?;
        Some(meeting_words::count(answer.event.as_ref()?.meetings.total_count))
    };
    view! {
        <section>
            <h2>{t(words::MEETINGS)}</h2>
            {filters::section(work, choice)}
            <p role="status" class="quiet">{count}</p>
            {own_faces(pages.first, move |answer| {
                let is_empty = answer.event.as_ref().is_none_or(|event| event.meetings.nodes.is_empty());
                if is_empty {
                    return view! { <Empty what=t(words::NO_MEETINGS)/> }.into_any();
                }
                all(work, pages, groups)
            })}
        </section>
    }
    .into_any()
}

fn all(work: Work, pages: Pages<MeetingsOfEvent>, groups: Memo<Vec<Group>>) -> AnyView {
    let failed = move || {
        let failure = pages.failure.get()?;
        Some(view! { <FailureFace failure again=move |()| pages.fetch_next()/> })
    };
    view! {
        <For each=move || groups.get() key=Group::key children=move |group| of_slot(work, &group)/>
        {failed}
        <Pager
            more=Signal::derive(move || pages.has_more() && pages.failure.read().is_none())
            busy=pages.busy
            next=move |()| pages.fetch_next()
        />
    }
    .into_any()
}

fn loaded(pages: Pages<MeetingsOfEvent>) -> Vec<Meeting> {
    let first = pages.first.get();
    let further = pages.further.get();
    let known = first.iter().chain(&further).filter_map(|page| page.event.as_ref());
    known.flat_map(|event| event.meetings.nodes.clone()).collect()
}

fn of_slot(work: Work, group: &Group) -> AnyView {
    let name = row::slot_name(group.slot.as_ref());
    // It stays where it was read, whatever became of it since.
    let rows: Vec<_> = group.meetings.iter().map(|meeting| row::row(work, &work.as_noted(meeting))).collect();
    view! {
        <section class="timetable-slot">
            <h3>{name.clone()}</h3>
            <table class="table timetable-table">
                <caption class="for-readers">{name}</caption>
                {row::columns()}
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}
