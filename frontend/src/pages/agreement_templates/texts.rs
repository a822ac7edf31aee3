//! The texts of one kind of agreement in both languages, folded away until somebody edits them.

use leptos::prelude::*;
use shared::limits;

use super::query::{self, AgreementTemplateTextInput};
use crate::pages::agreement_print::{AgreementTemplate, AgreementTemplateText, kind_of};
use crate::text::{Text, documents as words, forms, t};
use crate::ui::form::{Form, FormFrame, Submit, TextArea, TextField};
use crate::ui::{Badge, Tone, tell};
use crate::who;

/// The texts of a kind.
pub(super) fn one(template: &AgreementTemplate, changed: Callback<()>) -> AnyView {
    let kind = template.kind;
    let form = Form::new("template", "", &who::account(), kind_name(template));
    begin(form, "vi", &template.vi);
    begin(form, "en", &template.en);
    let submit = move |()| {
        let question = query::set_template(kind, Some(typed(form, "vi")), Some(typed(form, "en")));
        who::submit(form, question, move |_| {
            tell(t(words::SAVED));
            changed.run(());
        });
    };
    let busy = RwSignal::new(false);
    let back = move |_| {
        who::act(busy, query::set_template(kind, None, None), move |_| {
            form.start_anew();
            tell(t(words::SAVED));
            changed.run(());
        });
    };
    let is_changed = template.is_changed;
    let badge = is_changed.then(|| view! { " "<Badge tone=Tone::Plain text=t(words::CHANGED)/> });
    view! {
        <details class="round-fold" open=form.is_restored()>
            <summary>{t(words::kind(kind))}{badge}</summary>
            <FormFrame form submit>
                {fields(form, "vi", words::IN_VIETNAMESE)}
                {fields(form, "en", words::IN_ENGLISH)}
                <Submit form words=t(forms::SAVE)/>
            </FormFrame>
            {is_changed.then(|| view! {
                <p>
                    <button
                        type="button"
                        class="button-second"
                        aria-disabled=move || busy.get().to_string()
                        on:click=back
                    >
                        {t(words::BACK_TO_FIRST)}
                    </button>
                </p>
            })}
        </details>
    }
    .into_any()
}

/// What tells its form from those of other kinds.
fn kind_name(template: &AgreementTemplate) -> &'static str {
    kind_of(template.kind).as_str()
}

fn begin(form: Form, language: &str, text: &AgreementTemplateText) {
    form.field(&format!("{language}.title"), text.title.clone());
    form.field(&format!("{language}.legalBases"), text.legal_bases.clone());
    form.field(&format!("{language}.closing"), text.closing.clone());
}

fn typed(form: Form, language: &str) -> AgreementTemplateTextInput {
    let value = |name: &str| form.value(&format!("{language}.{name}"));
    AgreementTemplateTextInput {
        title: value("title"),
        legal_bases: value("legalBases"),
        closing: value("closing"),
    }
}

fn fields(form: Form, language: &str, legend: Text) -> AnyView {
    let name = |field: &str| format!("{language}.{field}");
    view! {
        <fieldset class="form-group">
            <legend>{t(legend)}</legend>
            <TextField form name=name("title") label=t(words::TITLE) longest=limits::NAME_CHARS/>
            <TextArea
                form
                name=name("legalBases")
                label=t(words::LEGAL_BASES)
                hint=t(words::LEGAL_BASES_HINT)
            />
            <TextArea form name=name("closing") label=t(words::CLOSING) hint=t(words::CLOSING_HINT)/>
        </fieldset>
    }
    .into_any()
}
