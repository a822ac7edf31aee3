//! The plan that was found last: its numbers and their proof, whether it still is of what is chosen, and below what each
//! full cap costs, the pairs, the needs without one, the spread and the map.

use leptos::prelude::*;
use shared::RoundAction;

use super::outcome_query::Outcome;
use super::work::Work;
use super::{address_of, full_caps, lines, pairs, spread, unserved};
use crate::api::RoundStatus;
use crate::text::{language, round_plan as words, t, words as counts};
use crate::ui::Empty;

/// The part of the page.
pub(super) fn section(work: Work) -> AnyView {
    let outcome = work.part(|round| round.outcome.clone());
    let has_plan = Memo::new(move |_| outcome.with(|outcome| outcome.as_ref().map(Option::is_some)));
    let shown = move || match has_plan.get() {
        Some(true) => full(work, Memo::new(move |_| outcome.get().flatten())),
        _ => none(work),
    };
    view! { {shown} }.into_any()
}

fn none(work: Work) -> AnyView {
    let has_needs = work.part(|round| round.need_count > 0);
    let way = move || {
        let address = format!("{}?phan=nhu-cau", address_of(&work.id()));
        (has_needs.get() == Some(false)).then(|| {
            view! { <a class="button-second" data-noscroll href=address>{t(words::NEEDS_FIRST)}</a> }
        })
    };
    view! { <Empty what=t(words::NONE_YET)>{way}</Empty> }.into_any()
}

fn full(work: Work, outcome: Memo<Option<Outcome>>) -> AnyView {
    let stale = move || {
        (work.status() == RoundStatus::Draft)
            .then(|| view! { <p class="banner" role="status">{t(words::STALE)}</p> })
    };
    let part =
        move |draw: fn(&Outcome) -> AnyView| move || outcome.with(|outcome| outcome.as_ref().map(draw));
    let full_caps = move || {
        let may_change = work.allows(RoundAction::Change);
        outcome.with(|outcome| outcome.as_ref().map(|outcome| full_caps::section(work, outcome, may_change)))
    };
    view! {
        {stale}
        {part(summary)}
        {full_caps}
        {pairs::section(work)}
        {unserved::section(work)}
        {part(spread::section)}
        {lines::section(work)}
    }
    .into_any()
}

/// The numbers, and what is proved about them.
fn summary(outcome: &Outcome) -> AnyView {
    let number = |value: i32| counts::number(value.into(), language());
    let left_out = format!("{} ({})", number(outcome.left_out), t(words::LEFT_OUT_WHY));
    let needs = words::of(outcome.needs_served, outcome.needs_served + outcome.needs_unserved);
    let rows = [
        (words::BOUND, words::points(outcome.bound)),
        (words::PAIRS, number(outcome.pairs)),
        (words::SERVED, needs),
        (words::WEIGHED, number(outcome.candidates)),
        (words::LEFT_OUT, left_out),
        (words::INTRODUCED, number(outcome.introduced_already)),
        (words::SOLVED_AT, words::took(&counts::instant(outcome.solved_at), outcome.took_ms)),
    ];
    let rows = rows.map(|(name, value)| view! { <dt>{t(name)}</dt><dd>{value}</dd> });
    view! {
        <section>
            <h2>{t(words::OBJECTIVE)}</h2>
            <p class="round-total">{words::points(outcome.objective)}</p>
            {proof(outcome)}
            <dl class="facts round-facts">{rows}</dl>
        </section>
    }
    .into_any()
}

fn proof(outcome: &Outcome) -> AnyView {
    match gap(outcome.objective, outcome.bound) {
        None => view! { <p class="round-proof">{t(words::PROVED)}</p> }.into_any(),
        Some(gap) => view! { <p class="banner">{words::gap(gap)}</p> }.into_any(),
    }
}

/// How much the bound is above the plan; nothing where it proves that there is no better one.
fn gap(objective: i32, bound: i32) -> Option<i32> {
    (bound > objective).then(|| bound - objective)
}

#[cfg(test)]
mod tests {
    use super::gap;

    #[test]
    fn a_plan_that_reaches_its_bound_is_proved() {
        assert_eq!(gap(12_345, 12_345), None);
        assert_eq!(gap(12_000, 12_345), Some(345));
    }
}
