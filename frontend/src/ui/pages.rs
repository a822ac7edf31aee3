//! The rows of a list that comes in pages, with the button for more at its end.

use std::sync::Arc;

use leptos::prelude::*;
use serde::de::DeserializeOwned;

use super::{FailureFace, Pager};
use crate::api::Pages;

/// The further pages below the first one, each drawn once, and the pager.
pub(crate) fn further_pages<Q: DeserializeOwned + Send + Sync + 'static>(
    pages: Pages<Q>,
    rows: fn(&Q) -> AnyView,
) -> AnyView {
    view! {
        <For
            each=move || pages.further.get()
            key=|page| Arc::as_ptr(page) as usize
            children=move |page| rows(&page)
        />
        {move || pages.failure.get().map(|failure| {
            view! { <FailureFace failure again=move |()| pages.fetch_next()/> }
        })}
        <Pager
            more=Signal::derive(move || pages.has_more() && pages.failure.read().is_none())
            busy=pages.busy
            next=move |()| pages.fetch_next()
        />
    }
    .into_any()
}
