//! Some sale points beside the map of the first page. Looking at a row marks its place on the map.

use leptos::prelude::*;

use super::query::SalePoints;
use crate::map::{MapPoint, Marked, point_row};
use crate::text::{about as words, language, t, words as counts};

/// The latest points, and the way to all of them.
pub(super) fn latest(points: &SalePoints, marked: RwSignal<Marked>) -> AnyView {
    let rows = points.nodes.iter().map(|point| row(point, marked));
    let all = counts::count(points.total_count, counts::Counted::SalePoints, language());
    view! {
        <h3>{t(words::LATEST_POINTS)}</h3>
        <ul class="plain-list rows">{rows.collect_view()}</ul>
        <p><a class="all-link" href="/diem-ban">{words::all_of(&all)}</a></p>
    }
    .into_any()
}

fn row(point: &MapPoint, marked: RwSignal<Marked>) -> AnyView {
    let units = [&point.ward, &point.former_district];
    let unit = || units.into_iter().flatten().map(|unit| unit.name.clone()).next();
    let place = point.address.clone().or_else(unit);
    let place = place.map(|place| view! { <span class="quiet small">{place}</span> });
    point_row(point.clone(), marked, place.into_any())
}
