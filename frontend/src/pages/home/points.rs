//! Some sale points beside the map of the first page. Looking at a row marks its place on the map.

use leptos::prelude::*;

use super::query::SalePoints;
use crate::map::{MapPoint, Marked};
use crate::text::{about as words, kinds, language, t, words as counts};

/// The latest points, and the way to all of them.
pub(super) fn latest(points: &SalePoints, marked: RwSignal<Marked>) -> AnyView {
    let rows = points.nodes.iter().map(|point| row(point.clone(), marked));
    let all = counts::count(points.total_count, counts::Counted::SalePoints, language());
    view! {
        <h3>{t(words::LATEST_POINTS)}</h3>
        <ul class="plain-list rows">{rows.collect_view()}</ul>
        <p><a class="all-link" href="/diem-ban">{words::all_of(&all)}</a></p>
    }
    .into_any()
}

fn row(point: MapPoint, marked: RwSignal<Marked>) -> AnyView {
    let ids = vec![point.id.inner().to_owned()];
    let at = point.location.as_ref().map(|location| (location.lat, location.lon));
    let look = move || marked.set(Marked { ids: ids.clone(), at });
    let look_too = look.clone();
    let look_away = move || marked.set(Marked::default());
    let place =
        point.address.or(point.ward.map(|ward| ward.name)).or(point.former_district.map(|old| old.name));
    view! {
        <li
            class="row points-row"
            on:mouseenter=move |_| look()
            on:mouseleave=move |_| look_away()
            on:focusin=move |_| look_too()
            on:focusout=move |_| look_away()
        >
            <a class="row-link" href=format!("/diem-ban/{}", point.id.inner())>{point.name}</a>
            <span class="small">{t(kinds::sale_point_kind(point.kind))}</span>
            {place.map(|place| view! { <span class="quiet small">{place}</span> })}
        </li>
    }
    .into_any()
}
