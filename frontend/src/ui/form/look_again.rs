//! What a form does when somebody else has saved meanwhile: it fetches what is saved now, takes it where nothing was
//! typed, and asks where something was.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;
use shared::ErrorCode;

use super::differing::{Differing, Together, meet};
use super::{Form, VERSION};
use crate::api::{self, Failure, Question, Refused};

/// A thing as it is saved now: the values of its fields in the form, and its version.
pub(crate) struct Saved {
    pub(crate) values: Vec<(String, String)>,
    pub(crate) version: i32,
}

/// What is to be chosen; nothing while nobody else has saved.
pub(crate) type ToChoose = RwSignal<Option<Vec<Differing>>>;

/// Asks for what is saved now; `saved` finds it in the answer. What differs is then to be chosen.
pub(crate) fn look_again<Q: DeserializeOwned + 'static>(
    form: Form,
    question: Question<Q>,
    saved: impl FnOnce(Q) -> Option<Saved> + 'static,
    together: Together,
    to_choose: ToChoose,
) {
    form.running.set(true);
    spawn_local(async move {
        let answer = api::run(question).await;
        // The page may have been left meanwhile.
        if form.running.try_set(false).is_some() {
            return;
        }
        match answer.map(saved) {
            Ok(Some(saved)) => to_choose.set(Some(take(form, &saved, together))),
            Ok(None) => form.refuse(&Refused::from(Failure::Refused(ErrorCode::NotFound))),
            Err(failure) => form.refuse(&Refused::from(failure)),
        }
    });
}

/// The part that is the same for every question, compiled once.
fn take(form: Form, saved: &Saved, together: Together) -> Vec<Differing> {
    let differing = meet(form, &saved.values, together);
    form.set(VERSION, saved.version.to_string());
    differing
}
