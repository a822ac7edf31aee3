//! Several of many, folded away: a long list would bury the rest of the form. What is chosen is read without unfolding
//! it. Check boxes work with every keyboard and every finger, which a list for several choices does not.

use leptos::prelude::*;

use super::Form;
use super::choices::{Offer, holds, toggled};
use super::fields::{group, surround};
use crate::text::forms;

/// Offers under a heading.
#[derive(Clone, PartialEq)]
pub(crate) struct Part {
    pub(crate) title: String,
    pub(crate) offers: Vec<Offer>,
}

/// Several of many. The value is the chosen ones with commas between, in the order of the offers.
#[component]
pub(crate) fn SeveralField(
    form: Form,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<Signal<String>>,
    /// Everything on offer; it may come later.
    #[prop(into)]
    parts: Signal<Vec<Part>>,
) -> impl IntoView {
    let surroundings = surround(form, &name, &label, hint);
    let first = surroundings.id.clone();
    let drawn = move || {
        let parts = parts.get();
        let names = parts.iter().flat_map(|part| part.offers.iter().map(|(offered, _)| offered.clone()));
        let names = StoredValue::new(names.collect::<Vec<String>>());
        let folded = parts.into_iter().enumerate().map(|(place, part)| {
            // The first one stands for the field where something leads to it.
            let id = if place == 0 { first.clone() } else { format!("{first}-{place}") };
            folded(form, id, &name, part, names)
        });
        folded.collect_view()
    };
    group(label, surroundings, drawn)
}

fn folded(form: Form, id: String, field: &str, part: Part, names: StoredValue<Vec<String>>) -> AnyView {
    let value = form.field(field, "");
    let boxes = part.offers.iter().cloned().map(|(offered, words)| {
        let (this, field) = (offered.clone(), field.to_owned());
        let toggle = move |_| {
            let chosen = value.get_untracked();
            form.set(&field, names.with_value(|names| toggled(names, &chosen, &offered)));
        };
        view! {
            <label class="value">
                <input type="checkbox" prop:checked=move || value.with(|value| holds(value, &this)) on:change=toggle/>
                <span class="value-name">{words}</span>
            </label>
        }
    });
    let boxes = boxes.collect_view();
    let (title, offers) = (part.title, part.offers);
    let chosen = move || {
        let chosen = value.with(|value| {
            let chosen = offers.iter().filter(|(offered, _)| holds(value, offered));
            chosen.map(|(_, words)| words.clone()).collect::<Vec<_>>()
        });
        (!chosen.is_empty()).then(|| {
            let words = format!("{}: {}", forms::chosen(chosen.len()), chosen.join("; "));
            view! { <span class="quiet small">{words}</span> }
        })
    };
    view! {
        <details class="form-several">
            <summary id=id>{title}" "{chosen}</summary>
            <div class="form-several-offers">{boxes}</div>
        </details>
    }
    .into_any()
}
