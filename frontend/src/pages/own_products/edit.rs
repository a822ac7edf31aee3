//! Editing a product. The version that was edited goes along: when somebody else has saved meanwhile, both versions are
//! shown and nothing typed is lost.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::ErrorCode;

use super::changes::{self, Edited};
use super::fields::ProductFields;
use super::query::{self, Sheet};
use super::sheet::address_of;
use super::values;
use crate::api::{self, Failure, Refused};
use crate::navigation;
use crate::text::{forms, own_products as words, t};
use crate::ui::form::{Conflict, Differing, Form, FormFrame, Submit, meet};
use crate::ui::tell;
use crate::who;

/// The part of the page with the form.
pub(super) fn section(sheet: &Sheet, changed: Callback<()>) -> AnyView {
    let id = sheet.id.clone();
    let address = address_of(sheet);
    let form = Form::new("product", "changes", &who::account(), id.inner());
    values::begin(form, values::of_sheet(sheet));
    // A draft keeps the version it began from.
    form.field("version", sheet.version.to_string());
    let conflict = RwSignal::new(None::<Vec<Differing>>);
    let save = Callback::new(move |()| {
        let read = values::read(form);
        if !read.wrong.is_empty() {
            return form.object(values::wrong(&read));
        }
        if read.changes.is_empty() {
            form.start_anew();
            return tell(t(forms::NOTHING_CHANGED));
        }
        let version = form.value("version").parse().unwrap_or_default();
        let (id, address) = (id.clone(), address.clone());
        who::submit_or(
            form,
            changes::update(id.clone(), version, Edited(read.changes)),
            move |_| {
                tell(t(forms::SAVED));
                navigation::go(&address);
                changed.run(());
            },
            move |refused| {
                if !who::is_conflict(&refused) {
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
            <Conflict form title=t(words::CONFLICT) differing in_words=values::in_words save=save_chosen/>
        })}
        <FormFrame form submit=save>
            <ProductFields form/>
            <Submit form words=t(forms::SAVE)/>
        </FormFrame>
    }
    .into_any()
}

/// Fetches what is saved now, takes it where nothing was typed, and shows both versions where something was.
fn look_again(form: Form, id: cynic::Id, conflict: RwSignal<Option<Vec<Differing>>>) {
    form.running.set(true);
    spawn_local(async move {
        let answer = api::run(query::sheet(id.into_inner())).await;
        // The page may have been left meanwhile.
        if form.running.try_set(false).is_some() {
            return;
        }
        let saved = match answer {
            Ok(answer) => answer.own_product,
            Err(failure) => return form.refuse(&Refused::from(failure)),
        };
        let Some(saved) = saved else {
            return form.refuse(&Refused::from(Failure::Refused(ErrorCode::NotFound)));
        };
        let differing = meet(form, &values::of_sheet(&saved), values::together);
        form.set("version", saved.version.to_string());
        conflict.set(Some(differing));
    });
}
