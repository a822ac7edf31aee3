//! An address at which there is nothing.

use leptos::prelude::*;

use crate::text::{shell, t};
use crate::ui::Heading;

/// An address at which there is nothing.
#[component]
pub(crate) fn NotFoundPage() -> impl IntoView {
    view! { <Heading text=t(shell::NOT_FOUND)/> }
}
