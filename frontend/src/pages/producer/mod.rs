//! One producer and its products.

use leptos::prelude::*;

use crate::text::{shell, t};
use crate::ui::Heading;

/// One producer and its products.
#[component]
pub(crate) fn ProducerPage() -> impl IntoView {
    view! { <Heading text=t(shell::PRODUCERS)/> }
}
