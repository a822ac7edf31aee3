//! Fields that are typed into. Each is tied to its hint and to what is wrong with it.

use leptos::prelude::*;

use super::Form;
use crate::text::{forms, t};

/// What all fields have around what is typed.
pub(super) struct Surroundings {
    pub(super) id: String,
    pub(super) error: Memo<Option<String>>,
    pub(super) described_by: Signal<Option<String>>,
    pub(super) hint: Option<AnyView>,
    pub(super) message: AnyView,
}

/// Makes the surroundings of a field, and tells the form what people call it.
pub(super) fn surround(form: Form, name: &str, label: &str, hint: Option<Signal<String>>) -> Surroundings {
    form.name_field(name, label);
    let id = form.id_of(name);
    let error = form.error_of(name.to_owned());
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let ids = (hint.is_some().then(|| hint_id.clone()), error_id.clone());
    let described_by = Signal::derive(move || {
        let error = error.read().is_some().then(|| ids.1.clone());
        let both: Vec<String> = ids.0.clone().into_iter().chain(error).collect();
        (!both.is_empty()).then(|| both.join(" "))
    });
    let hint = hint
        .map(|hint| view! { <span class="quiet small" id=hint_id>{move || hint.get()}</span> }.into_any());
    let message = view! {
        {move || error.get().map(|words| view! { <span class="field-error" id=error_id.clone()>{words}</span> })}
    }
    .into_any();
    Surroundings { id, error, described_by, hint, message }
}

/// Several controls that are one field, under its name.
pub(super) fn group(
    label: impl IntoView + 'static,
    surroundings: Surroundings,
    controls: impl IntoView + 'static,
) -> AnyView {
    let Surroundings { error, described_by, hint, message, .. } = surroundings;
    view! {
        <fieldset
            class="form-field form-group"
            class:form-field-wrong=move || error.read().is_some()
            aria-describedby=described_by
        >
            <legend>{label}</legend>
            {hint}
            {controls}
            {message}
        </fieldset>
    }
    .into_any()
}

/// The name of a field; what need not be filled in says so.
pub(super) fn label(id: &str, label: String, optional: bool) -> AnyView {
    view! { <label for=id.to_owned()>{label}{optional_mark(optional)}</label> }.into_any()
}

/// What stands behind the name of a field that need not be filled in.
pub(super) fn optional_mark(is_optional: bool) -> Option<AnyView> {
    is_optional.then(|| view! { " "<span class="quiet small">{t(forms::OPTIONAL)}</span> }.into_any())
}

/// One line.
#[component]
pub(crate) fn TextField(
    form: Form,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<Signal<String>>,
    #[prop(optional)] optional: bool,
    /// `email`, `tel`, `url`; a keyboard that fits comes with it.
    #[prop(default = "text")]
    kind: &'static str,
    /// What the browser may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    #[prop(default = shared::limits::LINE_CHARS)] longest: usize,
    /// The keyboard of a telephone that fits, where the kind does not say it: `numeric`, `decimal`.
    #[prop(optional, into)]
    keys: Option<&'static str>,
) -> impl IntoView {
    let value = form.field(&name, "");
    let Surroundings { id, error, described_by, hint, message } = surround(form, &name, &label, hint);
    let typed = move |event| form.set(&name, event_target_value(&event));
    view! {
        <div class="form-field" class:form-field-wrong=move || error.read().is_some()>
            {self::label(&id, label, optional)}
            {hint}
            <input
                id=id
                type=kind
                inputmode=keys
                autocomplete=autocomplete
                maxlength=longest.to_string()
                aria-required=(!optional).then_some("true")
                aria-invalid=move || error.read().is_some().then_some("true")
                aria-describedby=described_by
                prop:value=value
                on:input=typed
            />
            {message}
        </div>
    }
}

/// Several lines.
#[component]
pub(crate) fn TextArea(
    form: Form,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<Signal<String>>,
    #[prop(optional)] optional: bool,
    #[prop(default = shared::limits::TEXT_CHARS)] longest: usize,
) -> impl IntoView {
    let value = form.field(&name, "");
    let Surroundings { id, error, described_by, hint, message } = surround(form, &name, &label, hint);
    let typed = move |event| form.set(&name, event_target_value(&event));
    view! {
        <div class="form-field" class:form-field-wrong=move || error.read().is_some()>
            {self::label(&id, label, optional)}
            {hint}
            <textarea
                id=id
                rows="4"
                maxlength=longest.to_string()
                aria-required=(!optional).then_some("true")
                aria-invalid=move || error.read().is_some().then_some("true")
                aria-describedby=described_by
                prop:value=value
                on:input=typed
            ></textarea>
            {message}
        </div>
    }
}

/// A password, which can be looked at. It is never kept.
#[component]
pub(crate) fn PasswordField(
    form: Form,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<Signal<String>>,
    /// `new-password` or `current-password`.
    autocomplete: &'static str,
) -> impl IntoView {
    let value = form.secret(&name);
    let Surroundings { id, error, described_by, hint, message } = surround(form, &name, &label, hint);
    let is_shown = RwSignal::new(false);
    let typed = move |event| form.set(&name, event_target_value(&event));
    view! {
        <div class="form-field" class:form-field-wrong=move || error.read().is_some()>
            {self::label(&id, label, false)}
            {hint}
            <span class="form-password">
                <input
                    id=id.clone()
                    type=move || if is_shown.get() { "text" } else { "password" }
                    autocomplete=autocomplete
                    autocapitalize="none"
                    spellcheck="false"
                    maxlength=shared::limits::PASSWORD_CHARS_MAX.to_string()
                    aria-required="true"
                    aria-invalid=move || error.read().is_some().then_some("true")
                    aria-describedby=described_by
                    prop:value=value
                    on:input=typed
                />
                <button
                    type="button"
                    class="button-quiet"
                    aria-controls=id
                    aria-pressed=move || is_shown.get().to_string()
                    on:click=move |_| is_shown.update(|shown| *shown = !*shown)
                >
                    {t(forms::SHOW_PASSWORD)}
                </button>
            </span>
            {message}
        </div>
    }
}
