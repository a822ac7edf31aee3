//! A list that comes in pages: the first follows its question, the next are added below it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;

use super::ask::recalled;
use super::memory::{self, Age};
use super::{Asked, Failure, Question, ask, run};

type Ask<Q> = Arc<dyn Fn(Option<String>) -> Option<Question<Q>> + Send + Sync>;

/// The pages of a list that are known so far.
pub(crate) struct Pages<Q: Send + Sync + 'static> {
    /// The first page.
    pub(crate) first: Asked<Q>,
    /// The pages after it.
    pub(crate) further: RwSignal<Vec<Arc<Q>>>,
    /// Whether the next page is on its way.
    pub(crate) busy: RwSignal<bool>,
    /// Why the next page did not come.
    pub(crate) failure: RwSignal<Option<Failure>>,
    question: StoredValue<Ask<Q>>,
    cursor_after: fn(&Q) -> Option<String>,
}

impl<Q: Send + Sync> Clone for Pages<Q> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Q: Send + Sync> Copy for Pages<Q> {}

/// Asks for the first page, and for others when told to. The question is given the cursor to go on from;
/// `cursor_after` finds it on a page that is not the last. Pages seen a short while ago are there at once, so a
/// person who comes back finds the list as long as it was.
pub(crate) fn ask_pages<Q: DeserializeOwned + Send + Sync + 'static>(
    question: impl Fn(Option<String>) -> Option<Question<Q>> + Send + Sync + 'static,
    cursor_after: fn(&Q) -> Option<String>,
) -> Pages<Q> {
    let question: Ask<Q> = Arc::new(question);
    let first = {
        let question = question.clone();
        ask(move || question(None))
    };
    let further = RwSignal::new(Vec::new());
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None));
    {
        let question = question.clone();
        Effect::new(move |before: Option<Began<Q>>| {
            first.answered.track();
            let now = Began { first: first.get(), age: memory::age() };
            if before.is_some_and(|before| before.is_still(&now)) {
                return now;
            }
            let mut pages = Vec::new();
            let mut last = now.first.clone();
            while let Some(page) = last.take().and_then(|page| {
                let cursor = cursor_after(&page)?;
                recalled(&untrack(|| question(Some(cursor)))?)
            }) {
                let page = Arc::new(page);
                pages.push(page.clone());
                last = Some(page);
            }
            busy.set(false);
            failure.set(None);
            further.set(pages);
            now
        });
    }
    Pages { first, further, busy, failure, question: StoredValue::new(question), cursor_after }
}

/// What further pages began with.
struct Began<Q> {
    first: Option<Arc<Q>>,
    age: Age,
}

impl<Q> Began<Q> {
    /// Whether the further pages are as good as they were. When the first page is the same although something was changed
    /// meanwhile, that may have been on one of these.
    fn is_still(&self, now: &Self) -> bool {
        let is_same = match (&self.first, &now.first) {
            (Some(before), Some(now)) => Arc::ptr_eq(before, now),
            (before, now) => before.is_none() && now.is_none(),
        };
        is_same && self.age == now.age
    }
}

impl<Q: DeserializeOwned + Send + Sync + 'static> Pages<Q> {
    /// Whether there are more than the pages shown.
    pub(crate) fn has_more(&self) -> bool {
        let last = self.further.with(|further| further.last().cloned()).or_else(|| self.first.get());
        last.is_some_and(|last| (self.cursor_after)(&last).is_some())
    }

    /// Fetches the next page.
    pub(crate) fn fetch_next(&self) {
        let pages = *self;
        let first = untrack(|| pages.first.get());
        let last = pages.further.with_untracked(|further| further.last().cloned()).or_else(|| first.clone());
        let question = last.and_then(|last| {
            let cursor = (pages.cursor_after)(&last)?;
            untrack(|| pages.question.get_value()(Some(cursor)))
        });
        let Some(question) = question else { return };
        pages.busy.set(true);
        pages.failure.set(None);
        spawn_local(async move {
            let page = run(question).await;
            // The page may have been left, or the list be another one by now.
            let now = pages.first.answer.try_get_untracked().flatten().and_then(Result::ok);
            let same = now.zip(first).is_some_and(|(now, before)| Arc::ptr_eq(&now, &before));
            if !same {
                return;
            }
            pages.busy.set(false);
            match page {
                Ok(page) => pages.further.update(|further| further.push(Arc::new(page))),
                Err(failure) => pages.failure.set(Some(failure)),
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn further_pages_stay_while_the_first_is_the_same_and_nothing_was_changed() {
        let first = Arc::new(1);
        let began = |first: &Arc<i32>| Began { first: Some(first.clone()), age: memory::age() };
        let before = began(&first);

        assert!(before.is_still(&began(&first)));
        assert!(!before.is_still(&began(&Arc::new(1))));
        memory::forget();
        assert!(!before.is_still(&began(&first)));
    }
}
