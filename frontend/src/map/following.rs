//! How map and page follow each other: each tells the other what the person did, and neither echoes.

use std::time::Duration;

use leaflet::Map;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::base::{self, Kept};
use super::board::{self, Board};
use super::controls::Controls;
use super::features::Feature;
use super::view::{Area, View};
use super::{layers, leaflet_glue};

/// A map that moves on is not asked for on its way.
const REST: Duration = Duration::from_millis(180);

/// What is asked for: the area in the window, and how close.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Window {
    pub(super) area: Area,
    pub(super) zoom: u8,
}

/// A map and all it depends on.
#[derive(Clone, Copy)]
pub(super) struct Following {
    pub(super) board: Kept,
    pub(super) controls: Controls,
    pub(super) window: RwSignal<Option<Window>>,
    pub(super) shown: Memo<Vec<Feature>>,
    pub(super) is_schematic: RwSignal<bool>,
    pub(super) base_failed: RwSignal<bool>,
    pub(super) map_failed: RwSignal<bool>,
    pub(super) made: RwSignal<bool>,
    pub(super) wheel_zooms: StoredValue<bool>,
    /// The view that page and map last agreed on.
    pub(super) agreed: StoredValue<Option<View>>,
}

impl Following {
    /// Takes a new map into use.
    pub(super) fn begin(self, mut board: Board) {
        let map = board.map.clone();
        let timer = StoredValue::new_local(None::<TimeoutHandle>);
        board.on("moveend", move || {
            if let Some(Some(earlier)) = timer.try_update_value(Option::take) {
                earlier.clear();
            }
            timer.try_set_value(set_timeout_with_handle(move || self.rest(), REST).ok());
        });
        let zoomed = map.clone();
        board.on("zoomend", move || base::show_zoom(&zoomed));
        board.on("popupclose", move || self.forget_told());
        self.board.set_value(Some(board));
        self.go_where_wanted(&map);
        base::show_zoom(&map);
        self.made.set(true);
        self.rest();
    }

    /// Lets the map follow what the page says.
    pub(super) fn follow(self) {
        let controls = self.controls;
        Effect::new(move |_| {
            controls.view.track();
            controls.home.track();
            if self.made.get()
                && let Some(map) = self.map()
            {
                self.go_where_wanted(&map);
            }
        });
        Effect::new(move |_| {
            controls.unit.track();
            if self.made.get() {
                self.outline();
            }
        });
        Effect::new(move |_| {
            controls.layers.track();
            if self.made.get() {
                self.draw_base();
            }
        });
        Effect::new(move |_| {
            let shown = self.shown.get();
            if self.made.get() {
                self.show(shown);
            }
        });
        Effect::new(move |_| {
            let marked = controls.marked.get();
            self.shown.track();
            if self.made.get() {
                self.with(|board| {
                    board.pins.mark(&marked.ids);
                    let is_shown = marked.ids.iter().any(|id| board.pins.hold(id));
                    board.set_ring(marked.at.filter(|_| !is_shown));
                });
            }
        });
        Effect::new(move |_| {
            let here = controls.here.get();
            if self.made.get() {
                self.with(|board| board.set_here(here));
            }
        });
    }

    /// Draws the layers that are wanted, also those that could not be had before.
    pub(super) fn draw_base(self) {
        base::draw(self.board, self.controls.layers.get_untracked(), self.is_schematic, self.base_failed);
    }

    /// The wheel scrolls the page, unless the person has gone into the map or holds Ctrl.
    pub(super) fn turn_wheel(self, with_control: bool) {
        if let Some(map) = self.map() {
            leaflet_glue::let_wheel_zoom(&map, with_control || self.wheel_zooms.get_value());
        }
    }

    pub(super) fn map(self) -> Option<Map> {
        self.board.try_with_value(|board| Some(board.as_ref()?.map.clone())).flatten()
    }

    pub(super) fn with(self, then: impl FnOnce(&mut Board)) {
        self.board.try_update_value(|board| board.as_mut().map(then));
    }

    /// The map has come to rest: asks for what is in it, and tells the page where that is.
    fn rest(self) {
        let Some(map) = self.map() else { return };
        let area = leaflet_glue::area(&map.get_bounds()).widened();
        let seen = Window { area, zoom: board::zoom(&map) };
        if self.window.get_untracked() != Some(seen) {
            self.window.set(Some(seen));
        }
        let view = board::view(&map);
        if self.agreed.get_value().is_some_and(|agreed| !agreed.is_almost(view)) {
            self.agreed.set_value(Some(view));
            self.controls.moved.run(view);
        }
    }

    fn go_where_wanted(self, map: &Map) {
        let controls = self.controls;
        let wanted = controls.view.get_untracked();
        match wanted {
            Some(view) if self.agreed.get_value() == Some(view) => return,
            Some(view) => board::go_to(map, view),
            // The outline of the unit shows where to go; before its file is there, the city is as good as any.
            None if self.agreed.get_value().is_some() && controls.unit.with_untracked(Option::is_some) => {
                return;
            }
            None => board::fit(map, controls.home.get_untracked().unwrap_or(Area::HANOI)),
        }
        self.agreed.set_value(Some(wanted.unwrap_or_else(|| board::view(map))));
    }

    /// Draws the outline of the chosen unit, and goes there unless the page wants a certain view.
    fn outline(self) {
        self.with(|board| {
            if let Some(earlier) = board.outline.take() {
                earlier.remove();
            }
        });
        let unit = self.controls.unit;
        let Some((sheet, code)) = unit.get_untracked() else { return };
        spawn_local(async move {
            let drawing = sheet.fetch().await;
            let is_wanted = unit.try_get_untracked().flatten().is_some_and(|(_, wanted)| wanted == code);
            let feature = drawing.and_then(|drawing| drawing.unit(&code));
            let (Some(feature), true, Some(map)) = (feature, is_wanted, self.map()) else { return };
            let outline = layers::outline(&feature);
            outline.add_to(&map);
            if self.controls.view.get_untracked().is_none() {
                board::fit(&map, leaflet_glue::bounds_of(&outline));
                self.agreed.set_value(Some(board::view(&map)));
            }
            self.with(|board| board.outline = Some(outline));
        });
    }
}
