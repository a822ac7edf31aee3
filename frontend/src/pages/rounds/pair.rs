//! One pair of the plan in a row: pinning or forbidding it while the round can be changed, what it became afterwards.

use leptos::prelude::*;
use shared::RoundAction;

use super::changes;
use super::outcome_query::Pair;
use super::query::NamedNeed;
use super::work::Work;
use crate::api::RoundRuleKind;
use crate::pages::introductions;
use crate::text::{Text, inviting, language, round_plan as words, rounds, t};
use crate::ui::{Badge, Tone};
use crate::who::{ActButton, Acting};

/// The row.
pub(super) fn row(work: Work, pair: &Pair) -> AnyView {
    let name = match &pair.product {
        Some(product) => {
            let address = format!("/san-pham/{}", product.id.inner());
            view! { <a href=address>{pair.product_name.clone()}</a> }.into_any()
        }
        None => view! { {pair.product_name.clone()} }.into_any(),
    };
    let pinned = pair.is_pinned.then(|| view! { " "<span class="quiet small">{t(words::WAS_PINNED)}</span> });
    let gates = words::gates(pair.not_met, pair.unknown);
    let gates = gates.map(|gates| view! { <span class="details quiet small">{gates}</span> });
    let may_change = Memo::new(move |_| work.allows(RoundAction::Change));
    let became = pair.clone();
    let last = move || match may_change.get() {
        true => decide(work, became.need.clone(), became.product_id.clone(), &became.product_name),
        false => self::became(&became),
    };
    let last_name = move || t(if may_change.get() { words::DECIDE } else { words::BECAME });
    view! {
        <tr>
            <th scope="row">{name}{gates}</th>
            <td data-name=t(words::PRODUCER)>{pair.producer_name.clone()}</td>
            <td data-name=t(words::SCORE)>{words::score(pair.score, language())}{pinned}</td>
            <td data-name=last_name>{last}</td>
        </tr>
    }
    .into_any()
}

/// Pinning or forbidding a pair, and which of them it is now.
pub(super) fn decide(work: Work, of: NamedNeed, product: cynic::Id, name: &str) -> AnyView {
    let need = of.id;
    let rule = {
        let (need, product) = (need.clone(), product.clone());
        Memo::new(move |_| {
            let rule = work.read(|round| {
                let of_pair =
                    round.rules.iter().find(|rule| rule.need.id == need && rule.product_id == product);
                of_pair.map(|rule| rule.kind)
            });
            rule.flatten()
        })
    };
    let acting = Acting::new();
    let about = format!("{name}, {}", of.name);
    let button = |this: RoundRuleKind| {
        let (need, product) = (need.clone(), product.clone());
        let words = Signal::derive(move || t(words_of(this, rule.get())).to_owned());
        let press = move |()| {
            let next = next(this, rule.get_untracked());
            let question = changes::set_rule(work.id(), need.clone(), product.clone(), next);
            acting.run(question, move |_: changes::SetRoundRule| work.changed.run(()));
        };
        view! { <ActButton acting words about=about.clone() press/> }
    };
    let badge = move || {
        rule.get().map(|kind| {
            let tone = match kind {
                RoundRuleKind::Pin => Tone::Good,
                RoundRuleKind::Forbid => Tone::Bad,
            };
            view! { <Badge tone text=t(rounds::rule(kind))/> }
        })
    };
    view! {
        <span class="round-decide">
            {button(RoundRuleKind::Pin)}
            {button(RoundRuleKind::Forbid)}
            <span role="status">{badge}</span>
            {acting.trouble()}
        </span>
    }
    .into_any()
}

/// What a pair has when a button is pressed: what the button is for, or nothing where it had that already.
fn next(pressed: RoundRuleKind, now: Option<RoundRuleKind>) -> Option<RoundRuleKind> {
    (now != Some(pressed)).then_some(pressed)
}

fn words_of(button: RoundRuleKind, now: Option<RoundRuleKind>) -> Text {
    match next(button, now) {
        Some(kind) => rounds::set_rule(kind),
        None => rounds::drop_rule(button),
    }
}

/// The introduction, or why there is none.
fn became(pair: &Pair) -> AnyView {
    if let Some(introduction) = &pair.introduction {
        let about = format!(": {}, {}", pair.product_name, pair.need.name);
        return view! {
            <a class="all-link" href=introductions::address_of(&introduction.id)>
                {t(words::SEE)}<span class="for-readers">{about}</span>
            </a>
        }
        .into_any();
    }
    if pair.skipped.is_empty() {
        return ().into_any();
    }
    let reasons =
        pair.skipped.iter().map(|hindrance| view! { <li>{t(inviting::hindrance(*hindrance))}</li> });
    view! { <span>{t(words::SKIPPED)}</span><ul class="small">{reasons.collect_view()}</ul> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::RoundRuleKind::{Forbid, Pin};
    use super::next;

    #[test]
    fn a_button_decides_and_pressed_again_takes_it_back() {
        assert_eq!(next(Pin, None), Some(Pin));
        assert_eq!(next(Pin, Some(Pin)), None);
        assert_eq!(next(Forbid, Some(Pin)), Some(Forbid));
    }
}
