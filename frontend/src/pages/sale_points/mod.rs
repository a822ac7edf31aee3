//! Sale points: the list with its map, and one point.

use leptos::prelude::*;

use crate::text::{shell, t};
use crate::ui::Heading;

/// The list of sale points with the map.
#[component]
pub(crate) fn SalePointsPage() -> impl IntoView {
    view! { <Heading text=t(shell::SALE_POINTS)/> }
}

/// One sale point.
#[component]
pub(crate) fn SalePointPage() -> impl IntoView {
    view! { <Heading text=t(shell::SALE_POINTS)/> }
}
