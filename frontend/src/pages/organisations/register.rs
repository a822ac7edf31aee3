//! Registering an organisation: one column, in groups, kept while it is typed.

use leptos::prelude::*;

use super::changes::{self, NewOrganisation};
use super::edited::{contact_input, legal_form};
use super::fields::{ContactFields, WhatFields, WhereFields, wrong};
use crate::api;
use crate::navigation;
use crate::text::{organisation as words, t, terms};
use crate::ui::form::{CheckField, Form, FormFrame, Submit, TextArea};
use crate::ui::{Heading, tell};
use crate::who::{self, signed_in_page};

/// The page on which an organisation is registered.
#[component]
pub(crate) fn RegisterPage() -> impl IntoView {
    signed_in_page(words::REGISTER, |_| {
        let form = Form::new("organisation", "input", &who::account(), "new");
        let is_public = form.field("publicContactConsent", "");
        let submit = move |()| {
            let wrong = wrong(form);
            match new_organisation(form) {
                Some(organisation) if wrong.is_empty() => send(form, organisation),
                _ => form.object(wrong),
            }
        };
        view! {
            <Heading text=t(words::REGISTER)/>
            <FormFrame form submit>
                <WhatFields form/>
                <WhereFields form/>
                <section class="form-group-section">
                    <h2>{t(words::STAFF_CONTACT)}</h2>
                    <p class="quiet">{t(words::STAFF_CONTACT_WHY)}</p>
                    <ContactFields form name="contact"/>
                </section>
                <section class="form-group-section">
                    <h2>{t(words::PUBLIC_CONTACT)}</h2>
                    <p>{t(terms::PUBLIC_CONTACT)}</p>
                    <CheckField form name="publicContactConsent" label=t(words::PUBLIC_CONTACT_CHECK)/>
                    <Show when=move || is_public.with(|is_public| !is_public.is_empty())>
                        <ContactFields form name="publicContact"/>
                    </Show>
                </section>
                <TextArea form name="message" label=t(words::MESSAGE) optional=true/>
                <Submit form words=t(words::SEND)/>
            </FormFrame>
        }
        .into_any()
    })
}

/// What is sent; nothing without a legal form.
fn new_organisation(form: Form) -> Option<NewOrganisation> {
    let is_public = form.is_checked("publicContactConsent");
    let degrees = |name: &str| form.value(name).parse::<f64>().ok();
    Some(NewOrganisation {
        name: form.value("name").trim().to_owned(),
        legal_form: legal_form(&form.value("legalForm"))?,
        is_producer: form.is_checked("isProducer"),
        is_retailer: form.is_checked("isRetailer"),
        tax_code: form.filled("taxCode"),
        address: form.value("address").trim().to_owned(),
        ward: form.value("ward"),
        lat: degrees("lat"),
        lon: degrees("lon"),
        contact: contact_input(form, "contact"),
        public_contact: is_public.then(|| contact_input(form, "publicContact")),
        message: form.filled("message"),
    })
}

/// Registers it, then keeps the consent: it is a thing of its own, with a text and a time.
fn send(form: Form, organisation: NewOrganisation) {
    let agrees = organisation.public_contact.is_some();
    who::submit(form, changes::register(organisation), move |answer| {
        let id = answer.register_organisation.id;
        let address = format!("/to-chuc/{}", id.inner());
        leptos::task::spawn_local(async move {
            let is_kept = !agrees || api::change(changes::give_consent(id)).await.is_ok();
            tell(t(if is_kept { words::REGISTERED } else { words::CONSENT_NOT_KEPT }));
            navigation::go_instead(&address);
        });
    });
}
