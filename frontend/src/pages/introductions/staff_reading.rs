//! A conversation for staff: it is private to both sides, so they say why before they read, and each time they read is on
//! record. It never follows by itself.

use leptos::prelude::*;
use shared::Problem;

use super::changes;
use super::conversation::{LastSaid, Shown};
use crate::text::{conversation as words, t};
use crate::ui::form::{Form, FormFrame, Submit, TextArea, Wrong};
use crate::who;

const REASON: &str = "reason";

/// The form that asks why, then the way to what is new and what is older.
#[component]
pub(super) fn StaffReading(id: cynic::Id, shown: Shown, last_said: LastSaid) -> impl IntoView {
    // Why it is read, once that was said.
    let reason = RwSignal::new(None::<String>);
    let ask = {
        let id = id.clone();
        move || ask_why(id.clone(), shown, reason)
    };
    let id = StoredValue::new(id);
    let busy = RwSignal::new(false);
    let read_on = move |_| {
        let Some(because) = reason.get_untracked() else { return };
        who::act(busy, changes::read_as_staff(id.get_value(), because, None), move |answer| {
            shown.take_latest(&answer.read_conversation);
        });
    };
    let older_busy = RwSignal::new(false);
    let older = Callback::new(move |after: String| {
        let Some(because) = reason.get_untracked() else { return };
        let question = changes::read_as_staff(id.get_value(), because, Some(after));
        who::act_or(
            older_busy,
            question,
            move |answer| shown.take_older(Ok(answer.read_conversation)),
            move |refused| {
                shown.take_older(Err(refused.failure));
                None
            },
        );
    });
    let news = move || {
        shown.lacks(last_said).then(|| {
            view! {
                <button class="button-second" aria-disabled=move || busy.get().to_string() on:click=read_on>
                    {t(words::STAFF_NEWS)}
                </button>
            }
        })
    };
    move || {
        if reason.with(Option::is_none) {
            return ask();
        }
        view! {
            <p role="status">{news}</p>
            {shown.list(older)}
        }
        .into_any()
    }
}

fn ask_why(id: cynic::Id, shown: Shown, reason: RwSignal<Option<String>>) -> AnyView {
    let form = Form::new("read", "", &who::account(), id.inner());
    let submit = move |()| {
        let Some(because) = form.filled(REASON) else {
            return form.object(vec![Wrong::at(REASON, Problem::Missing)]);
        };
        let question = changes::read_as_staff(id.clone(), because.clone(), None);
        who::submit(form, question, move |answer| {
            shown.take_latest(&answer.read_conversation);
            reason.set(Some(because));
        });
    };
    view! {
        <p>{t(words::STAFF_WHY)}</p>
        <FormFrame form submit>
            <TextArea form name=REASON label=t(words::STAFF_REASON) hint=t(words::STAFF_REASON_HINT)/>
            <Submit form words=t(words::STAFF_READ)/>
        </FormFrame>
    }
    .into_any()
}
