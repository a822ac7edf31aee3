//! The face of waiting: the shape of what will come, so that nothing jumps.

use leptos::prelude::*;

use crate::text::{shell, t};

/// Cards that are on their way.
#[component]
pub(crate) fn CardSkeleton(
    /// How many.
    count: usize,
) -> impl IntoView {
    let cards = (0..count).map(|_| view! { <div class="skeleton skeleton-card"></div> }).collect_view();
    view! { <div role="status"><span class="for-readers">{t(shell::LOADING)}</span>{cards}</div> }
}

/// A heading and text that are on their way.
#[component]
pub(crate) fn TextSkeleton() -> impl IntoView {
    view! {
        <div role="status">
            <span class="for-readers">{t(shell::LOADING)}</span>
            <div class="skeleton skeleton-heading"></div>
            <div class="skeleton skeleton-line"></div>
            <div class="skeleton skeleton-line"></div>
            <div class="skeleton skeleton-line"></div>
        </div>
    }
}
