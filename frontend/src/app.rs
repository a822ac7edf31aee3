//! The addresses of the page and what is shown at each.

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use crate::pages::{about, events, home, not_found, producer, producers, product, products, sale_points};
use crate::shell::{Shell, ShellState};
use crate::{api, text};

/// Draws the page in place of what the document showed while it was loading.
pub(crate) fn mount() {
    if let Some(waiting) = document().get_element_by_id("waiting") {
        waiting.remove();
    }
    mount_to_body(App);
}

/// The whole page. A change of language draws it anew; what was chosen is in the address and what was asked is
/// remembered, so nothing is lost.
#[component]
fn App() -> impl IntoView {
    let language = RwSignal::new(text::language());
    let state = ShellState { language, server: api::watch_the_server(), typed: RwSignal::new(String::new()) };
    view! { <Router>{move || { language.track(); view! { <Shell state>{places()}</Shell> } }}</Router> }
}

fn places() -> AnyView {
    view! {
        <FlatRoutes fallback=not_found::NotFoundPage>
            <Route path=path!("/") view=home::HomePage/>
            <Route path=path!("/san-pham") view=products::ProductsPage/>
            <Route path=path!("/san-pham/:id") view=product::ProductPage/>
            <Route path=path!("/diem-ban") view=sale_points::SalePointsPage/>
            <Route path=path!("/diem-ban/:id") view=sale_points::SalePointPage/>
            <Route path=path!("/chu-the") view=producers::ProducersPage/>
            <Route path=path!("/chu-the/:id") view=producer::ProducerPage/>
            <Route path=path!("/su-kien") view=events::EventsPage/>
            <Route path=path!("/su-kien/:id") view=events::EventPage/>
            <Route path=path!("/gioi-thieu") view=about::AboutPage/>
        </FlatRoutes>
    }
    .into_any()
}
