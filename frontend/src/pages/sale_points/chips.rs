//! What the list is filtered by, each with a way to drop it.

use leptos::prelude::*;

use super::choice::Choice;
use super::query::{self, CodedUnit, ProductName, Units};
use crate::api::{self, Asked};
use crate::text::{kinds, sale_points as words, t};

/// The chips.
#[component]
pub(super) fn ActiveFilters(choice: Memo<Choice>) -> impl IntoView {
    let units = api::ask(|| Some(query::units()));
    let product = Memo::new(move |_| choice.with(|choice| choice.product.clone()));
    let product = api::ask(move || Some(query::product(&product.get()?)));
    let chips = move || {
        let chips = choice.with(|choice| labels(choice, units, product));
        chips.into_iter().map(|(label, without)| view! {
            <li>
                <a class="chip" data-noscroll href=without.address() aria-label=words::drop_filter(&label)>
                    {label.clone()}" "<span aria-hidden="true">"✕"</span>
                </a>
            </li>
        }).collect_view()
    };
    view! {
        <Show when=move || choice.with(Choice::is_filtered)>
            <ul class="chips" aria-label=t(words::ACTIVE)>
                {chips}
                <li>
                    <a class="button-quiet" data-noscroll href=move || choice.with(|choice| choice.without_filters().address())>
                        {t(words::CLEAR)}
                    </a>
                </li>
            </ul>
        </Show>
    }
}

/// Every filter in words, with the choice that is left without it.
fn labels(choice: &Choice, units: Asked<Units>, product: Asked<ProductName>) -> Vec<(String, Choice)> {
    let name = |code: &str, of: fn(&Units) -> &Vec<CodedUnit>| {
        let names = coded(units, of);
        names.into_iter().find(|(known, _)| known == code).map_or_else(|| code.to_owned(), |(_, name)| name)
    };
    let all = choice.clone();
    let mut labels = Vec::new();
    if let Some(kind) = choice.kind {
        labels.push((t(kinds::sale_point_kind(kind)).to_owned(), Choice { kind: None, ..all.clone() }));
    }
    if let Some(status) = choice.status {
        let label = t(kinds::sale_point_status(Some(status))).to_owned();
        labels.push((label, Choice { status: None, ..all.clone() }));
    }
    if let Some(code) = &choice.ward {
        let label = name(code, |units| &units.wards);
        labels.push((label, Choice { ward: None, view: None, ..all.clone() }));
    }
    if let Some(code) = &choice.district {
        let label = name(code, |units| &units.districts);
        labels.push((label, Choice { district: None, view: None, ..all.clone() }));
    }
    if choice.product.is_some() {
        let answer = product.get();
        let name = answer.as_deref().and_then(|answer| Some(answer.product.as_ref()?.name.as_str()));
        labels.push((words::sells(name), Choice { product: None, ..all }));
    }
    labels
}

/// Codes and names of units, once they are known.
pub(super) fn coded(units: Asked<Units>, of: fn(&Units) -> &Vec<CodedUnit>) -> Vec<(String, String)> {
    let units = units.get();
    let units = units.as_deref().map_or(&[][..], |units| of(units));
    units.iter().map(|unit| (unit.code.clone(), unit.name.clone())).collect()
}
