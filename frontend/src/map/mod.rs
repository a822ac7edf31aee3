//! The map of sale points with its equal list beside it.

use leptos::prelude::*;

/// The map and, beside or below it, the list of the points it shows.
#[component]
pub(crate) fn SalePointMap() -> impl IntoView {
    view! { <div class="map"></div> }
}
