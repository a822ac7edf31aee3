//! Two versions of a thing that two people edited, field by field, and the choice between them.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::Form;
use super::differing::Differing;
use crate::text::{forms as words, t};

/// The values of a field, or of fields that go together, as people read them; nothing where they are empty.
pub(crate) type InWords = Arc<dyn Fn(&[String], &[String]) -> String + Send + Sync>;

/// What differs. What is chosen goes into the form below at once.
#[component]
pub(crate) fn Conflict(
    form: Form,
    /// Says what was changed by two.
    title: &'static str,
    differing: Vec<Differing>,
    in_words: InWords,
    #[prop(into)] save: Callback<()>,
) -> impl IntoView {
    let heading = NodeRef::<html::H2>::new();
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            let _ = heading.focus();
        }
    });
    let why = if differing.is_empty() { words::CONFLICT_NONE } else { words::CONFLICT_WHY };
    let rows =
        differing.into_iter().enumerate().map(|(place, differing)| row(form, place, differing, &in_words));
    let rows = rows.collect_view();
    view! {
        <section class="failure">
            <h2 node_ref=heading tabindex="-1">{title}</h2>
            <p>{t(why)}</p>
            {rows}
            <button type="button" class="button" on:click=move |_| save.run(())>{t(words::SAVE_CHOSEN)}</button>
        </section>
    }
}

fn row(form: Form, place: usize, differing: Differing, in_words: &InWords) -> AnyView {
    let Differing { fields, mine, theirs } = differing;
    let label = fields.iter().map(|field| form.words_for(field)).next().unwrap_or_default();
    let group = format!("conflict-{place}");
    let choices =
        [(words::YOURS, mine, true), (words::THEIRS, theirs, false)].map(|(whose, values, is_mine)| {
            let shown = in_words(&fields, &values);
            let shown = if shown.is_empty() { t(words::EMPTY).to_owned() } else { shown };
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
