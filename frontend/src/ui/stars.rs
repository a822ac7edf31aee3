//! Stars, with the same in words for those who don't see them.

use leptos::prelude::*;

/// So many stars.
#[component]
pub(crate) fn Stars(count: i32, #[prop(into)] words: String) -> impl IntoView {
    let drawn = (0..count).map(|_| view! { <svg class="star"><use href="#star"></use></svg> }).collect_view();
    view! { <span class="stars" role="img" aria-label=words>{drawn}</span> }
}
