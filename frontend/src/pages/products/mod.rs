//! Products found, with filters.

use leptos::prelude::*;

use crate::text::{shell, t};
use crate::ui::Heading;

/// Products found, with filters.
#[component]
pub(crate) fn ProductsPage() -> impl IntoView {
    view! { <Heading text=t(shell::PRODUCTS)/> }
}
