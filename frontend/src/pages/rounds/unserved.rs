//! Needs that got nothing in the plan, each with the reason.

use leptos::prelude::*;

use super::outcome_query::{self, Needs, TakenIn};
use super::work::Work;
use crate::api;
use crate::pages::needs::address_of;
use crate::text::{round_plan as words, t};
use crate::ui::paged_list;
use crate::who::own_faces;

/// The part of the plan.
pub(super) fn section(work: Work) -> AnyView {
    let pages = api::ask_pages(
        move |after| {
            work.follow_plan();
            Some(outcome_query::needs(work.id(), Some(true), after))
        },
        |page: &Needs| page.round.as_ref()?.needs.page_info.next(),
    );
    let shown = own_faces(pages.first, move |answer| {
        if nodes(&answer).is_empty() {
            return view! { <p>{t(words::ALL_SERVED)}</p> }.into_any();
        }
        view! {
            <p class="quiet">{t(words::UNSERVED_WHY)}</p>
            {paged_list("plain-list rows", &*answer, pages, rows)}
        }
        .into_any()
    });
    view! { <section><h2>{t(words::UNSERVED)}</h2>{shown}</section> }.into_any()
}

fn nodes(page: &Needs) -> &[TakenIn] {
    page.round.as_ref().map_or(&[], |round| round.needs.nodes.as_slice())
}

fn rows(page: &Needs) -> AnyView {
    let rows = nodes(page).iter().map(|taken| {
        let why = taken.unserved.as_ref().map(|unserved| unserved.says.words());
        view! {
            <li class="row">
                <a class="row-link" href=address_of(&taken.need.id)>{taken.need.name.clone()}</a>
                <span class="quiet small">{taken.need.retailer.name.clone()}</span>
                <span class="details small">{why}</span>
            </li>
        }
    });
    rows.collect_view().into_any()
}
