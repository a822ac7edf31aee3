//! Going to a place: while its part of the program is on its way the page says so at once; when it can't be had the
//! page says that too, and tries again when told to or when the server is back.

use std::pin::Pin;

use futures::FutureExt;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

use crate::api::{self, Failure};
use crate::ui::{FailureFace, TextSkeleton};

/// What opening a place gives.
pub(super) type Opened = Result<AnyView, SplitLoaderError>;

/// A part of the program on its way.
pub(super) type Fetching = Pin<Box<dyn Future<Output = Result<(), SplitLoaderError>>>>;

#[derive(Clone, Copy, PartialEq)]
enum Part {
    OnItsWay,
    Here,
    Missing(Failure),
}

/// Shows a place once its part of the program is here, which is at once if it was needed before. `open` gives nothing
/// while it is not here.
pub(super) fn arrive(fetch: fn() -> Fetching, open: fn() -> Option<AnyView>) -> AnyView {
    let part = RwSignal::new(Part::OnItsWay);
    let go = move || {
        let mut fetching = fetch();
        if let Some(Ok(())) = fetching.as_mut().now_or_never() {
            part.set(Part::Here);
            return;
        }
        part.set(Part::OnItsWay);
        spawn_local(async move {
            let outcome = match fetching.await {
                Ok(()) => Part::Here,
                Err(_) => Part::Missing(api::why_missing().await),
            };
            // Somebody who has gone elsewhere meanwhile waits no longer.
            let _ = part.try_set(outcome);
        });
    };
    go();
    api::when_the_server_returns(move || {
        if matches!(part.get_untracked(), Part::Missing(_)) {
            go();
        }
    });
    let missing = move |failure: Failure| view! { <FailureFace failure again=move |()| go()/> }.into_any();
    let face = move || match part.get() {
        Part::OnItsWay => view! { <TextSkeleton/> }.into_any(),
        Part::Here => untrack(open).unwrap_or_else(|| missing(Failure::Unreadable)),
        Part::Missing(failure) => missing(failure),
    };
    view! { {face} }.into_any()
}
