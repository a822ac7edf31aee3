//! How the pairs are spread over producers: whether a few have all, and what small and new ones get.

use leptos::prelude::*;

use super::outcome_query::{FormShare, Outcome};
use crate::text::{kinds, language, round_plan as words, t, words as counts};

/// The part of the plan.
pub(super) fn section(outcome: &Outcome) -> AnyView {
    let spread = &outcome.spread;
    let number = |value: i32| counts::number(value.into(), language());
    let rows = [
        (words::WITH_PAIR, words::of(spread.producers, spread.producers_weighed)),
        (words::MOST, number(spread.most)),
        (words::WITH_ONE, number(spread.with_one)),
        (words::NEWCOMERS, words::newcomers(spread.newcomers, spread.newcomer_pairs)),
    ];
    let rows = rows.map(|(name, value)| view! { <dt>{t(name)}</dt><dd>{value}</dd> });
    let forms = spread.forms.iter().map(|share: &FormShare| {
        view! {
            <tr>
                <th scope="row">{t(kinds::legal_form(share.form))}</th>
                <td data-name=t(words::PRODUCERS)>{number(share.producers)}</td>
                <td data-name=t(words::PAIRS)>{number(share.pairs)}</td>
            </tr>
        }
    });
    let forms = (!spread.forms.is_empty()).then(|| {
        view! {
            <table class="table round-forms">
                <caption class="for-readers">{t(words::FORM)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(words::FORM)}</th>
                        <th scope="col">{t(words::PRODUCERS)}</th>
                        <th scope="col">{t(words::PAIRS)}</th>
                    </tr>
                </thead>
                <tbody>{forms.collect_view()}</tbody>
            </table>
        }
    });
    view! {
        <section>
            <h2>{t(words::SPREAD)}</h2>
            <p class="quiet">{t(words::SPREAD_WHY)}</p>
            <dl class="facts round-facts">{rows}</dl>
            {forms}
        </section>
    }
    .into_any()
}
