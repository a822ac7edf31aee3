//! How numbers are made, with a number as it will look.

use chrono::Datelike;
use leptos::prelude::*;

use super::query::{self, AgreementNumberKindInput, Numbering};
use crate::clock;
use crate::text::{documents as words, forms, t};
use crate::ui::form::{Form, FormFrame, Submit, TextField};
use crate::ui::tell;
use crate::who;

/// The count of a number that is only shown.
const COUNT: &str = "12";
/// Letters that a sign has at most.
const SIGN_CHARS: usize = 20;

/// The part of the page.
pub(super) fn section(numbering: &Numbering, changed: Callback<()>) -> AnyView {
    let form = Form::new("numbering", "", &who::account(), "");
    let pattern = form.field("pattern", numbering.pattern.clone());
    let kinds: Vec<_> = numbering.kinds.iter().map(|of| of.kind).collect();
    let signs = numbering.kinds.iter().enumerate().map(|(place, of)| {
        let name = sign_field(place);
        let sign = form.field(&name, of.sign.clone());
        let shown = move || words::preview(&filled_in(&pattern.get(), &sign.get()));
        view! {
            <TextField form name label=t(words::kind(of.kind)) hint=Signal::derive(shown) longest=SIGN_CHARS/>
        }
    });
    let signs = signs.collect_view();
    let submit = move |()| {
        let signs = kinds.iter().enumerate().map(|(place, kind)| AgreementNumberKindInput {
            kind: *kind,
            sign: form.value(&sign_field(place)),
        });
        let question = query::set_numbering(form.value("pattern"), signs.collect());
        who::submit(form, question, move |_| {
            tell(t(words::SAVED));
            changed.run(());
        });
    };
    view! {
        <section>
            <h2>{t(words::NUMBERING)}</h2>
            <FormFrame form submit>
                <TextField form name="pattern" label=t(words::PATTERN) hint=t(words::PATTERN_HINT)/>
                {signs}
                <Submit form words=t(forms::SAVE)/>
            </FormFrame>
        </section>
    }
    .into_any()
}

/// As the API calls it.
fn sign_field(place: usize) -> String {
    format!("kinds.{place}.sign")
}

/// A number as the pattern makes it, of this year.
fn filled_in(pattern: &str, sign: &str) -> String {
    let year = clock::today().map(|day| day.year().to_string()).unwrap_or_default();
    pattern.replace("{number}", COUNT).replace("{year}", &year).replace("{kind}", sign)
}
