//! One sale point: what it is, whether it is open as of when, how to get there, what is on sale, and who says so.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shared::ErrorCode;

use super::choice::Choice;
use super::list::status;
use super::point_query::{self, Point, PointById};
use super::stock::OnSaleHere;
use crate::api::{self, Asked, Failure};
use crate::facts::Sources;
use crate::map::{Directions, PlaceMap, View, directions};
use crate::pages::not_found::NotFound;
use crate::text::{kinds, language, map, sale_points as words, stock, t};
use crate::ui::{Heading, TextSkeleton, faces};

/// How close the map is opened around a point.
const CLOSE: u8 = 13;

/// The page of one point.
#[component]
pub(crate) fn SalePointPage() -> impl IntoView {
    let params = use_params_map();
    let asked = api::ask(move || {
        let id = params.with(|params| params.get("id"))?;
        id.parse::<shared::SalePointId>().ok()?;
        Some(point_query::question(id))
    });
    let is_missing =
        Memo::new(move |_| matches!(asked.answer.get(), Some(Err(Failure::Refused(ErrorCode::NotFound)))));
    move || if is_missing.get() { view! { <NotFound/> }.into_any() } else { known(asked) }
}

fn known(asked: Asked<PointById>) -> AnyView {
    faces(
        asked,
        || view! { <TextSkeleton/> }.into_any(),
        |answer| match &answer.sale_point {
            Some(point) => full(point),
            None => view! { <NotFound/> }.into_any(),
        },
    )
}

fn full(point: &Point) -> AnyView {
    let history = words::history(point.published_on, point.opened_on, point.stopped_on, language());
    let as_of = point
        .status
        .map(|_| point.status_as_of.map_or_else(|| t(words::DAY_NOT_KNOWN).to_owned(), words::as_of));
    view! {
        <article class="columns columns-even">
            <div class="column-main">
                <Heading text=point.name.clone()/>
                <p class="details">
                    <span>{t(kinds::sale_point_kind(point.kind))}</span>
                    {status(point.status)}
                    {as_of.map(|as_of| view! { <span class="quiet small">{as_of}</span> })}
                </p>
                <h2 class="for-readers">{t(words::FACTS)}</h2>
                <dl class="facts">
                    {point.status.is_none().then(|| fact(words::STATUS, t(words::STATUS_NOT_KNOWN)))}
                    {fact(words::ADDRESS, address(point))}
                    {ward(point)}
                    {fact(words::FORMER_DISTRICT, point.former_district.as_ref().map(|unit| unit.name.clone()))}
                    {operator(point)}
                    {fact(words::HOURS, t(words::HOURS_NOT_KNOWN))}
                    {history.map(|history| fact(words::HISTORY, history))}
                </dl>
                <section>
                    <h2>{t(words::ON_SALE)}</h2>
                    <OnSaleHere stock=point.stock.clone()/>
                    {(point.viewer_may_keep || point.viewer_may_assign).then(|| to_keeping(&point.id))}
                </section>
            </div>
            <div class="column-second">
                {way(point)}
                <Sources sources=point.sources.clone()/>
            </div>
        </article>
    }
    .into_any()
}

/// One fact; what nobody says is said to be unknown.
fn fact(name: crate::text::Text, value: impl Into<Known>) -> AnyView {
    match value.into().0 {
        Some(value) => view! { <dt>{t(name)}</dt><dd>{value}</dd> }.into_any(),
        None => view! { <dt>{t(name)}</dt><dd class="quiet">{t(words::NOT_KNOWN)}</dd> }.into_any(),
    }
}

/// A value, if it is known.
struct Known(Option<String>);

impl From<Option<String>> for Known {
    fn from(value: Option<String>) -> Self {
        Self(value)
    }
}

impl From<String> for Known {
    fn from(value: String) -> Self {
        Self(Some(value))
    }
}

impl From<&str> for Known {
    fn from(value: &str) -> Self {
        Self(Some(value.to_owned()))
    }
}

/// The address as the source writes it, with the city when the source leaves it out.
fn address(point: &Point) -> Option<String> {
    let address = point.address.clone()?;
    let city = point.province.as_ref().map(|unit| unit.name.clone()).unwrap_or_default();
    let short = city.trim_start_matches("Thành phố ").trim_start_matches("Tỉnh ");
    Some(if short.is_empty() || address.contains(short) { address } else { format!("{address}, {short}") })
}

fn ward(point: &Point) -> AnyView {
    let Some(ward) = &point.ward else {
        return fact(words::WARD, None);
    };
    let basis = words::ward_basis(point.ward_basis);
    view! {
        <dt>{t(words::WARD)}</dt>
        <dd>
            {ward.name.clone()}
            {basis.map(|basis| view! { " "<span class="quiet small">"("{t(basis)}")"</span> })}
        </dd>
    }
    .into_any()
}

fn operator(point: &Point) -> AnyView {
    match &point.operator {
        Some(operator) => view! {
            <dt>{t(words::OPERATOR)}</dt>
            <dd><a href=format!("/chu-the/{}", operator.id.inner())>{operator.name.clone()}</a></dd>
        }
        .into_any(),
        None => fact(words::OPERATOR, point.operator_name.clone()),
    }
}

/// How to get there: a sketch, how exact it is, and a link to a guide.
fn way(point: &Point) -> AnyView {
    let location = point.location.as_ref();
    let precision = location.map(|location| location.precision);
    let directions = directions(&point.name, point.address.as_deref(), location);
    let sketch = match location {
        Some(location) => {
            let view = View::new(location.lat, location.lon, CLOSE);
            let on_map = Choice { view: Some(view), ..Choice::default() }.address();
            view! {
                <PlaceMap point=point.on_map()/>
                <p class="quiet small points-precision">{sentence(t(map::precision(precision)))}</p>
                <p><a href=on_map>{t(words::ON_THE_MAP)}</a></p>
            }
            .into_any()
        }
        None => view! { <p class="quiet">{t(words::NO_PLACE)}</p> }.into_any(),
    };
    view! {
        <section>
            <h2>{t(words::HOW_TO_GET_THERE)}</h2>
            {sketch}
            {directions.map(|address| view! { <p><Directions address/></p> })}
        </section>
    }
    .into_any()
}

/// With a capital at the beginning.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

/// The way to where its stock is kept.
fn to_keeping(point: &cynic::Id) -> AnyView {
    let address = format!("/diem-ban/{}/hang", point.inner());
    view! { <p><a class="button-second" href=address>{t(stock::KEEP)}</a></p> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_begins_with_a_capital() {
        assert_eq!(sentence("đo tại chỗ"), "Đo tại chỗ");
        assert_eq!(sentence(""), "");
    }
}
