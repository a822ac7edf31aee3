//! An address at which there is nothing: what may have happened, and ways on.

use leptos::prelude::*;

use crate::text::{shell, t};
use crate::ui::Heading;

/// The page for an address that no page has.
#[component]
pub(crate) fn NotFoundPage() -> impl IntoView {
    view! { <NotFound/> }
}

/// The same inside a page whose thing does not exist.
#[component]
pub(crate) fn NotFound() -> impl IntoView {
    view! {
        <Heading text=t(shell::NOT_FOUND)/>
        <p>{t(shell::NOT_FOUND_WHY)}</p>
        <ul class="chips">
            <li><a class="button" href="/">{t(shell::HOME)}</a></li>
            <li><a class="button-second" href="/san-pham">{t(shell::PRODUCTS)}</a></li>
            <li><a class="button-second" href="/diem-ban">{t(shell::SALE_POINTS)}</a></li>
        </ul>
    }
}
