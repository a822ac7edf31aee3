//! What this is and where its data come from.

use leptos::prelude::*;

use crate::text::{shell, t};
use crate::ui::Heading;

/// What this is and where its data come from.
#[component]
pub(crate) fn AboutPage() -> impl IntoView {
    view! { <Heading text=t(shell::ABOUT)/> }
}
