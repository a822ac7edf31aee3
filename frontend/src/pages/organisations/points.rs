//! The sale points that an organisation runs, with the way to what each sells.

use leptos::prelude::*;

use crate::api::schema;
use crate::text::{stock as words, t};

/// A point that it runs.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "SalePoint")]
pub(crate) struct Point {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) address: Option<String>,
}

/// The part of the organisation's page with them.
pub(super) fn section(points: &[Point]) -> AnyView {
    let list = if points.is_empty() {
        view! { <p class="quiet">{t(words::NO_POINTS)}</p> }.into_any()
    } else {
        view! { <ul class="plain-list rows">{points.iter().map(row).collect_view()}</ul> }.into_any()
    };
    view! { <section><h2>{t(words::POINTS)}</h2>{list}</section> }.into_any()
}

fn row(point: &Point) -> AnyView {
    view! {
        <li class="row">
            <a class="row-link" href=format!("/diem-ban/{}/hang", point.id.inner())>{point.name.clone()}</a>
            <span class="details quiet small">{point.address.clone()}</span>
        </li>
    }
    .into_any()
}
