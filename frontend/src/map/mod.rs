//! The map of sale points, with its equal list beside it.
//!
//! It is drawn by Leaflet from the server's own files, without a network beyond it. What it shows comes from the page
//! around it ([`Controls`]) and goes back there, so that an address restores it. Everything on it is also in the list
//! of the page: without the map nothing is lost.
//!
//! | file | what |
//! |---|---|
//! | `board` | one map of Leaflet: making, telling, removing |
//! | `base`, `sheets`, `layers` | land, units and names below the points |
//! | `tiles` | pictures of a tile server, when there is one |
//! | `features`, `cluster`, `pins`, `popup` | points and clusters, their marks and what is told of them |
//! | `controls`, `following`, `touching` | how page, map and person follow each other |
//! | `panel`, `place` | layers and legend; the small still map of one place |
//! | `row` | a point in the list beside the map |
//! | `pick` | a map on which somebody puts a pin |
//! | `lines` | lines between places |

mod base;
mod board;
mod cluster;
mod controls;
mod features;
mod following;
mod layers;
mod leaflet_glue;
mod lines;
mod panel;
mod pick;
mod pins;
mod place;
mod popup;
mod row;
mod sheets;
mod tiles;
mod touching;
mod view;

use leptos::html;
use leptos::prelude::*;
use leptos::{ev, task::spawn_local};

use self::board::Board;
pub(crate) use self::controls::{Controls, Marked};
pub(crate) use self::features::{Location, MapPoint, SalePointFilter};
use self::following::{Following, Window};
pub(crate) use self::lines::{LineMap, MapLine};
pub(crate) use self::pick::PlacePicker;
pub(crate) use self::place::PlaceMap;
pub(crate) use self::popup::{Directions, directions};
pub(crate) use self::row::point_row;
pub(crate) use self::sheets::Sheet;
pub(crate) use self::view::{Area, Layers, View};
use crate::api;
use crate::settings;
use crate::text::{map as words, shell, t};

/// The map of sale points.
#[component]
pub(crate) fn SalePointMap(
    /// What the page around it knows and wants to know.
    controls: Controls,
) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    let window = RwSignal::new(None::<Window>);
    let on_map = api::ask(move || {
        let Window { area, zoom } = window.get()?;
        let is_answered = controls.points.with(Option::is_some);
        (!is_answered).then(|| features::in_area(area, zoom, controls.filter.get()))
    });
    let shown = Memo::new(move |earlier: Option<&Vec<features::Feature>>| {
        let points = controls.points.get();
        match (points, on_map.get()) {
            (Some(points), _) => cluster::features(&points, window.get().map_or(10, |window| window.zoom)),
            (None, Some(answer)) => answer.features(),
            // While an answer is on its way, or when it fails, the map stays as it was.
            (None, None) => earlier.cloned().unwrap_or_default(),
        }
    });
    let following = Following {
        board: StoredValue::new_local(None),
        controls,
        window,
        shown,
        is_schematic: RwSignal::new(false),
        base_failed: RwSignal::new(false),
        map_failed: RwSignal::new(false),
        made: RwSignal::new(false),
        wheel_zooms: StoredValue::new(false),
        agreed: StoredValue::new(None),
    };

    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        spawn_local(async move {
            let settings = settings::find().await;
            // The page may have been left meanwhile.
            if following.made.try_get_untracked() != Some(false) {
                return;
            }
            match Board::new(&element, &settings, false) {
                Some(board) => following.begin(board),
                None => following.map_failed.set(true),
            }
        });
    });
    following.follow();
    on_cleanup(move || {
        let gone = following.board.try_update_value(Option::take);
        drop(gone);
    });

    let failed = move || {
        let is_asked = window.read().is_some() && controls.points.read().is_none();
        is_asked && !on_map.busy.get() && matches!(on_map.answer.get(), Some(Err(_)))
    };
    let is_waiting = move || controls.points.read().is_none() && on_map.busy.get();
    let count = move || shown.with(|shown| shown.iter().map(|feature| feature.count).sum());
    let state = move || match (following.map_failed.get(), failed(), is_waiting()) {
        (true, ..) => t(words::MAP_FAILED).to_owned(),
        (_, true, _) => t(words::POINTS_FAILED).to_owned(),
        (_, _, true) => t(words::LOADING_POINTS).to_owned(),
        _ => words::in_view(count()),
    };
    view! {
        <div
            class="map-frame"
            on:keydown=move |event| following.escape(&event)
            on:wheel:capture=move |event: ev::WheelEvent| following.turn_wheel(event.ctrl_key())
            on:pointerdown=move |_| following.wheel_zooms.set_value(true)
            on:pointerleave=move |_| following.wheel_zooms.set_value(false)
        >
            <div class="map" node_ref=element role="region" aria-label=t(words::MAP)></div>
            <panel::Panel layers=controls.layers choose=controls.choose_layers/>
            <div class="map-foot">
                <p role="status">{state}</p>
                <Show when=failed>
                    <button type="button" class="button-second" on:click=move |_| on_map.ask_again()>
                        {t(shell::TRY_AGAIN)}
                    </button>
                </Show>
                <Show when=move || following.base_failed.get()>
                    <p>{t(words::LAYERS_FAILED)}</p>
                    <button type="button" class="button-second" on:click=move |_| following.draw_base()>
                        {t(shell::TRY_AGAIN)}
                    </button>
                </Show>
                <Show when=move || following.is_schematic.get()>
                    <p class="map-note">{t(words::SCHEMATIC)}</p>
                </Show>
            </div>
        </div>
    }
}
