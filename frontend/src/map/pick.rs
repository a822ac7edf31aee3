//! A map on which a person puts a pin: by a click, by dragging it, or by buttons beside the map.

use leaflet::{Event, Evented, EventedHandle, LatLng, Marker, MarkerOptions, MouseEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use super::base;
use super::board::{self, Board};
use super::leaflet_glue::get;
use super::view::{Area, Layers, View};
use crate::settings;
use crate::text::{map as words, organisation, t};

/// Close enough to recognise streets and villages.
const ZOOM: u8 = 13;
/// How far a button moves the pin, in degrees: some twenty metres.
const STEP: f64 = 0.000_2;

/// The map and its pin.
struct Picking {
    board_kept: base::Kept,
    pin: Option<Pin>,
}

struct Pin {
    marker: Marker,
    _moved: EventedHandle<MouseEvent>,
}

impl Drop for Pin {
    fn drop(&mut self) {
        self.marker.remove();
    }
}

/// A place on a map, or none.
#[component]
pub(crate) fn PlacePicker(
    /// The place that is chosen; follows it.
    #[prop(into)]
    place: Signal<Option<(f64, f64)>>,
    /// Told of every other choice.
    #[prop(into)]
    choose: Callback<Option<(f64, f64)>>,
) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    let board = StoredValue::new_local(None::<Board>);
    let picking = StoredValue::new_local(Picking { board_kept: board, pin: None });
    let (is_schematic, failed) = (RwSignal::new(false), RwSignal::new(false));
    let made = RwSignal::new(false);
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        spawn_local(async move {
            let settings = settings::find().await;
            // The page may have been left meanwhile.
            if made.try_get_untracked() != Some(false) {
                return;
            }
            let Some(mut new) = Board::new(&element, &settings, false) else { return failed.set(true) };
            match place.get_untracked() {
                Some((lat, lon)) => board::go_to(&new.map, View::new(lat, lon, ZOOM)),
                None => board::fit(&new.map, Area::HANOI),
            }
            base::show_zoom(&new.map);
            let map = new.map.clone();
            new.on("zoomend", move || base::show_zoom(&map));
            new.events.push(Evented::on_leaflet_event(&&new.map, "click", move |event: Event| {
                let at: LatLng = get(&event, "latlng").unchecked_into();
                choose.run(Some((at.lat(), at.lng())));
            }));
            board.try_set_value(Some(new));
            base::draw(board, Layers::default(), is_schematic, failed);
            made.set(true);
        });
    });
    Effect::new(move |_| {
        let place = place.get();
        if made.get() {
            picking.update_value(|picking| picking.show(place, choose));
        }
    });
    on_cleanup(move || {
        picking.try_update_value(|picking| picking.pin = None);
        board.try_update_value(Option::take);
    });
    view! {
        <div class="map-frame map-frame-small">
            <div class="map" node_ref=element role="region" aria-label=t(organisation::PIN_MAP)></div>
            <div class="map-foot">
                <Show when=move || failed.get()><p>{t(words::LAYERS_FAILED)}</p></Show>
                <Show when=move || is_schematic.get()><p class="map-note">{t(words::SCHEMATIC)}</p></Show>
            </div>
        </div>
        <Buttons board place choose/>
    }
}

impl Picking {
    /// Draws the pin where it is to be, and brings it into the window.
    fn show(&mut self, place: Option<(f64, f64)>, choose: Callback<Option<(f64, f64)>>) {
        let map = self.board_kept.with_value(|board| board.as_ref().map(|board| board.map.clone()));
        let (Some(map), Some((lat, lon))) = (map, place) else {
            self.pin = None;
            return;
        };
        let at = LatLng::new(lat, lon);
        match &self.pin {
            Some(pin) => pin.marker.set_lat_lng(&at),
            None => self.pin = Some(Pin::draw(&map, &at, choose)),
        }
        if !map.get_bounds().contains(&at) {
            board::go_to(&map, View::new(lat, lon, board::zoom(&map)));
        }
    }
}

impl Pin {
    fn draw(map: &leaflet::Map, at: &LatLng, choose: Callback<Option<(f64, f64)>>) -> Self {
        let icon = leaflet::DivIconOptions::new();
        icon.set_class_name("map-pin-set".to_owned());
        icon.set_icon_size(leaflet::Point::new(44.0, 44.0));
        let options = MarkerOptions::new();
        options.set_icon(super::leaflet_glue::div_icon(&icon));
        options.set_draggable(true);
        // The buttons beside the map do the same for a keyboard.
        options.set_keyboard(false);
        let marker = Marker::new_with_options(at, &options);
        marker.add_to(map);
        let moved = {
            let marker = marker.clone();
            Evented::on_leaflet_event(&&marker.clone(), "dragend", move |_: MouseEvent| {
                let at = marker.get_lat_lng();
                choose.run(Some((at.lat(), at.lng())));
            })
        };
        Self { marker, _moved: moved }
    }
}

/// Everything that can be done with the pointer, as buttons.
#[component]
fn Buttons(
    board: base::Kept,
    place: Signal<Option<(f64, f64)>>,
    choose: Callback<Option<(f64, f64)>>,
) -> impl IntoView {
    let put = move |_| {
        let map = board.with_value(|board| board.as_ref().map(|board| board.map.clone()));
        if let Some(map) = map {
            let centre = map.get_center();
            choose.run(Some((centre.lat(), centre.lng())));
        }
    };
    let step = move |north: f64, east: f64| {
        if let Some((lat, lon)) = place.get_untracked() {
            choose.run(Some((lat + north * STEP, lon + east * STEP)));
        }
    };
    let moves = [
        (organisation::PIN_NORTH, 1.0, 0.0),
        (organisation::PIN_SOUTH, -1.0, 0.0),
        (organisation::PIN_WEST, 0.0, -1.0),
        (organisation::PIN_EAST, 0.0, 1.0),
    ];
    let is_set = Memo::new(move |_| place.read().is_some());
    view! {
        <p role="status">{move || match place.get() {
            Some((lat, lon)) => organisation::pin_at(lat, lon),
            None => t(organisation::PIN_NONE).to_owned(),
        }}</p>
        <div class="chips" role="group" aria-label=t(organisation::PIN_MOVE)>
            <button type="button" class="chip" on:click=put>{t(organisation::PIN_HERE)}</button>
            <Show when=move || is_set.get()>
                {moves.map(|(words, north, east)| view! {
                    <button type="button" class="chip" on:click=move |_| step(north, east)>{t(words)}</button>
                })}
                <button type="button" class="chip" on:click=move |_| choose.run(None)>{t(organisation::PIN_REMOVE)}</button>
            </Show>
        </div>
    }
}
