//! The rows of sale points. Looking at a row marks its place on the map, and looking at the map marks its rows.

use leptos::prelude::*;

use super::choice::Choice;
use super::query::{PointList, PointRow};
use crate::api::{CoordPrecision, Pages, SalePointStatus};
use crate::map::{Marked, point_row};
use crate::text::{kinds, language, map, sale_points as words, t};
use crate::ui::{Badge, CardSkeleton, Empty, Tone, faces, paged_list};

/// What rows share with the map.
#[derive(Clone, Copy)]
pub(super) struct Looked {
    pub(super) marked: RwSignal<Marked>,
    /// Whether distances are wanted.
    pub(super) near: Signal<bool>,
}

/// The list with its four faces.
pub(super) fn points(pages: Pages<PointList>, choice: Memo<Choice>) -> AnyView {
    faces(
        pages.first,
        || view! { <CardSkeleton count=6/> }.into_any(),
        move |first| {
            if first.sale_points.nodes.is_empty() {
                return nothing(choice.get_untracked());
            }
            paged_list("plain-list rows", &*first, pages, rows)
        },
    )
}

fn nothing(choice: Choice) -> AnyView {
    let what = if choice.product.is_some() { words::NOTHING_SELLS } else { words::NOTHING };
    let all = choice.without_filters().address();
    let back = choice.product.as_ref().map(|id| {
        view! { <a class="button-second" href=format!("/san-pham/{id}")>{t(words::BACK_TO_PRODUCT)}</a>" " }
    });
    view! {
        <Empty what=t(what)>
            <p>{t(words::TRY_FEWER)}</p>
            {back}
            <a class="button-second" href=all>{t(words::ALL_POINTS)}</a>
        </Empty>
    }
    .into_any()
}

fn rows(page: &PointList) -> AnyView {
    let looked = expect_context::<Looked>();
    page.sale_points.nodes.iter().map(|point| row(point, looked)).collect_view().into_any()
}

fn row(point: &PointRow, Looked { marked, near }: Looked) -> AnyView {
    let distance = point.distance_m.map(|metres| {
        let distance = map::distance(metres, language());
        if is_rough(point.precision()) { words::about(&distance) } else { distance }
    });
    let distance = move || {
        let distance = distance.clone().filter(|_| near.get())?;
        Some(view! { <strong class="points-distance">{distance}</strong> })
    };
    let place = place(point);
    let precision = is_rough(point.precision()).then(|| t(map::precision(point.precision())));
    let about = view! {
        {status(point.status)}
        {distance}
        <span class="details quiet small">
            {place.map(|place| view! { <span>{place}</span> })}
            {precision.map(|precision| view! { <span>"("{precision}")"</span> })}
        </span>
    };
    point_row(point.on_map(), marked, about.into_any())
}

/// The address; without one, the units in which it lies.
fn place(point: &PointRow) -> Option<String> {
    let units = || {
        let units = [&point.ward, &point.former_district];
        let names: Vec<_> = units.into_iter().flatten().map(|unit| unit.name.clone()).collect();
        (!names.is_empty()).then(|| names.join(" · "))
    };
    point.address.clone().or_else(units)
}

/// The status as a badge.
pub(super) fn status(status: Option<SalePointStatus>) -> AnyView {
    let tone = match status {
        Some(SalePointStatus::Operating) => Tone::Good,
        Some(SalePointStatus::Stopped | SalePointStatus::Rejected) => Tone::Bad,
        Some(SalePointStatus::Suspended | SalePointStatus::NeedsWork) | None => Tone::Warn,
        Some(_) => Tone::Plain,
    };
    view! { <Badge tone text=t(kinds::sale_point_status(status))/> }.into_any()
}

/// Whether a place stands for a whole unit, or is not known.
fn is_rough(precision: Option<CoordPrecision>) -> bool {
    match precision {
        Some(CoordPrecision::Exact | CoordPrecision::Address | CoordPrecision::Street) => false,
        Some(CoordPrecision::Ward | CoordPrecision::District | CoordPrecision::Province) | None => true,
    }
}
