//! A question that follows what it depends on.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;
use web_sys::AbortController;

use super::{Failure, Question, answers, memory, send};

/// What is known of the answer to a question.
pub(crate) struct Asked<Q: Send + Sync + 'static> {
    /// The latest answer; nothing before the first one.
    pub(crate) answer: Memo<Option<Result<Arc<Q>, Failure>>>,
    /// Whether a newer answer is on its way; the one shown is for an earlier question.
    pub(crate) busy: RwSignal<bool>,
    /// How often somebody who waited was answered, though it may have been in the words that are shown already.
    pub(super) answered: RwSignal<u32>,
    again: Again,
}

/// Asking the same once more.
#[derive(Clone, Copy)]
struct Again {
    times: RwSignal<u32>,
    /// Whether it is only to see if something has changed.
    is_quiet: StoredValue<bool>,
}

impl<Q: Send + Sync> Clone for Asked<Q> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Q: Send + Sync> Copy for Asked<Q> {}

impl<Q: Send + Sync> Asked<Q> {
    /// The data, if there are any.
    pub(crate) fn get(&self) -> Option<Arc<Q>> {
        self.answer.get()?.ok()
    }

    /// Asks once more. What is shown stays as it is, and what is open in it, when the answer is the same.
    pub(crate) fn ask_again(&self) {
        self.again.times.update(|times| *times += 1);
    }

    /// Asks whether something has changed. What is shown stays as it is when nobody answers, too.
    pub(crate) fn look_again(&self) {
        self.again.is_quiet.set_value(true);
        self.ask_again();
    }
}

/// Asks now and whenever what the question is made of changes. `None` asks nothing: there can be no such thing.
pub(crate) fn ask<Q>(question: impl Fn() -> Option<Question<Q>> + 'static) -> Asked<Q>
where
    Q: DeserializeOwned + Send + Sync + 'static,
{
    let again = Again { times: RwSignal::new(0), is_quiet: StoredValue::new(false) };
    let Followed { text, busy, answered } =
        follow(Box::new(move || question().map(|question| question.body)), again);
    let answer = Memo::new_with_compare(
        move |_| text.get().map(|text| text.and_then(|text| answers::read(&text).map(Arc::new))),
        |_, _| true,
    );
    Asked { answer, busy, answered, again }
}

/// Asks once.
pub(crate) async fn run<Q: DeserializeOwned>(question: Question<Q>) -> Result<Q, Failure> {
    let text = match memory::recall(&question.body, js_sys::Date::now()) {
        Some(text) => text,
        None => send::send(&question.body, AbortController::new().ok().as_ref()).await?,
    };
    answers::read(&text)
}

/// Asks the server once, whatever is remembered.
pub(crate) async fn run_anew<Q: DeserializeOwned>(question: Question<Q>) -> Result<Q, Failure> {
    answers::read(&send::send(&question.body, AbortController::new().ok().as_ref()).await?)
}

type Body = Box<dyn Fn() -> Option<String>>;
type Answer = Result<Arc<str>, Failure>;

/// What is known of the answer while it is text.
#[derive(Clone, Copy)]
struct Followed {
    text: RwSignal<Option<Answer>>,
    busy: RwSignal<bool>,
    answered: RwSignal<u32>,
}

/// The part that is the same for every question, compiled once.
fn follow(body: Body, again: Again) -> Followed {
    let text = RwSignal::new(None);
    let busy = RwSignal::new(true);
    let answered = RwSignal::new(0_u32);
    let turn = StoredValue::new(0_u32);
    let running = StoredValue::new_local(None::<AbortController>);
    // The question that is answered by what is shown.
    let shown = StoredValue::new(None::<String>);
    let take = move |body: String, answer: Answer, is_quiet: bool| {
        let is_same = shown.with_value(|shown| shown.as_ref() == Some(&body));
        let is_news = !is_same || text.with_untracked(|text| is_news(text.as_ref(), &answer, is_quiet));
        shown.set_value(Some(body));
        if is_news {
            text.set(Some(answer));
        }
        if !is_quiet {
            answered.update(|times| *times += 1);
        }
        busy.set(false);
    };

    Effect::new(move |_| {
        again.times.track();
        if let Some(server) = send::server() {
            server.returned.track();
        }
        let body = body();
        let is_same = shown.with_value(|shown| *shown == body);
        let is_quiet = again.is_quiet.get_value() && is_same;
        again.is_quiet.set_value(false);
        turn.update_value(|turn| *turn += 1);
        if let Some(Some(earlier)) = running.try_update_value(Option::take) {
            earlier.abort();
        }
        let Some(body) = body else {
            shown.set_value(None);
            busy.set(false);
            text.set(Some(Err(Failure::Refused(shared::ErrorCode::NotFound))));
            return;
        };
        if let Some(known) = memory::recall(&body, js_sys::Date::now()) {
            return take(body, Ok(known), is_quiet);
        }

        if !is_quiet {
            busy.set(true);
        }
        let mine = turn.get_value();
        let stop = AbortController::new().ok();
        running.set_value(stop.clone());
        spawn_local(async move {
            let answer = send::send(&body, stop.as_ref()).await;
            // The page may have been left, or a newer question asked meanwhile.
            if turn.try_get_value() == Some(mine) {
                take(body, answer, is_quiet);
            }
        });
    });
    on_cleanup(move || {
        if let Some(Some(running)) = running.try_update_value(Option::take) {
            running.abort();
        }
    });
    Followed { text, busy, answered }
}

/// Whether an answer is to take the place of the one to the same question that is shown. `is_quiet`: nobody waits for it.
fn is_news(shown: Option<&Answer>, answer: &Answer, is_quiet: bool) -> bool {
    match (shown, answer) {
        (Some(Ok(shown)), Ok(answer)) => shown != answer,
        (Some(Ok(_)), Err(failure)) => !is_quiet || matches!(failure, Failure::Refused(_)),
        _ => true,
    }
}

/// The answer given a short while ago to the same question.
pub(super) fn recalled<Q: DeserializeOwned>(question: &Question<Q>) -> Option<Q> {
    answers::read(&memory::recall(&question.body, js_sys::Date::now())?).ok()
}

#[cfg(test)]
mod tests {
    use shared::ErrorCode;

    use super::*;

    #[test]
    fn what_is_shown_stays_unless_there_is_something_new() {
        let (old, new) = (Ok(Arc::from("old")), Ok(Arc::from("new")));
        let lost = Err(Failure::Refused(ErrorCode::Unauthenticated));

        for is_quiet in [false, true] {
            assert!(!is_news(Some(&old), &old, is_quiet) && is_news(Some(&old), &new, is_quiet));
            assert!(is_news(Some(&old), &lost, is_quiet) && is_news(Some(&lost), &lost, is_quiet));
            assert!(is_news(None, &Err(Failure::Slow), is_quiet));
        }
    }

    #[test]
    fn who_waits_is_told_of_a_silence_and_who_does_not_is_not() {
        let (shown, silence) = (Ok(Arc::from("old")), Err(Failure::Silent));

        assert!(is_news(Some(&shown), &silence, false) && !is_news(Some(&shown), &silence, true));
    }
}
