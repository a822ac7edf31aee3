//! Editing an organisation. The version that was edited goes along: when somebody else has saved meanwhile, both
//! versions are shown and nothing typed is lost.

use std::sync::Arc;

use leptos::prelude::*;

use super::fields::{ContactFields, WhatFields, WhereFields, wrong};
use super::query::{self, Organisation};
use super::{changes, edited};
use crate::navigation;
use crate::text::{forms, organisation as words, t};
use crate::ui::form::{Conflict, Form, FormFrame, Saved, Submit, ToChoose, VERSION, look_again};
use crate::ui::tell;
use crate::who;

/// The part of the page with the form.
pub(super) fn section(organisation: &Organisation, changed: Callback<()>) -> AnyView {
    let id = organisation.id.clone();
    let form = Form::new("organisation", "changes", &who::account(), id.inner());
    for (name, value) in edited::values(organisation) {
        form.field(&name, value);
    }
    // A draft keeps the version it began from.
    form.field(VERSION, organisation.version.to_string());
    let to_choose = ToChoose::new(None);
    let save = Callback::new(move |()| {
        let wrong = wrong(form);
        if !wrong.is_empty() {
            return form.object(wrong);
        }
        let changes = edited::changes(form);
        if changes.is_empty() {
            form.start_anew();
            return tell(t(forms::NOTHING_CHANGED));
        }
        let version = form.value(VERSION).parse().unwrap_or_default();
        let (id, address) = (id.clone(), format!("/to-chuc/{}", id.inner()));
        who::submit_or(
            form,
            changes::update(id.clone(), version, changes),
            move |_| {
                tell(t(forms::SAVED));
                navigation::go(&address);
                changed.run(());
            },
            move |refused| {
                if !who::is_conflict(&refused) {
                    return Some(refused);
                }
                let question = query::organisation(id.into_inner());
                let saved = |answer: query::OrganisationById| {
                    let saved = answer.organisation?;
                    Some(Saved { values: edited::values(&saved), version: saved.version })
                };
                look_again(form, question, saved, edited::together, to_choose);
                None
            },
        );
    });
    let save_chosen = Callback::new(move |()| {
        to_choose.set(None);
        save.run(());
    });
    view! {
        {move || to_choose.get().map(|differing| view! {
            <Conflict form title=t(words::CONFLICT) differing in_words=Arc::new(edited::in_words) save=save_chosen/>
        })}
        <FormFrame form submit=save>
            <WhatFields form/>
            <WhereFields form/>
            <section class="form-group-section">
                <h2>{t(words::STAFF_CONTACT)}</h2>
                <p class="quiet">{t(words::STAFF_CONTACT_WHY)}</p>
                <ContactFields form name="contact"/>
            </section>
            <section class="form-group-section">
                <h2>{t(words::PUBLIC_CONTACT)}</h2>
                <ContactFields form name="publicContact"/>
            </section>
            <Submit form words=t(forms::SAVE)/>
        </FormFrame>
    }
    .into_any()
}
