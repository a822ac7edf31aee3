//! Where a product is sold, and as of when.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::{Confirmed, Unit};
use crate::api::{SalePointStatus, schema};
use crate::text::{kinds, product, t};
use crate::ui::{Badge, Empty, Tone};

/// A point that says it sells the product.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
pub(crate) struct Stock {
    pub(crate) sale_point: StockPoint,
    pub(crate) confirmed_at: Option<DateTime<Utc>>,
    pub(crate) confirmed_by: Option<String>,
}

/// What is said of the point itself.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "SalePoint")]
pub(crate) struct StockPoint {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) address: Option<String>,
    pub(crate) status: Option<SalePointStatus>,
    pub(crate) former_district: Option<Unit>,
}

/// The points that sell it, or an honest word that none is known.
#[component]
pub(crate) fn SoldAt(stock: Vec<Stock>) -> impl IntoView {
    if stock.is_empty() {
        return view! {
            <Empty what=t(product::SOLD_NOWHERE)>
                <a class="button-second" href="/diem-ban">{t(product::SEE_POINTS)}</a>
            </Empty>
        }
        .into_any();
    }
    let rows = stock
        .into_iter()
        .map(|Stock { sale_point: point, confirmed_at, confirmed_by }| {
            let stopped = (point.status == Some(SalePointStatus::Stopped))
                .then(|| view! { <Badge tone=Tone::Bad text=t(kinds::sale_point_status(point.status))/> });
            let place = point.address.or_else(|| point.former_district.map(|district| district.name));
            view! {
                <li class="row">
                    <a href=format!("/diem-ban/{}", point.id.inner())>{point.name}</a>
                    {stopped}
                    <span class="quiet small">{place}</span>
                    <Confirmed at=confirmed_at by=confirmed_by/>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="plain-list rows">{rows}</ul> }.into_any()
}
