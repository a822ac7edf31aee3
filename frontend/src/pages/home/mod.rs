//! The first page: search, map, what is new.

use leptos::prelude::*;

use crate::text::{shell, t};
use crate::ui::Heading;

/// The first page: search, map, what is new.
#[component]
pub(crate) fn HomePage() -> impl IntoView {
    view! { <Heading text=t(shell::SITE_IN_FULL)/> }
}
