//! Sale points: the list beside its map, both from one address, and the page of one point.
//!
//! The list holds everything the map holds, and the points whose place nobody knows besides.

mod chips;
mod choice;
mod filters;
mod here;
mod list;
mod point;
mod point_query;
mod query;
mod stock;

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use self::chips::ActiveFilters;
use self::choice::Choice;
use self::filters::Filters;
use self::here::Here;
use self::list::{Looked, points};
pub(crate) use self::point::SalePointPage;
use self::query::PointList;
use crate::address;
use crate::api::{self, Pages};
use crate::map::{Area, Controls, MapPoint, Marked, SalePointMap, Sheet};
use crate::text::{language, sale_points as words, shell, t, words as counts};
use crate::ui::{Heading, wide_screen};

/// How a choice gets into the address: as a step that can be gone back, or in place of the last one.
#[derive(Clone, Copy)]
pub(crate) struct Go {
    step: Callback<Choice>,
    silently: Callback<Choice>,
}

/// The list of sale points with the map.
#[component]
pub(crate) fn SalePointsPage() -> impl IntoView {
    let address = address::query();
    let choice = Memo::new(move |_| address.with(Choice::read));
    let go = go();
    let here = RwSignal::new(Here::default());
    Effect::new(move |_| {
        if choice.with(|choice| choice.near) && here.get_untracked() == Here::Unasked {
            here::ask(here);
        }
    });

    // The view of the map changes often, and the list does not depend on it.
    let listed = Memo::new(move |_| Choice { view: None, layers: Default::default(), ..choice.get() });
    let place = Memo::new(move |_| here.get().place());
    let pages = api::ask_pages(
        move |after| Some(listed.with(|choice| query::list(choice, place.get(), after))),
        |page: &PointList| page.sale_points.page_info.next(),
    );
    let marked = RwSignal::new(Marked::default());
    provide_context(Looked { marked, near: Signal::derive(move || listed.with(|choice| choice.near)) });
    let controls = controls(choice, go, place, pages, marked);

    let wide = wide_screen();
    let map_above = move || !wide.get() && !choice.with(|choice| choice.list_only);
    view! {
        <Heading text=t(shell::SALE_POINTS)/>
        <Filters choice go here/>
        <ActiveFilters choice/>
        <ViewSwitch choice go/>
        <div class="points">
            <Show when=map_above>
                <a class="skip-map" href="#danh-sach" rel="external">{t(words::SKIP_MAP)}</a>
                <SalePointMap controls/>
            </Show>
            <section id="danh-sach" class="points-list" tabindex="-1" aria-label=t(words::LIST)>
                <p role="status" class="quiet">{move || count(pages, &choice.read().text)}</p>
                {points(pages, listed)}
            </section>
            <Show when=move || wide.get()>
                <div class="points-map"><SalePointMap controls/></div>
            </Show>
        </div>
    }
}

fn go() -> Go {
    let navigate = use_navigate();
    let way = |replace: bool| {
        let navigate = navigate.clone();
        Callback::new(move |next: Choice| {
            navigate(&next.address(), NavigateOptions { replace, scroll: false, ..Default::default() });
        })
    };
    Go { step: way(false), silently: way(true) }
}

/// What the map is told, and what becomes of what it tells.
fn controls(
    choice: Memo<Choice>,
    go: Go,
    place: Memo<Option<(f64, f64)>>,
    pages: Pages<PointList>,
    marked: RwSignal<Marked>,
) -> Controls {
    let filter = Memo::new(move |_| choice.with(Choice::filter));
    // The map's question knows no text: what was found by one is drawn from the list.
    let found = Memo::new(move |_| {
        let has_text = choice.with(|choice| !choice.text.trim().is_empty());
        has_text.then(|| Arc::new(known_points(pages)))
    });
    let home = Memo::new(move |_| {
        let near = choice.with(|choice| choice.near);
        let around = place.get().filter(|_| near).map(|(lat, lon)| Area::around(lat, lon));
        around.or_else(|| found.with(|found| Area::of(found.as_deref()?)))
    });
    let unit = Memo::new(move |_| {
        choice.with(|choice| {
            let ward = choice.ward.clone().map(|code| (Sheet::Wards, code));
            ward.or_else(|| Some((Sheet::Districts, choice.district.clone()?)))
        })
    });
    let here = Memo::new(move |_| place.get().filter(|_| choice.with(|choice| choice.near)));
    Controls {
        filter: filter.into(),
        points: found.into(),
        view: Memo::new(move |_| choice.with(|choice| choice.view)).into(),
        home: home.into(),
        unit: unit.into(),
        here: here.into(),
        layers: Memo::new(move |_| choice.with(|choice| choice.layers)).into(),
        marked,
        moved: Callback::new(move |view| {
            go.silently.run(Choice { view: Some(view), ..choice.get_untracked() });
        }),
        choose_layers: Callback::new(move |layers| {
            go.silently.run(Choice { layers, ..choice.get_untracked() });
        }),
    }
}

fn known_points(pages: Pages<PointList>) -> Vec<MapPoint> {
    let further = pages.further.get();
    let all = pages.first.get().into_iter().chain(further);
    all.flat_map(|page| page.sale_points.nodes.iter().map(query::PointRow::on_map).collect::<Vec<_>>())
        .collect()
}

fn count(pages: Pages<PointList>, text: &str) -> Option<String> {
    let total = pages.first.get()?.sale_points.total_count;
    let count = counts::count(total, counts::Counted::SalePoints, language());
    Some(words::found(&count, text.trim()))
}

/// On a small screen: the list under its map, or alone.
#[component]
fn ViewSwitch(choice: Memo<Choice>, go: Go) -> impl IntoView {
    let button = move |name, list_only: bool| {
        view! {
            <button
                type="button"
                class="segment"
                aria-pressed=move || (choice.with(|choice| choice.list_only) == list_only).to_string()
                on:click=move |_| go.silently.run(Choice { list_only, ..choice.get_untracked() })
            >
                {t(name)}
            </button>
        }
    };
    view! {
        <div class="segments points-switch" role="group" aria-label=t(words::SHOWN_AS)>
            {button(words::LIST, true)}
            {button(words::MAP, false)}
        </div>
    }
}
