//! The latest answer that there was: what a page keeps showing while it asks anew, or when nobody answers.

use std::sync::Arc;

use leptos::prelude::*;

use super::Asked;

/// The latest answer about what is wanted; `is_wanted` says whether an earlier one still is. A failure takes nothing away
/// from who is at work.
pub(crate) fn latest<Q: Send + Sync + 'static>(
    asked: Asked<Q>,
    is_wanted: impl Fn(&Q) -> bool + Send + Sync + 'static,
) -> Memo<Option<Arc<Q>>> {
    Memo::new_with_compare(
        move |before: Option<&Option<Arc<Q>>>| match asked.answer.get() {
            Some(Ok(answer)) => Some(answer),
            _ => before.cloned().flatten().filter(|before| is_wanted(before)),
        },
        |before, now| match (before.and_then(Option::as_ref), now.and_then(Option::as_ref)) {
            (Some(before), Some(now)) => !Arc::ptr_eq(before, now),
            (before, now) => before.is_some() != now.is_some(),
        },
    )
}
