//! Introduced pairs that can't meet, by the organisation because of which they can't.

use leptos::prelude::*;

use super::query::LeftOut;
use super::work::Work;
use crate::text::{kinds, t, timetables as words};

/// The part of the page; nothing when nobody is left out.
pub(super) fn section(work: Work) -> AnyView {
    let left_out = work.of_timetable(|timetable| timetable.left_out.clone());
    let shown = move || {
        let left_out = left_out.get().filter(|left_out| !left_out.is_empty())?;
        let pairs = left_out.iter().map(|one| one.pairs).sum();
        Some(view! {
            <details class="round-fold">
                <summary>{words::left_out(left_out.len(), pairs)}</summary>
                <p class="quiet">{t(words::LEFT_OUT_WHY)}</p>
                <ul class="plain-list rows">{left_out.iter().map(row).collect_view()}</ul>
            </details>
        })
    };
    view! { {shown} }.into_any()
}

fn row(one: &LeftOut) -> AnyView {
    view! {
        <li class="row">
            <span>{one.name.clone()}</span>
            <span class="quiet small">{t(kinds::left_out_reason(one.reason))}" · "{words::pairs(one.pairs)}</span>
        </li>
    }
    .into_any()
}
