//! The pairs of the plan by their needs, in pages. What was decided about a pair since follows the round and not the
//! plan, so the list stays as it is while staff go through it.

use leptos::prelude::*;

use super::outcome_query::{self, Pair, Pairs};
use super::pair;
use super::work::Work;
use crate::api::{self, RoundStatus};
use crate::pages::needs::address_of;
use crate::text::{round_plan as words, t};
use crate::ui::{Empty, paged_list};
use crate::who::own_faces;

/// The part of the plan.
pub(super) fn section(work: Work) -> AnyView {
    let skipped_only = RwSignal::new(false);
    let pages = api::ask_pages(
        move |after| {
            work.follow_plan();
            let skipped = skipped_only.get().then_some(true);
            Some(outcome_query::pairs(work.id(), skipped, after))
        },
        |page: &Pairs| page.round.as_ref()?.pairs.page_info.next(),
    );
    let is_accepted = Memo::new(move |_| work.status() == RoundStatus::Accepted);
    let count = move || {
        let answer = pages.first.get()?;
        Some(words::pairs(answer.round.as_ref()?.pairs.total_count))
    };
    let shown = own_faces(pages.first, move |answer| {
        if nodes(&answer).is_empty() {
            let why = if skipped_only.get_untracked() { words::NO_SKIPPED } else { words::NO_PAIRS };
            return view! { <Empty what=t(why)/> }.into_any();
        }
        paged_list("plain-list", &*answer, pages, rows)
    });
    view! {
        <section>
            <h2>{t(words::PAIRS_OF_PLAN)}</h2>
            {move || is_accepted.get().then(|| which(skipped_only))}
            <p role="status" class="quiet">{count}</p>
            {shown}
        </section>
    }
    .into_any()
}

/// All of them, or those that were left out when the round was accepted.
fn which(skipped_only: RwSignal<bool>) -> AnyView {
    let choices = [(false, words::ALL_PAIRS), (true, words::SKIPPED_PAIRS)].map(|(this, name)| {
        let pressed = move || (skipped_only.get() == this).to_string();
        view! {
            <li>
                <button type="button" class="chip" aria-pressed=pressed on:click=move |_| skipped_only.set(this)>
                    {t(name)}
                </button>
            </li>
        }
    });
    view! { <ul class="chips" aria-label=t(words::WHICH_PAIRS)>{choices}</ul> }.into_any()
}

fn nodes(page: &Pairs) -> &[Pair] {
    page.round.as_ref().map_or(&[], |round| round.pairs.nodes.as_slice())
}

fn rows(page: &Pairs) -> AnyView {
    let work = expect_context::<Work>();
    by_need(nodes(page)).into_iter().map(|pairs| of_need(work, pairs)).collect_view().into_any()
}

/// Pairs that follow each other and are of one need.
fn by_need(pairs: &[Pair]) -> Vec<&[Pair]> {
    pairs.chunk_by(|one, next| one.need.id == next.need.id).collect()
}

fn of_need(work: Work, pairs: &[Pair]) -> AnyView {
    let Some(first) = pairs.first() else { return ().into_any() };
    let (name, shop) = (first.need.name.clone(), first.need.retailer.name.clone());
    let rows = pairs.iter().map(|pair| pair::row(work, pair)).collect_view();
    let last = move || match work.status() {
        RoundStatus::Accepted => t(words::BECAME),
        RoundStatus::Draft | RoundStatus::Solved => t(words::DECIDE),
    };
    view! {
        <li class="round-need">
            <h3><a href=address_of(&first.need.id)>{name.clone()}</a>" "<span class="quiet small">{shop}</span></h3>
            <table class="table round-pairs">
                <caption class="for-readers">{name}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(words::PRODUCT)}</th>
                        <th scope="col">{t(words::PRODUCER)}</th>
                        <th scope="col">{t(words::SCORE)}</th>
                        <th scope="col">{last}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::super::query::{NamedNeed, Shop};
    use super::*;

    fn pair(need: &str) -> Pair {
        Pair {
            need: NamedNeed {
                id: cynic::Id::new(need),
                name: need.to_owned(),
                retailer: Shop { name: String::new() },
            },
            product: None,
            product_id: cynic::Id::new("p"),
            product_name: String::new(),
            producer_name: String::new(),
            score: 0,
            is_pinned: false,
            not_met: 0,
            unknown: 0,
            introduction: None,
            skipped: Vec::new(),
        }
    }

    #[test]
    fn pairs_of_a_need_stand_together() {
        let pairs = ["a", "a", "b", "c", "c"].map(pair);

        let sizes: Vec<_> = by_need(&pairs).iter().map(|pairs| pairs.len()).collect();

        assert_eq!(sizes, [2, 1, 2]);
        assert!(by_need(&[]).is_empty());
    }
}
