//! Producers by name.

use leptos::prelude::*;

use crate::text::{shell, t};
use crate::ui::Heading;

/// Producers by name.
#[component]
pub(crate) fn ProducersPage() -> impl IntoView {
    view! { <Heading text=t(shell::PRODUCERS)/> }
}
