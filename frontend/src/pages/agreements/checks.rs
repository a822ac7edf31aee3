//! What was delivered: each asking of both sides with what they say, and the form where the reader's answer is waited for.

use leptos::prelude::*;

use super::delivery;
use super::lines::goods;
use super::one_query::{Answer, Check};
use crate::api::{DeliveryCheckState, TradeParty};
use crate::text::{agreements as words, deliveries, t, words as counts};
use crate::ui::{Badge, Tone};

/// The part of the page; nothing before it is signed.
pub(super) fn section(checks: &[Check], changed: Callback<()>) -> AnyView {
    if checks.is_empty() {
        return ().into_any();
    }
    let checks = checks.iter().map(|check| one(check, changed)).collect_view();
    view! {
        <section>
            <h2>{t(deliveries::DELIVERIES)}</h2>
            <p class="quiet">{t(deliveries::WHY)}</p>
            {checks}
        </section>
    }
    .into_any()
}

fn one(check: &Check, changed: Callback<()>) -> AnyView {
    let time = words::term(check.begins_on, check.ends_on);
    let when = match check.state {
        DeliveryCheckState::Upcoming => Some(deliveries::asked_on(&counts::date(check.asked_on))),
        DeliveryCheckState::Asked => Some(deliveries::until(&counts::date(check.closes_on))),
        _ => None,
    };
    let answers = check.answers.iter().map(answer).collect_view();
    let own = check.answers.iter().find(|answer| Some(answer.party) == check.viewer_answers_as);
    let form = check.viewer_answers_as.map(|party| delivery::form(check, party, own, changed));
    view! {
        <section class="check">
            <h3>{t(deliveries::kind(check.kind))}" "{badge(check.state)}</h3>
            <p class="quiet small">{time}{when.map(|when| format!(" · {when}"))}</p>
            <ul class="plain-list">{answers}</ul>
            {amounts(check)}
            {form}
        </section>
    }
    .into_any()
}

/// How a check stands.
pub(super) fn badge(state: DeliveryCheckState) -> AnyView {
    let tone = match state {
        DeliveryCheckState::Confirmed => Tone::Good,
        DeliveryCheckState::Asked | DeliveryCheckState::OneSided => Tone::Warn,
        DeliveryCheckState::Disputed => Tone::Bad,
        DeliveryCheckState::Upcoming | DeliveryCheckState::Silent | DeliveryCheckState::Cancelled => {
            Tone::Plain
        }
    };
    view! { <Badge tone text=t(deliveries::state(state))/> }.into_any()
}

fn answer(answer: &Answer) -> AnyView {
    let problem = answer.problem.map(|problem| format!(" · {}", t(deliveries::problem(problem))));
    let note = answer.note.clone().map(|note| view! { <blockquote class="quote">{note}</blockquote> });
    view! {
        <li>
            <strong>{t(words::side(answer.party))}</strong>
            ": "{t(deliveries::outcome(answer.outcome))}{problem}
            " "<span class="quiet small">{counts::instant(answer.answered_at)}</span>
            {note}
        </li>
    }
    .into_any()
}

/// What is promised and what each side says, line by line, once somebody has said something.
fn amounts(check: &Check) -> Option<AnyView> {
    if check.answers.is_empty() {
        return None;
    }
    let rows = check.lines.iter().map(|delivered| {
        let unit = delivered.line.unit.name().to_owned();
        let shown = |amount: Option<shared::Quantity>| match amount {
            Some(amount) => format!("{} {unit}", amount.shown()),
            None => "–".to_owned(),
        };
        let name = goods(&delivered.line.product_name, delivered.line.variant_name.as_deref());
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td data-name=t(deliveries::PROMISED)>{shown(Some(delivered.promised))}</td>
                <td data-name=t(words::side(TradeParty::Retailer))>{shown(delivered.by_side_retailer)}</td>
                <td data-name=t(words::side(TradeParty::Producer))>{shown(delivered.by_side_producer)}</td>
            </tr>
        }
    });
    let view = view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{t(words::GOODS)}</th>
                    <th scope="col">{t(deliveries::PROMISED)}</th>
                    <th scope="col">{t(words::side(TradeParty::Retailer))}</th>
                    <th scope="col">{t(words::side(TradeParty::Producer))}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    };
    Some(view.into_any())
}
