//! Trade events: the list, and one event.

use leptos::prelude::*;

use crate::text::{shell, t};
use crate::ui::Heading;

/// The list of events.
#[component]
pub(crate) fn EventsPage() -> impl IntoView {
    view! { <Heading text=t(shell::EVENTS)/> }
}

/// One event.
#[component]
pub(crate) fn EventPage() -> impl IntoView {
    view! { <Heading text=t(shell::EVENTS)/> }
}
