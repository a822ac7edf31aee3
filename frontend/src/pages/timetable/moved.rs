//! What bringing a timetable up to date has moved: from when and where to when and where, so that staff can tell people.

use leptos::prelude::*;

use super::changes::{MovedMeeting, TimetableChange};
use super::work::Work;
use crate::pages::own_meetings::Slot;
use crate::text::{meetings, t, timetables as words, words as counts};

/// The part of the page, after it was done here.
pub(super) fn section(work: Work) -> AnyView {
    let shown = move || {
        work.moved.get().map(|change| {
            view! {
                <section class="timetable-moved">
                    <h3>{t(words::MOVED_TITLE)}</h3>
                    <p role="status">{words::changed(&change)}</p>
                    {table(&change)}
                    <button type="button" class="button-quiet" on:click=move |_| work.moved.set(None)>
                        {t(words::HIDE)}
                    </button>
                </section>
            }
        })
    };
    view! { {shown} }.into_any()
}

fn table(change: &TimetableChange) -> Option<AnyView> {
    let rows = change.moved.iter().map(|moved| {
        let meeting = &moved.meeting;
        let names = format!("{} – {}", meeting.retailer.name, meeting.producer.name);
        let (from, to) = places(moved);
        view! {
            <tr>
                <th scope="row">{names}<span class="details quiet small">{meeting.product_name.clone()}</span></th>
                <td data-name=t(words::FROM)>{from}</td>
                <td data-name=t(words::TO)>{to}</td>
            </tr>
        }
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| {
        view! {
            <table class="table">
                <caption class="for-readers">{t(words::MOVED_TITLE)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(words::WHO)}</th>
                        <th scope="col">{t(words::FROM)}</th>
                        <th scope="col">{t(words::TO)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    })
}

/// Where a meeting was and where it is, in words; the day only where it is another.
fn places(moved: &MovedMeeting) -> (String, String) {
    let now = moved.meeting.slot.as_ref();
    let days = (moved.from_slot.as_ref().map(|slot| slot.day), now.map(|slot| slot.day));
    let is_other_day = days.0.is_some() && days.1.is_some() && days.0 != days.1;
    let place = |slot: Option<&Slot>, table: Option<i32>| {
        let Some(slot) = slot else { return t(meetings::NO_SLOT).to_owned() };
        let day = if is_other_day { format!("{} ", counts::date(slot.day)) } else { String::new() };
        let table =
            table.map(|table| format!(", {}", meetings::table(table).to_lowercase())).unwrap_or_default();
        format!("{day}{}{table}", meetings::clock(slot.from_minute))
    };
    (place(moved.from_slot.as_ref(), moved.from_table), place(now, moved.meeting.table_number))
}
