//! Editing a product. The version that was edited goes along: when somebody else has saved meanwhile, both versions are
//! shown and nothing typed is lost.

use std::sync::Arc;

use leptos::prelude::*;

use super::changes::{self, Edited};
use super::fields::ProductFields;
use super::query::{self, Sheet};
use super::sheet::address_of;
use super::values;
use crate::navigation;
use crate::text::{forms, own_products as words, t};
use crate::ui::form::{Conflict, Form, FormFrame, Saved, Submit, ToChoose, VERSION, look_again};
use crate::ui::tell;
use crate::who;

/// The part of the page with the form.
pub(super) fn section(sheet: &Sheet, changed: Callback<()>) -> AnyView {
    let id = sheet.id.clone();
    let address = address_of(sheet);
    let form = Form::new("product", "changes", &who::account(), id.inner());
    values::begin(form, values::of_sheet(sheet));
    // A draft keeps the version it began from.
    form.field(VERSION, sheet.version.to_string());
    let to_choose = ToChoose::new(None);
    let save = Callback::new(move |()| {
        let read = values::read(form);
        if !read.wrong.is_empty() {
            return form.object(values::wrong(&read));
        }
        if read.changes.is_empty() {
            form.start_anew();
            return tell(t(forms::NOTHING_CHANGED));
        }
        let version = form.value(VERSION).parse().unwrap_or_default();
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
                let question = query::sheet(id.into_inner());
                let saved = |answer: query::OwnProduct| {
                    let saved = answer.own_product?;
                    Some(Saved { values: values::of_sheet(&saved), version: saved.version })
                };
                look_again(form, question, saved, values::together, to_choose);
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
            <Conflict form title=t(words::CONFLICT) differing in_words=Arc::new(values::in_words) save=save_chosen/>
        })}
        <FormFrame form submit=save>
            <ProductFields form/>
            <Submit form words=t(forms::SAVE)/>
        </FormFrame>
    }
    .into_any()
}
