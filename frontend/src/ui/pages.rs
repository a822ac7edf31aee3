//! A list that comes in pages, with the button for more at its end.

use std::sync::Arc;

use leptos::prelude::*;
use serde::de::DeserializeOwned;

use super::{FailureFace, Pager};
use crate::api::Pages;

/// The rows of the first page, then those of further pages, each drawn once, and the pager.
pub(crate) fn paged_list<Q: DeserializeOwned + Send + Sync + 'static>(
    class: &'static str,
    first: &Q,
    pages: Pages<Q>,
    rows: fn(&Q) -> AnyView,
) -> AnyView {
    let more = Signal::derive(move || pages.has_more() && pages.failure.read().is_none());
    view! {
        <ul class=class>
            {rows(first)}
            <For
                each=move || pages.further.get()
                key=|page| Arc::as_ptr(page) as usize
                children=move |page| rows(&page)
            />
        </ul>
        {move || {
            let failure = pages.failure.get()?;
            Some(view! { <FailureFace failure again=move |()| pages.fetch_next()/> })
        }}
        <Pager more busy=pages.busy next=move |()| pages.fetch_next()/>
    }
    .into_any()
}
