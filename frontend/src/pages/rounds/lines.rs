//! The plan on the map: a line for the pairs of a producer and a retailer, and the same as a list beside it.

use std::sync::Arc;

use leptos::prelude::*;

use super::outcome_query::{self, Line};
use super::work::Work;
use crate::api;
use crate::map::{LineMap, MapLine};
use crate::text::{round_plan as words, t};
use crate::ui::Pager;
use crate::who::own_faces;

/// Lines that are listed at once.
const ROWS: usize = 20;

/// The part of the plan.
pub(super) fn section(work: Work) -> AnyView {
    let asked = api::ask(move || {
        work.follow_plan();
        Some(outcome_query::lines(work.id()))
    });
    let shown = own_faces(asked, |answer| {
        let lines = answer.round.as_ref().map(|round| round.lines.clone()).unwrap_or_default();
        match lines.is_empty() {
            true => view! { <p class="quiet">{t(words::NO_LINES)}</p> }.into_any(),
            false => on_map(lines.into()),
        }
    });
    view! { <section><h2>{t(words::MAP)}</h2><p class="quiet">{t(words::MAP_WHY)}</p>{shown}</section> }
        .into_any()
}

fn on_map(lines: Arc<[Line]>) -> AnyView {
    let drawn: Vec<_> = lines
        .iter()
        .map(|line| MapLine {
            from: (line.from.lat, line.from.lon),
            to: (line.to.lat, line.to.lon),
            count: line.pairs,
        })
        .collect();
    let listed = RwSignal::new(ROWS);
    let count = lines.len();
    let rows = move || {
        let shown = lines.iter().take(listed.get());
        let rows = shown.map(|line| {
            view! {
                <li class="row">
                    <span>{line.producer.clone()}" → "{line.retailer.clone()}</span>
                    <span class="quiet small">{words::pairs(line.pairs)}</span>
                </li>
            }
        });
        rows.collect_view()
    };
    view! {
        <div class="round-map">
            <LineMap lines=drawn name=words::MAP_NAME/>
            <div>
                <ul class="plain-list rows">{rows}</ul>
                <Pager
                    more=Signal::derive(move || listed.get() < count)
                    busy=Signal::derive(|| false)
                    next=move |()| listed.update(|listed| *listed += ROWS)
                />
            </div>
        </div>
    }
    .into_any()
}
