//! The face of a place where there is nothing: what it is for, and the next step.

use leptos::prelude::*;

/// Nothing is here.
#[component]
pub(crate) fn Empty(
    #[prop(into)] what: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <p>{what}</p>
            {children.map(|children| children())}
        </div>
    }
}
