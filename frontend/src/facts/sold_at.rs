//! Where a product is sold, and as of when: a fact that fades as it ages.

use leptos::prelude::*;

use super::Unit;
use crate::api::{SalePointStatus, schema};
use crate::text::{kinds, product, t, words};
use crate::ui::{Badge, Empty, Fresh, Freshness, Tone};

/// Days for which a confirmation counts as fresh.
const FRESH_DAYS: i64 = 90;

/// A point that says it sells the product.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
pub(crate) struct Stock {
    pub(crate) sale_point: StockPoint,
    pub(crate) confirmed_at: Option<DateTime>,
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

/// An instant as the server writes it.
#[derive(cynic::Scalar, Clone, PartialEq)]
pub(crate) struct DateTime(pub(crate) String);

impl DateTime {
    /// Its day.
    pub(crate) fn day(&self) -> Option<chrono::NaiveDate> {
        self.0.get(..10)?.parse().ok()
    }
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
            let day = confirmed_at.as_ref().and_then(DateTime::day);
            let words = match (day, confirmed_by) {
                (None, _) => t(product::CONFIRMED_NEVER).to_owned(),
                (Some(day), None) => format!("{} {}", t(product::CONFIRMED_ON), words::date(day)),
                (Some(day), Some(by)) => {
                    format!("{} {} {} {by}", t(product::CONFIRMED_ON), words::date(day), t(product::BY))
                }
            };
            let stopped = (point.status == Some(SalePointStatus::Stopped))
                .then(|| view! { <Badge tone=Tone::Bad text=t(kinds::sale_point_status(point.status))/> });
            let place = point.address.or_else(|| point.former_district.map(|district| district.name));
            view! {
                <li class="row">
                    <a href=format!("/diem-ban/{}", point.id.inner())>{point.name}</a>
                    {stopped}
                    <span class="quiet small">{place}</span>
                    <Freshness fresh=fresh(day, today()) words/>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="plain-list rows">{rows}</ul> }.into_any()
}

fn today() -> Option<chrono::NaiveDate> {
    String::from(js_sys::Date::new_0().to_iso_string()).get(..10)?.parse().ok()
}

fn fresh(confirmed: Option<chrono::NaiveDate>, today: Option<chrono::NaiveDate>) -> Fresh {
    match (confirmed, today) {
        (Some(confirmed), Some(today)) if (today - confirmed).num_days() <= FRESH_DAYS => Fresh::Lately,
        (Some(_), _) => Fresh::LongAgo,
        (None, _) => Fresh::Never,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_confirmation_fades() {
        let on = |confirmed: &str| fresh(confirmed.parse().ok(), "2026-11-23".parse().ok());

        assert_eq!(
            [on("2026-10-12"), on("2026-01-01"), on("")],
            [Fresh::Lately, Fresh::LongAgo, Fresh::Never]
        );
    }
}
