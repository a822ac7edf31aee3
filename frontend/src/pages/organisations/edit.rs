//! Editing an organisation. The version that was edited goes along: when somebody else has saved meanwhile, both
//! versions are shown and nothing typed is lost.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::ErrorCode;

use super::fields::{ContactFields, WhatFields, WhereFields, wrong};
use super::query::{self, Organisation};
use super::{changes, edited};
use crate::api::{self, Failure, Refused};
use crate::navigation;
use crate::text::{forms, organisation as words, t};
use crate::ui::form::{Conflict, Differing, Form, FormFrame, Submit, meet};
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
    form.field("version", organisation.version.to_string());
    let conflict = RwSignal::new(None::<Vec<Differing>>);
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
        let version = form.value("version").parse().unwrap_or_default();
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
                if refused.failure != Failure::Refused(ErrorCode::Conflict) {
                    return Some(refused);
                }
                look_again(form, id, conflict);
                None
            },
        );
    });
    let save_chosen = Callback::new(move |()| {
        conflict.set(None);
        save.run(());
    });
    view! {
        {move || conflict.get().map(|differing| view! {
            <Conflict form title=t(words::CONFLICT) differing in_words=edited::in_words save=save_chosen/>
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

/// Fetches what is saved now, takes it where nothing was typed, and shows both versions where something was.
fn look_again(form: Form, id: cynic::Id, conflict: RwSignal<Option<Vec<Differing>>>) {
    form.running.set(true);
    spawn_local(async move {
        let answer = api::run(query::organisation(id.into_inner())).await;
        // The page may have been left meanwhile.
        if form.running.try_set(false).is_some() {
            return;
        }
        let saved = match answer {
            Ok(answer) => answer.organisation,
            Err(failure) => return form.refuse(&Refused::from(failure)),
        };
        let Some(saved) = saved else {
            return form.refuse(&Refused::from(Failure::Refused(ErrorCode::NotFound)));
        };
        let differing = meet(form, &edited::values(&saved), edited::together);
        form.set("version", saved.version.to_string());
        conflict.set(Some(differing));
    });
}
