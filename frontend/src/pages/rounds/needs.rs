//! The needs of a round: taking in many or single ones, and those that are in, each with a cap of its own if it has one.

use leptos::prelude::*;
use shared::RoundAction;

use super::cap_field::CapField;
use super::changes::{self, ChangeRoundNeeds, NeedsMoved};
use super::outcome_query::{self, Needs, TakenIn};
use super::work::Work;
use super::{finding, fitting, taking_in};
use crate::api::{self, CapKind, Pages};
use crate::pages::needs::address_of;
use crate::text::{round_plan, rounds as words, t};
use crate::ui::{Empty, paged_list};
use crate::who::{ActButton, Acting, own_faces};

/// The part of the page.
pub(super) fn section(work: Work) -> AnyView {
    let pages = api::ask_pages(
        move |after| Some(outcome_query::needs(work.id(), None, after)),
        |page: &Needs| page.round.as_ref()?.needs.page_info.next(),
    );
    let listed = Callback::new(move |()| {
        work.changed.run(());
        pages.first.ask_again();
    });
    let may_change = Memo::new(move |_| work.allows(RoundAction::Change));
    let adding = move || {
        may_change.get().then(|| {
            view! { {taking_in::section(work, listed)}{finding::section(work, known(pages), listed)} }
        })
    };
    view! {
        {adding}
        <section>
            <h2>{t(words::NEEDS_IN)}</h2>
            {own_faces(pages.first, move |answer| {
                if nodes(&answer).is_empty() {
                    return view! { <Empty what=t(words::NO_NEEDS)/> }.into_any();
                }
                paged_list("plain-list rows", &*answer, pages, rows)
            })}
        </section>
    }
    .into_any()
}

fn nodes(page: &Needs) -> &[TakenIn] {
    page.round.as_ref().map_or(&[], |round| round.needs.nodes.as_slice())
}

/// The needs of the pages that are loaded.
fn known(pages: Pages<Needs>) -> Memo<Vec<cynic::Id>> {
    Memo::new(move |_| {
        let first = pages.first.get();
        let further = pages.further.get();
        let pages = first.iter().chain(&further);
        pages.flat_map(|page| nodes(page)).map(|taken| taken.need.id.clone()).collect()
    })
}

fn rows(page: &Needs) -> AnyView {
    let work = expect_context::<Work>();
    nodes(page).iter().map(|taken| row(work, taken)).collect_view().into_any()
}

fn row(work: Work, taken: &TakenIn) -> AnyView {
    let (need, cap) = (taken.need.clone(), taken.cap);
    let name = need.name.clone();
    let pairs = (taken.pairs > 0).then(|| round_plan::pairs(taken.pairs));
    let may_change = Memo::new(move |_| work.allows(RoundAction::Change));
    let is_out = RwSignal::new(false);
    let acting = Acting::new();
    let id = need.id.clone();
    let toggle = Callback::new(move |()| {
        let these = Some(vec![id.clone()]);
        let moved = match is_out.get_untracked() {
            true => NeedsMoved { add: these, ..NeedsMoved::default() },
            false => NeedsMoved { remove: these, ..NeedsMoved::default() },
        };
        acting.run(changes::move_needs(work.id(), moved), move |_: ChangeRoundNeeds| {
            is_out.update(|is_out| *is_out = !*is_out);
            work.changed.run(());
        });
    });
    let button =
        Signal::derive(move || t(if is_out.get() { words::ADD_AGAIN } else { words::REMOVE }).to_owned());
    let item = need.id.clone();
    let decide = move || {
        let (item, name) = (item.clone(), name.clone());
        may_change.get().then(|| {
            let about = name.clone();
            view! {
                <div class="round-decide">
                    <Show when=move || !is_out.get()>
                        <CapField work kind=CapKind::Need item=item.clone() about=about.clone() cap/>
                    </Show>
                    <Show when=move || is_out.get()><span class="quiet" role="status">{t(words::TAKEN_OUT)}</span></Show>
                    <ActButton acting words=button about=name press=toggle/>
                    {acting.trouble()}
                </div>
            }
        })
    };
    let own_cap = move || {
        let cap = cap.filter(|_| !may_change.get())?;
        Some(view! { <span>{round_plan::cap(cap)}</span> })
    };
    view! {
        <li class="row round-row">
            <div class="round-about">
                <a href=address_of(&need.id)>{need.name.clone()}</a>
                <span class="details quiet small"><span>{need.retailer.name.clone()}</span><span>{pairs}</span>{own_cap}</span>
            </div>
            {decide}
            {fitting::section(work, need)}
        </li>
    }
    .into_any()
}
