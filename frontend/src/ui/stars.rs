//! Stars, with the same in words for those who don't see them.

use leptos::prelude::*;

/// So many stars.
#[component]
pub(crate) fn Stars(count: i32, #[prop(into)] words: String) -> impl IntoView {
    let glyphs = "★".repeat(usize::try_from(count).unwrap_or_default());
    view! { <span class="stars" role="img" aria-label=words>{glyphs}</span> }
}
