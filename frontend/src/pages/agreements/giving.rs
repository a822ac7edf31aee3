//! Deeds that go with words: sending a draft with a note, declining or ending with a reason. What is typed is kept.

use leptos::prelude::*;
use shared::{Problem, limits};

use super::actions::{Possible, moved_on};
use super::changes::{self, Deed};
use crate::text::{agreements as words, introductions, t};
use crate::ui::form::{Form, FormFrame, Submit, TextArea, Wrong};
use crate::ui::tell;
use crate::who;

const NOTE: &str = "note";
const REASON: &str = "reason";

/// Sends a draft to the other side. Its own side stands by it then.
pub(super) fn send_form(possible: &Possible, changed: Callback<()>) -> AnyView {
    let form = Form::new("send", "", &who::account(), possible.id.inner());
    let (id, row_version) = (possible.id.clone(), possible.row_version);
    let (label, why) = match possible.as_producer() {
        Some(_) => (words::PROPOSE, words::PROPOSE_WHY),
        None => (words::PROPOSE_BY_STAFF, words::PROPOSE_BY_STAFF_WHY),
    };
    let submit = move |()| {
        let question = changes::propose(id.clone(), row_version, form.filled(NOTE));
        let done = move |_| {
            tell(t(words::PROPOSED_NOW));
            changed.run(());
        };
        who::submit_or(form, question, done, move |refused| moved_on(refused, changed));
    };
    view! {
        <FormFrame form submit>
            <p class="quiet">{t(why)}</p>
            <TextArea form name=NOTE label=t(introductions::NOTE) optional=true longest=limits::NOTE_CHARS/>
            <Submit form words=t(label)/>
        </FormFrame>
    }
    .into_any()
}

/// Declines or ends, folded away until somebody wants to.
pub(super) fn reason_form(possible: &Possible, deed: Deed, changed: Callback<()>) -> AnyView {
    let (name, label, why, done) = match deed {
        Deed::Terminate => ("terminate", words::TERMINATE, words::TERMINATE_WHY, words::TERMINATED_NOW),
        _ => ("decline", words::DECLINE, words::DECLINE_WHY, words::DECLINED_NOW),
    };
    let form = Form::new(name, "", &who::account(), possible.id.inner());
    let possible = possible.clone();
    let submit = move |()| {
        let Some(reason) = form.filled(REASON) else {
            return form.object(vec![Wrong::at(REASON, Problem::Missing)]);
        };
        let told = move |()| {
            tell(t(done));
            changed.run(());
        };
        let refused = move |refused| moved_on(refused, changed);
        match deed {
            Deed::Terminate => {
                let question = changes::terminate(&possible, reason);
                who::submit_or(form, question, move |_: changes::Terminate| told(()), refused);
            }
            _ => {
                let question = changes::decline(&possible, reason);
                who::submit_or(form, question, move |_: changes::Decline| told(()), refused);
            }
        }
    };
    view! {
        <details open=form.is_restored()>
            <summary>{t(label)}</summary>
            <FormFrame form submit>
                <p class="quiet">{t(why)}</p>
                <TextArea form name=REASON label=t(words::REASON)/>
                <Submit form words=t(label)/>
            </FormFrame>
        </details>
    }
    .into_any()
}
