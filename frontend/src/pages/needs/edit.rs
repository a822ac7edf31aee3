//! Editing a need. The version that was edited goes along: when somebody else has saved meanwhile, both versions are
//! shown and nothing typed is lost.

use std::sync::Arc;

use leptos::prelude::*;

use super::card::address_of;
use super::changes::{self, Edited};
use super::fields::NeedFields;
use super::query::{self, Need, NeedById};
use super::values;
use crate::api;
use crate::navigation;
use crate::text::{forms, need_form as words, t};
use crate::ui::form::{Conflict, Form, FormFrame, Saved, Submit, ToChoose, VERSION, look_again};
use crate::ui::tell;
use crate::who;

/// The part of the page with the form.
pub(super) fn section(need: &Need, changed: Callback<()>) -> AnyView {
    let id = need.id.clone();
    let form = Form::new("need", "changes", &who::account(), id.inner());
    values::begin(form, values::of_need(need));
    // A draft keeps the version it began from.
    form.field(VERSION, need.version.to_string());
    let choices = api::ask(|| Some(query::choices()));
    let to_choose = ToChoose::new(None);
    let save = Callback::new(move |()| {
        let read = values::read(form, choices);
        if !read.wrong.is_empty() {
            return form.object(values::wrong(&read));
        }
        if read.changes.is_empty() {
            form.start_anew();
            return tell(t(forms::NOTHING_CHANGED));
        }
        let version = form.value(VERSION).parse().unwrap_or_default();
        let id = id.clone();
        let address = address_of(&id);
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
                let saved = |answer: NeedById| {
                    let saved = answer.need?;
                    Some(Saved { values: values::of_need(&saved), version: saved.version })
                };
                look_again(form, query::need(id.into_inner()), saved, values::together, to_choose);
                None
            },
        );
    });
    let save_chosen = Callback::new(move |()| {
        to_choose.set(None);
        save.run(());
    });
    let in_words = move |fields: &[String], shown: &[String]| {
        values::in_words(untrack(|| choices.get()).as_deref(), fields, shown)
    };
    view! {
        {move || to_choose.get().map(|differing| view! {
            <Conflict form title=t(words::CONFLICT) differing in_words=Arc::new(in_words) save=save_chosen/>
        })}
        <FormFrame form submit=save>
            <NeedFields form choices/>
            <Submit form words=t(forms::SAVE)/>
        </FormFrame>
    }
    .into_any()
}
