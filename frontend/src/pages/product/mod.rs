//! One product.

use leptos::prelude::*;

use crate::text::{shell, t};
use crate::ui::Heading;

/// One product.
#[component]
pub(crate) fn ProductPage() -> impl IntoView {
    view! { <Heading text=t(shell::PRODUCTS)/> }
}
