//! The public contact, and the consent under which it is shown.

use leptos::prelude::*;
use shared::Problem;

use super::changes;
use super::organisation::contact;
use super::query::{Consent, Organisation};
use crate::text::{organisation as words, t, terms, words as counts};
use crate::ui::form::{CheckField, Form, FormFrame, Submit, Wrong};
use crate::ui::tell;
use crate::who;

/// The part of the page about it; `changed` where the person may give or withdraw the consent.
pub(super) fn section(organisation: &Organisation, changed: Option<Callback<()>>) -> AnyView {
    let id = organisation.id.clone();
    let consent = match (organisation.public_contact_consent.clone(), changed) {
        (Some(consent), changed) => given(consent, id, changed),
        (None, Some(changed)) => give(id, changed),
        (None, None) => view! { <p>{t(words::CONSENT_NONE)}</p> }.into_any(),
    };
    view! {
        <section>
            <h2>{t(words::PUBLIC_CONTACT)}</h2>
            {contact(&organisation.public_contact)}
            {consent}
        </section>
    }
    .into_any()
}

fn given(consent: Consent, id: cynic::Id, changed: Option<Callback<()>>) -> AnyView {
    let button = changed.map(|changed| withdraw_button(id, changed));
    view! {
        <p class="quiet small">
            {t(words::CONSENT_GIVEN)}" "{counts::instant(consent.given_at)}
            " ("{t(words::CONSENT_VERSION)}" "{consent.text_version}")"
        </p>
        {button}
    }
    .into_any()
}

fn withdraw_button(id: cynic::Id, changed: Callback<()>) -> AnyView {
    let busy = RwSignal::new(false);
    let withdraw = move |_| {
        who::act(busy, changes::withdraw_consent(id.clone()), move |_| {
            tell(t(words::CONSENT_GONE));
            changed.run(());
        });
    };
    view! {
        <button class="button-second" aria-disabled=move || busy.get().to_string() on:click=withdraw>
            {t(words::CONSENT_WITHDRAW)}
        </button>
    }
    .into_any()
}

fn give(id: cynic::Id, changed: Callback<()>) -> AnyView {
    let form = Form::new("consent", "", &who::account(), id.inner());
    let submit = move |()| {
        if !form.is_checked("textVersion") {
            return form.object(vec![Wrong::at("textVersion", Problem::NotAgreed)]);
        }
        who::submit(form, changes::give_consent(id.clone()), move |_| {
            tell(t(words::CONSENT_KEPT));
            changed.run(());
        });
    };
    view! {
        <p>{t(words::CONSENT_NONE)}</p>
        <p class="small">{t(terms::PUBLIC_CONTACT)}</p>
        <FormFrame form submit>
            <CheckField form name="textVersion" label=t(words::PUBLIC_CONTACT_CHECK)/>
            <Submit form words=t(words::CONSENT_GIVE)/>
        </FormFrame>
    }
    .into_any()
}
