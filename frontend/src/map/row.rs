//! The row of a sale point in a list beside a map: looking at it marks the point on the map, and looking at the point marks
//! its row.

use leptos::prelude::*;

use super::{MapPoint, Marked};
use crate::text::{kinds, t};

/// The row; `about` stands after its name and kind.
pub(crate) fn point_row(point: MapPoint, marked: RwSignal<Marked>, about: AnyView) -> AnyView {
    let id = StoredValue::new(point.id.into_inner());
    let at = point.location.map(|location| (location.lat, location.lon));
    let is_marked = move || marked.with(|marked| id.with_value(|id| marked.holds(id)));
    let look = move || marked.set(Marked { ids: vec![id.get_value()], at });
    let look_away = move || {
        if untrack(is_marked) {
            marked.set(Marked::default());
        }
    };
    view! {
        <li
            class="row points-row"
            class:points-row-marked=is_marked
            on:mouseenter=move |_| look()
            on:mouseleave=move |_| look_away()
            on:focusin=move |_| look()
            on:focusout=move |_| look_away()
        >
            <a class="row-link" href=format!("/diem-ban/{}", id.get_value())>{point.name}</a>
            <span class="small">{t(kinds::sale_point_kind(point.kind))}</span>
            {about}
        </li>
    }
    .into_any()
}
