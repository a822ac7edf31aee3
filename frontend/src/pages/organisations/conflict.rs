//! Two versions of an organisation, field by field, and the choice between them.

use leptos::html;
use leptos::prelude::*;

use super::differing::Differing;
use super::edited::legal_form;
use crate::text::{kinds, organisation as words, t};
use crate::ui::form::Form;

/// What differs. What is chosen goes into the form below at once.
#[component]
pub(super) fn Conflict(
    form: Form,
    differing: Vec<Differing>,
    #[prop(into)] save: Callback<()>,
) -> impl IntoView {
    let heading = NodeRef::<html::H2>::new();
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            let _ = heading.focus();
        }
    });
    let why = if differing.is_empty() { words::CONFLICT_NONE } else { words::CONFLICT_WHY };
    let rows = differing.into_iter().enumerate().map(|(place, differing)| row(form, place, differing));
    let rows = rows.collect_view();
    view! {
        <section class="failure">
            <h2 node_ref=heading tabindex="-1">{t(words::CONFLICT)}</h2>
            <p>{t(why)}</p>
            {rows}
            <button type="button" class="button" on:click=move |_| save.run(())>{t(words::SAVE_CHOSEN)}</button>
        </section>
    }
}

fn row(form: Form, place: usize, differing: Differing) -> AnyView {
    let Differing { fields, mine, theirs } = differing;
    let label = fields.iter().map(|field| form.words_for(field)).next().unwrap_or_default();
    let group = format!("conflict-{place}");
    let choices =
        [(words::YOURS, mine, true), (words::THEIRS, theirs, false)].map(|(whose, values, is_mine)| {
            let shown = in_words(&fields, &values);
            let (fields, group) = (fields.clone(), group.clone());
            let take = move |_| {
                for (field, value) in fields.iter().zip(&values) {
                    form.set(field, value.clone());
                }
            };
            view! {
                <label class="value">
                    <input type="radio" name=group prop:checked=is_mine on:change=take/>
                    <span class="value-name">{t(whose)}": "{shown}</span>
                </label>
            }
        });
    view! { <fieldset class="form-field form-group"><legend>{label}</legend>{choices}</fieldset> }.into_any()
}

/// The values of a field, or of fields that go together, as people read them.
fn in_words(fields: &[String], values: &[String]) -> String {
    let named =
        |name: &str| fields.iter().position(|field| field == name).and_then(|place| values.get(place));
    let shown = match fields.first().map(String::as_str) {
        Some("legalForm") => values
            .first()
            .and_then(|value| legal_form(value))
            .map(|form| t(kinds::legal_form(Some(form))).to_owned()),
        Some("isProducer" | "isRetailer") => {
            values.first().map(|value| if value.is_empty() { "✗" } else { "✓" }.to_owned())
        }
        Some("lat") => Some(values.join("; ")).filter(|text| text != "; "),
        _ => named("wardName").or(values.first()).cloned(),
    };
    shown.filter(|shown| !shown.is_empty()).unwrap_or_else(|| t(words::EMPTY).to_owned())
}
