//! Sheets of participants and of tables, each on a page of its own, with room for notes.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::loading::{Reading, all_of};
use super::query::{self, Meetings};
use super::sheets::{self, Line};
use crate::pages::own_meetings::Meeting;
use crate::text::{Text, event_print as words, introductions, meetings, t, words as counts};
use crate::ui::Empty;

fn reading() -> Reading<Meetings> {
    Reading {
        question: query::meetings,
        cursor_after: |page: &Meetings| page.event.as_ref()?.meetings.page_info.next(),
        count: |page: &Meetings| {
            let meetings = page.event.as_ref().map(|event| &event.meetings);
            meetings.map_or((0, 0), |meetings| (meetings.nodes.len(), meetings.total_count))
        },
    }
}

/// A sheet for each participant.
pub(super) fn of_participants(event: cynic::Id) -> AnyView {
    all_of(event, reading(), |pages| {
        let (event, meetings) = known(pages);
        let sheets = sheets::by_participant(&meetings);
        let drawn = sheets.iter().map(|sheet| {
            let under = format!("{} · {event}", t(introductions::party(sheet.side)));
            self::sheet(sheet.name.clone(), under, words::WITH, true, &sheet.lines)
        });
        all(drawn.collect())
    })
}

/// A sheet for each table.
pub(super) fn of_tables(event: cynic::Id) -> AnyView {
    all_of(event, reading(), |pages| {
        let (event, meetings) = known(pages);
        let sheets = sheets::by_table(&meetings);
        let drawn = sheets.iter().map(|sheet| {
            self::sheet(meetings::table(sheet.table), event.clone(), words::WHO, false, &sheet.lines)
        });
        all(drawn.collect())
    })
}

fn known(pages: &[Meetings]) -> (String, Vec<Meeting>) {
    let events = || pages.iter().filter_map(|page| page.event.as_ref());
    let name = events().next().map(|event| event.name.clone()).unwrap_or_default();
    (name, events().flat_map(|event| event.meetings.nodes.clone()).collect())
}

fn all(sheets: Vec<AnyView>) -> AnyView {
    if sheets.is_empty() {
        return view! { <Empty what=t(words::NO_MEETINGS)/> }.into_any();
    }
    view! { <p class="sheet-tools" role="status">{words::sheets(sheets.len())}</p>{sheets} }.into_any()
}

fn sheet(title: String, under: String, with: Text, has_table: bool, lines: &[Line]) -> AnyView {
    let days = lines.chunk_by(|one, next| day(one) == day(next)).map(|lines| {
        let day = lines.first().and_then(day);
        let name = day.map_or_else(|| t(meetings::NO_SLOT).to_owned(), counts::date);
        table(name, with, has_table, lines)
    });
    view! {
        <section class="print-sheet">
            <h2 class="print-name">{title}</h2>
            <p>{under}</p>
            {days.collect_view()}
        </section>
    }
    .into_any()
}

fn day(line: &Line) -> Option<NaiveDate> {
    line.slot.as_ref().map(|slot| slot.day)
}

fn table(day: String, with: Text, has_table: bool, lines: &[Line]) -> AnyView {
    let columns = [Some(words::TIME), has_table.then_some(words::TABLE), Some(with), Some(words::PRODUCT)];
    let columns = columns.into_iter().flatten().chain([words::NOTES]);
    let columns = columns.map(|name| view! { <th scope="col">{t(name)}</th> });
    let rows = lines.iter().map(|line| {
        let slot = line.slot.as_ref();
        let time =
            slot.map_or_else(|| "–".to_owned(), |slot| meetings::time(slot.from_minute, slot.to_minute));
        let table = has_table.then(|| {
            let table = line.table.map_or_else(|| "–".to_owned(), |table| table.to_string());
            view! { <td data-name=t(words::TABLE)>{table}</td> }
        });
        view! {
            <tr>
                <th scope="row">{time}</th>
                {table}
                <td data-name=t(with)>{line.with.join(" – ")}</td>
                <td data-name=t(words::PRODUCT)>{line.product.clone()}</td>
                <td class="print-notes" data-name=t(words::NOTES)></td>
            </tr>
        }
    });
    view! {
        <h3>{day.clone()}</h3>
        <table class="table print-table">
            <caption class="for-readers">{day}</caption>
            <thead><tr>{columns.collect_view()}</tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}
