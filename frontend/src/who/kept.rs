//! The page of one thing that others may change meanwhile: an introduction, an agreement, a round, an event, its
//! timetable. What is known of it is kept while it is asked for anew or nobody answers, so that nothing is taken from who
//! is at work.

use std::sync::Arc;

use leptos::prelude::*;
use shared::ErrorCode;

use super::heed;
use crate::api::{self, Asked, Failure};
use crate::pages::not_found::NotFound;
use crate::text::{Text, t};
use crate::ui::{FailureFace, Heading, TextSkeleton};

/// What is known of the thing that is wanted.
pub(crate) type Known<Q> = Memo<Option<Arc<Q>>>;

/// What the page is, whatever is new on it.
#[derive(Clone, PartialEq)]
enum Face {
    Waiting,
    Failed(Failure),
    Missing,
    Shown(cynic::Id),
}

/// The faces of the page. `id` tells which thing an answer is about; `full` draws it once and follows what is known.
///
/// While it waits there is no heading: a heading takes the focus of who arrives, and must not take it away with it.
pub(crate) fn kept_page<Q: Send + Sync + 'static>(
    heading: Text,
    wanted: Memo<String>,
    asked: Asked<Q>,
    id: fn(&Q) -> Option<&cynic::Id>,
    full: impl Fn(cynic::Id, Known<Q>) -> AnyView + Send + 'static,
) -> AnyView {
    Effect::new(move |_| {
        if let Some(Err(failure)) = asked.answer.get() {
            heed(failure);
        }
    });
    let known =
        api::latest(asked, move |known| id(known).is_some_and(|id| id.inner() == wanted.read().as_str()));
    let face = Memo::new(move |_| match (known.get(), asked.answer.get()) {
        (Some(known), _) => id(&known).map_or(Face::Missing, |id| Face::Shown(id.clone())),
        (None, Some(Err(Failure::Refused(ErrorCode::NotFound)))) => Face::Missing,
        (None, Some(Err(failure))) => Face::Failed(failure),
        (None, _) => Face::Waiting,
    });
    let shown = move || match face.get() {
        Face::Waiting => view! { <TextSkeleton/> }.into_any(),
        Face::Failed(failure) => view! {
            <Heading text=t(heading)/>
            <FailureFace failure again=move |()| asked.ask_again()/>
        }
        .into_any(),
        Face::Missing => view! { <NotFound/> }.into_any(),
        Face::Shown(id) => full(id, known),
    };
    view! { {shown} }.into_any()
}
