//! Reading all pages of a list before it is shown, with word of how far it is.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;

use crate::api::{self, Failure, Question};
use crate::text::{event_print as words, t};
use crate::ui::FailureFace;
use crate::who;

/// How a list is read in pages.
pub(super) struct Reading<Q> {
    /// The question for the page behind a cursor.
    pub(super) question: fn(cynic::Id, Option<String>) -> Question<Q>,
    /// The cursor behind a page that is not the last.
    pub(super) cursor_after: fn(&Q) -> Option<String>,
    /// Rows of a page, and of the whole.
    pub(super) count: fn(&Q) -> (usize, i32),
}

/// Reads everything and shows it.
pub(super) fn all_of<Q: DeserializeOwned + Send + Sync + 'static>(
    event: cynic::Id,
    reading: Reading<Q>,
    full: fn(&[Q]) -> AnyView,
) -> AnyView {
    let Reading { question, cursor_after, count } = reading;
    let so_far = RwSignal::new((0, 0));
    let outcome = RwSignal::new(None::<Result<Arc<Vec<Q>>, Failure>>);
    let read = Callback::new(move |()| {
        so_far.set((0, 0));
        outcome.set(None);
        let event = event.clone();
        spawn_local(async move {
            let told = move |page: &Q| {
                let (rows, all) = count(page);
                so_far.try_update(|so_far| *so_far = (so_far.0 + rows, all));
            };
            let pages = api::run_all(move |after| question(event.clone(), after), cursor_after, told).await;
            if let Err(failure) = &pages {
                who::heed(*failure);
            }
            // The page may have been left meanwhile.
            let _ = outcome.try_set(Some(pages.map(Arc::new)));
        });
    });
    read.run(());
    let shown = move || match outcome.get() {
        None => {
            let (rows, all) = so_far.get();
            view! {
                <div role="status">
                    <p>{words::reading(rows, all)}</p>
                    <progress max=all.max(1).to_string() value=rows.to_string() aria-label=t(words::READING)></progress>
                </div>
            }
            .into_any()
        }
        Some(Err(failure)) => view! { <FailureFace failure again=read/> }.into_any(),
        Some(Ok(pages)) => full(&pages),
    };
    view! { {shown} }.into_any()
}
