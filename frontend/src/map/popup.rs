//! What is told of a mark: one point, or the list of those that stand at one spot.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::features::{Feature, Location, MapPoint, SalePointFilter};
use super::pins::is_estimate;
use crate::address::encoded;
use crate::api::{self, schema};
use crate::text::{kinds, map as words, t};
use crate::ui::{TextSkeleton, faces};

/// Metres around a crowded spot in which its points lie.
const SPOT: f64 = 100.0;
/// Points listed of one spot.
const LISTED: i32 = 50;

#[derive(cynic::QueryVariables)]
struct SpotVariables {
    near: Near,
    filter: SalePointFilter,
    first: i32,
}

#[derive(cynic::InputObject)]
struct Near {
    lat: f64,
    lon: f64,
    #[cynic(rename = "radiusM")]
    radius_m: f64,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "SpotVariables")]
struct AtTheSpot {
    #[arguments(near: $near, filter: $filter, first: $first)]
    sale_points: SpotPoints,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "SalePointConnection")]
struct SpotPoints {
    nodes: Vec<MapPoint>,
}

/// The content of the popup.
#[component]
pub(super) fn Told(feature: Feature, filter: SalePointFilter, close: Callback<()>) -> impl IntoView {
    let directions = match feature.points.as_slice() {
        [point] => directions(&point.name, point.address.as_deref(), point.location.as_ref()),
        _ => None,
    };
    let told = match feature.points.as_slice() {
        [point] => one(point.clone()),
        [] => view! { <Crowd feature filter/> }.into_any(),
        points => many(points, feature.count),
    };
    view! {
        <div class="map-told" tabindex="-1">
            {told}
            <div class="map-told-foot">
                {directions.map(|address| view! { <Directions address/> })}
                <button type="button" class="button-quiet" on:click=move |_| close.run(())>{t(words::CLOSE)}</button>
            </div>
        </div>
    }
}

fn one(point: MapPoint) -> AnyView {
    let precision = point.location.as_ref().map(|location| location.precision);
    let place = point.address.clone().or_else(|| Some(point.ward.clone()?.name));
    view! {
        <h2><a href=format!("/diem-ban/{}", point.id.inner())>{point.name}</a></h2>
        <p>{t(kinds::sale_point_kind(point.kind))}" · "{t(kinds::sale_point_status(point.status))}</p>
        {place.map(|place| view! { <p>{place}</p> })}
        <p class="quiet small">{t(words::precision(precision))}</p>
    }
    .into_any()
}

/// A plain link to another site; nothing of it is loaded before.
#[component]
pub(crate) fn Directions(address: String) -> impl IntoView {
    view! {
        <a class="button-second" href=address rel="external noopener" target="_blank">
            {t(words::DIRECTIONS)}<span class="for-readers">" ("{t(words::OTHER_SITE)}")"</span>
        </a>
    }
}

fn many(points: &[MapPoint], count: i32) -> AnyView {
    let rows = points.iter().map(|point| {
        let precision = point.location.as_ref().map(|location| location.precision);
        view! {
            <li>
                <a href=format!("/diem-ban/{}", point.id.inner())>{point.name.clone()}</a>
                <span class="quiet small">
                    {t(kinds::sale_point_kind(point.kind))}", "{t(words::precision(precision))}
                </span>
            </li>
        }
    });
    view! {
        <h2>{words::crowd(count)}</h2>
        <ul class="plain-list map-told-list">{rows.collect_view()}</ul>
    }
    .into_any()
}

/// Points so many at one spot that the map's answer leaves them out.
#[component]
fn Crowd(feature: Feature, filter: SalePointFilter) -> impl IntoView {
    let (lat, lon, count) = (feature.lat, feature.lon, feature.count);
    let asked = api::ask(move || {
        let near = Near { lat, lon, radius_m: SPOT };
        Some(api::question(AtTheSpot::build(SpotVariables { near, filter: filter.clone(), first: LISTED })))
    });
    faces(
        asked,
        || view! { <TextSkeleton/> }.into_any(),
        move |answer| many(&answer.sale_points.nodes, count),
    )
}

/// Where to be guided: to the spot when it is known, to the written address when the spot stands for a whole unit.
pub(crate) fn directions(name: &str, address: Option<&str>, location: Option<&Location>) -> Option<String> {
    let exact = location.filter(|location| !is_estimate(location.precision));
    let written = address.map(|address| format!("{name}, {address}"));
    let spot = |location: &Location| format!("{},{}", location.lat, location.lon);
    let destination = exact.map(spot).or(written).or_else(|| location.map(spot))?;
    let destination = encoded(&destination);
    Some(format!("https://www.google.com/maps/dir/?api=1&destination={destination}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::CoordPrecision;

    #[test]
    fn directions_lead_to_what_is_known_best() {
        let at = |precision| Location { lat: 21.03, lon: 105.85, precision };
        let (street, ward) = (at(CoordPrecision::Street), at(CoordPrecision::Ward));
        let to = |address, location| directions("Mart", address, location);
        let site = "https://www.google.com/maps/dir/?api=1&destination=";

        assert_eq!(to(Some("2 phố A"), Some(&street)), Some(format!("{site}21.03%2C105.85")));
        assert_eq!(to(Some("2 phố A"), Some(&ward)), Some(format!("{site}Mart%2C+2+ph%E1%BB%91+A")));
        assert_eq!(to(None, Some(&ward)), Some(format!("{site}21.03%2C105.85")));
        assert_eq!(to(None, None), None);
    }
}
