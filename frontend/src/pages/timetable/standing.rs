//! How good the timetable is: how many meetings, in how many slots against the fewest that are possible, what has no
//! place and why, and whether it is announced.

use leptos::prelude::*;

use super::fitting::Numbers;
use super::query::Timetable;
use super::work::Work;
use super::{left_out, moved, steps};
use crate::text::{meetings, t, timetables as words, words as counts};
use crate::ui::{Badge, Empty, Tone};

/// The part of the page.
pub(super) fn section(work: Work) -> AnyView {
    let is_made = work.part(|event| event.timetable.is_some());
    let shown = move || match is_made.get() {
        Some(true) => view! {
            {numbers(work)}
            {steps::section(work)}
            {moved::section(work)}
            {left_out::section(work)}
        }
        .into_any(),
        _ => view! { <Empty what=t(words::NONE_YET)/> }.into_any(),
    };
    view! { <section><h2 node_ref=work.result tabindex="-1">{t(words::TIMETABLE)}</h2>{shown}</section> }
        .into_any()
}

fn numbers(work: Work) -> AnyView {
    let known = work.of_timetable(|timetable| {
        (numbers_of(timetable), timetable.used_slots, timetable.made_at, timetable.published_at)
    });
    let shown = move || {
        let (numbers, used, made_at, published_at) = known.get()?;
        let proof = words::used_slots(used, numbers.fewest);
        let state = match published_at {
            Some(at) => {
                view! { <Badge tone=Tone::Good text=words::published(&counts::instant(at))/> }.into_any()
            }
            None => view! { <Badge tone=Tone::Warn text=t(words::NOT_PUBLISHED)/> }.into_any(),
        };
        let unplaced = numbers.why().map(|why| {
            view! { <p class="banner">{words::unplaced(numbers.unplaced)}" "{words::why(why)}</p> }
        });
        Some(view! {
            <p class="round-total">{meetings::count(numbers.meetings)}</p>
            <p class="round-proof">{proof}</p>
            <p>{state}" "<span class="quiet small">{words::made(&counts::instant(made_at))}</span></p>
            {unplaced}
        })
    };
    view! { <div role="status">{shown}</div> }.into_any()
}

/// What of a timetable tells why meetings have no slot.
pub(super) fn numbers_of(timetable: &Timetable) -> Numbers {
    Numbers {
        meetings: timetable.meeting_count,
        unplaced: timetable.unplaced_count,
        slots: i32::try_from(timetable.slots.len()).unwrap_or_default(),
        reserve: timetable.reserve,
        tables: timetable.tables,
        fewest: timetable.fewest_slots,
    }
}
