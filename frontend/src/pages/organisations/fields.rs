//! The fields of an organisation, the same when it is registered and when it is edited.

use leptos::prelude::*;
use shared::{Problem, limits};

use super::edited::{FORMS, legal_form};
use super::ward::WardFields;
use crate::text::{kinds, organisation as words, t};
use crate::ui::form::{CheckField, Form, RadioField, TextField, Wrong};

/// What it is: name, legal form, whether it makes or sells, tax code.
#[component]
pub(super) fn WhatFields(form: Form) -> impl IntoView {
    let offers = FORMS.map(|(value, form)| (value.to_owned(), t(kinds::legal_form(Some(form))).to_owned()));
    let chosen = form.field("legalForm", "");
    let tax_hint =
        Signal::derive(move || t(words::tax_code_rule(chosen.with(|value| legal_form(value)))).to_owned());
    view! {
        <section class="form-group-section">
            <h2>{t(words::WHAT_IT_IS)}</h2>
            <TextField form name="name" label=t(words::NAME) hint=t(words::NAME_HINT) autocomplete="organization" longest=limits::NAME_CHARS/>
            <RadioField form name="legalForm" label=t(words::LEGAL_FORM) offers=offers.to_vec()/>
            <fieldset class="form-field form-group">
                <legend>{t(words::ROLES)}</legend>
                <CheckField form name="isProducer" label=t(words::PRODUCER)/>
                <CheckField form name="isRetailer" label=t(words::RETAILER)/>
            </fieldset>
            <TextField form name="taxCode" label=t(words::TAX_CODE) hint=tax_hint optional=true longest=20/>
        </section>
    }
}

/// Where it is: address, ward, a pin on the map.
#[component]
pub(super) fn WhereFields(form: Form) -> impl IntoView {
    view! {
        <section class="form-group-section">
            <h2>{t(words::WHERE)}</h2>
            <TextField form name="address" label=t(words::ADDRESS) hint=t(words::ADDRESS_HINT) autocomplete="street-address"/>
            <WardFields form/>
        </section>
    }
}

/// The parts of one contact, below a name.
#[component]
pub(super) fn ContactFields(form: Form, name: &'static str) -> impl IntoView {
    let part = |part: &str| format!("{name}.{part}");
    view! {
        <TextField form name=part("name") label=t(words::CONTACT_NAME) optional=true longest=limits::NAME_CHARS/>
        <TextField form name=part("phone") label=t(words::CONTACT_PHONE) kind="tel" optional=true/>
        <TextField form name=part("email") label=t(words::CONTACT_EMAIL) kind="email" optional=true longest=limits::EMAIL_CHARS/>
        <TextField form name=part("website") label=t(words::CONTACT_WEBSITE) kind="url" optional=true/>
    }
}

/// What the page can see without asking the server.
pub(super) fn wrong(form: Form) -> Vec<Wrong> {
    let missing = ["name", "address", "ward"].into_iter().filter(|name| form.filled(name).is_none());
    let mut wrong: Vec<Wrong> = missing.map(|name| Wrong::at(name, Problem::Missing)).collect();
    if legal_form(&form.value("legalForm")).is_none() {
        wrong.push(Wrong::at("legalForm", Problem::NotOffered));
    }
    if !form.is_checked("isProducer") && !form.is_checked("isRetailer") {
        let words = t(words::PRODUCER_OR_RETAILER).to_owned();
        wrong.push(Wrong { field: "isProducer".to_owned(), words });
    }
    wrong
}
