//! Sending a form as somebody: when the session is gone, what was typed is kept and the way leads to the sign-in and
//! back.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;
use shared::ErrorCode;

use super::{lost, sign_in_and_return};
use crate::api::{self, Failure, Question, Refused};
use crate::navigation;
use crate::text::{failures, t};
use crate::ui::form::Form;
use crate::ui::tell;

/// Sends a form, and does something with the answer when it was taken.
pub(crate) fn submit<Q: DeserializeOwned + 'static>(
    form: Form,
    question: Question<Q>,
    done: impl FnOnce(Q) + 'static,
) {
    submit_or(form, question, done, Some);
}

/// The same; `refused` may deal with a refusal itself, and gives back what is to be shown.
pub(crate) fn submit_or<Q: DeserializeOwned + 'static>(
    form: Form,
    question: Question<Q>,
    done: impl FnOnce(Q) + 'static,
    refused: impl FnOnce(Refused) -> Option<Refused> + 'static,
) {
    form.begin();
    spawn_local(async move {
        let answer = api::change(question).await;
        // The page may have been left meanwhile; what was typed is still in its draft.
        if form.running.try_get_untracked().is_none() {
            return;
        }
        form.running.set(false);
        match answer {
            Ok(answer) => {
                form.succeed();
                done(answer);
            }
            Err(refusal) if is_lost(&refusal) => go_to_sign_in(),
            Err(refusal) => {
                if let Some(refusal) = refused(refusal) {
                    form.refuse(&refusal);
                }
            }
        }
    });
}

/// Does something at the press of a button, outside a form. `busy` is true meanwhile; what went wrong is told.
pub(crate) fn act<Q: DeserializeOwned + 'static>(
    busy: RwSignal<bool>,
    question: Question<Q>,
    done: impl FnOnce(Q) + 'static,
) {
    act_or(busy, question, done, Some);
}

/// The same; `refused` may deal with a refusal itself, and gives back what is to be told.
pub(crate) fn act_or<Q: DeserializeOwned + 'static>(
    busy: RwSignal<bool>,
    question: Question<Q>,
    done: impl FnOnce(Q) + 'static,
    refused: impl FnOnce(Refused) -> Option<Refused> + 'static,
) {
    if busy.get_untracked() {
        return;
    }
    busy.set(true);
    spawn_local(async move {
        let answer = api::change(question).await;
        if busy.try_set(false).is_some() {
            return;
        }
        match answer {
            Ok(answer) => done(answer),
            Err(refusal) if is_lost(&refusal) => go_to_sign_in(),
            Err(refusal) => {
                let Some(refusal) = refused(refusal) else { return };
                let problem = refusal.fields.first().map(|wrong| crate::text::forms::problem(wrong.problem));
                tell(t(problem.unwrap_or_else(|| failures::words(refusal.failure))));
            }
        }
    });
}

/// Whether somebody else was quicker.
pub(crate) fn is_conflict(refusal: &Refused) -> bool {
    refusal.failure == Failure::Refused(ErrorCode::Conflict)
}

fn is_lost(refusal: &Refused) -> bool {
    refusal.failure == Failure::Refused(ErrorCode::Unauthenticated)
}

fn go_to_sign_in() {
    let address = sign_in_and_return();
    lost();
    tell(t(crate::text::account::SESSION_ENDED));
    navigation::go(&address);
}
