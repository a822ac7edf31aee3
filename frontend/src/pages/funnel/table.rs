//! The figures: a line for each event, province, year and so on, and all of them together first. A figure leads to its rows.

use leptos::prelude::*;

use super::choice::{Choice, Figure, ROWS, STEPS};
use super::query::{Counts, Funnel};
use crate::text::{funnel as words, language, t, words as counts};

/// The part of the page.
pub(super) fn section(funnel: &Funnel, choice: Memo<Choice>) -> AnyView {
    let headings = STEPS.map(|(_, step)| view! { <th scope="col">{t(words::step(step))}</th> });
    let total = line(None, t(words::TOTAL).to_owned(), &funnel.total, choice);
    let lines = funnel.buckets.iter().map(|bucket| {
        let label = bucket.label.clone().unwrap_or_else(|| t(words::NOT_KNOWN).to_owned());
        line(Some(bucket.key.clone()), label, &bucket.counts, choice)
    });
    view! {
        <section>
            <h2>{t(words::FIGURES)}</h2>
            <p class="quiet">{t(words::FIGURES_WHY)}</p>
            <table class="table funnel-table">
                <caption class="for-readers">{t(words::FIGURES)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{move || t(words::by(choice.with(|choice| choice.by)))}</th>
                        {headings}
                        <th scope="col">{t(words::PROMISED)}</th>
                        <th scope="col">{t(words::CONFIRMED)}</th>
                    </tr>
                </thead>
                <tbody>{total}{lines.collect_view()}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn line(key: Option<String>, label: String, of: &Counts, choice: Memo<Choice>) -> AnyView {
    let is_total = key.is_none();
    let figures = STEPS.map(|(_, step)| {
        let count = of.of(step);
        let name = t(words::step(step));
        let shown = counts::number(count.into(), language());
        if count == 0 {
            return view! { <td class="number" data-name=name>{shown}</td> }.into_any();
        }
        let figure = Figure { key: key.clone(), step };
        let current = {
            let figure = figure.clone();
            move || choice.with(|choice| choice.open.as_ref() == Some(&figure)).then_some("true")
        };
        let address = move || format!("{}#{ROWS}", choice.get().opening(Some(figure.clone())).address());
        let spoken = format!("{label}, {name}: {shown}");
        view! {
            <td class="number" data-name=name>
                <a href=address aria-label=spoken aria-current=current>{shown.clone()}</a>
            </td>
        }
        .into_any()
    });
    view! {
        <tr class:funnel-total=is_total>
            <th scope="row">{label.clone()}</th>
            {figures}
            <td class="number" data-name=t(words::PROMISED)>{promised(of)}</td>
            <td class="number" data-name=t(words::CONFIRMED)>{of.confirmed_value.shown()}</td>
        </tr>
    }
    .into_any()
}

/// What is promised is worth as much as the lines with a price say; how many have none is said beside it.
fn promised(of: &Counts) -> AnyView {
    let without = of.lines_without_price;
    let value = (of.promised_value.amount() > 0 || without == 0).then(|| of.promised_value.shown());
    let missing = (without > 0).then(|| {
        let words = words::without_price(without);
        view! { <span class="quiet small">{words}</span> }
    });
    view! { <span class="funnel-value">{value}{missing}</span> }.into_any()
}
