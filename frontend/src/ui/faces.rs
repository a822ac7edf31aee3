//! The four faces of what was asked: loading, failed, and full or empty as the content decides.

use std::sync::Arc;

use leptos::prelude::*;

use super::FailureFace;
use crate::api::Asked;

/// Shows the waiting face, the failure or the answer. While a newer answer is on its way the earlier one stays,
/// marked as busy.
pub(crate) fn faces<Q: Send + Sync + 'static>(
    asked: Asked<Q>,
    waiting: impl Fn() -> AnyView + Send + 'static,
    full: impl Fn(Arc<Q>) -> AnyView + Send + 'static,
) -> AnyView {
    let face = move || match asked.answer.get() {
        None => waiting(),
        Some(Ok(answer)) => full(answer),
        Some(Err(failure)) => view! { <FailureFace failure again=move |()| asked.ask_again()/> }.into_any(),
    };
    let busy = move || asked.busy.get().to_string();
    view! { <div class="faces" aria-busy=busy>{face}</div> }.into_any()
}
