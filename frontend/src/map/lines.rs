//! A map of lines between places. Nothing on it can be pressed; the list beside it says the same.

use leaflet::{CircleMarker, LatLng, Map, Polyline};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use super::base;
use super::board::{self, Board};
use super::leaflet_glue::object;
use super::view::{Area, Layers};
use crate::settings;
use crate::text::{Text, map as words, t};

/// Pixels of the thinnest and the thickest line.
const THICKNESS: (i32, i32) = (2, 8);

/// What goes from one place to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct MapLine {
    /// Latitude and longitude.
    pub(crate) from: (f64, f64),
    /// Latitude and longitude.
    pub(crate) to: (f64, f64),
    /// How many it stands for; it is drawn thicker for more.
    pub(crate) count: i32,
}

/// The map.
#[component]
pub(crate) fn LineMap(
    /// What is drawn.
    lines: Vec<MapLine>,
    /// What the map is called.
    name: Text,
) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    let board = StoredValue::new_local(None::<Board>);
    let (is_schematic, failed) = (RwSignal::new(false), RwSignal::new(false));
    let map_failed = RwSignal::new(false);
    let lines = StoredValue::new(lines);
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        spawn_local(async move {
            let settings = settings::find().await;
            // The page may have been left meanwhile.
            if map_failed.try_get_untracked().is_none() {
                return;
            }
            let Some(mut made) = Board::new(&element, &settings, false) else { return map_failed.set(true) };
            lines.with_value(|lines| {
                board::fit(&made.map, area(lines).unwrap_or(Area::HANOI));
                for line in lines {
                    draw(&made.map, *line);
                }
            });
            base::show_zoom(&made.map);
            let map = made.map.clone();
            made.on("zoomend", move || base::show_zoom(&map));
            board.try_set_value(Some(made));
            base::draw(board, Layers::default(), is_schematic, failed);
        });
    });
    on_cleanup(move || {
        board.try_update_value(Option::take);
    });
    view! {
        <div class="map-frame map-frame-small">
            <div class="map" node_ref=element role="region" aria-label=t(name)></div>
            <div class="map-foot">
                <Show when=move || map_failed.get()><p>{t(words::MAP_FAILED)}</p></Show>
                <Show when=move || failed.get()><p>{t(words::LAYERS_FAILED)}</p></Show>
                <Show when=move || is_schematic.get()><p class="map-note">{t(words::SCHEMATIC)}</p></Show>
            </div>
        </div>
    }
}

fn draw(map: &Map, line: MapLine) {
    let [from, to] = [line.from, line.to].map(|(lat, lon)| LatLng::new(lat, lon));
    let options = object([
        ("className", "map-line".into()),
        ("interactive", false.into()),
        ("weight", thickness(line.count).into()),
    ]);
    let ends = js_sys::Array::of2(from.as_ref(), to.as_ref());
    Polyline::new_with_options(&ends, options.unchecked_ref()).add_to(map);
    for (place, class) in [(from, "map-line-from"), (to, "map-line-to")] {
        let options =
            object([("className", class.into()), ("interactive", false.into()), ("radius", 5.into())]);
        CircleMarker::new_with_options(&place, &options).add_to(map);
    }
}

fn thickness(count: i32) -> i32 {
    count.saturating_add(1).clamp(THICKNESS.0, THICKNESS.1)
}

/// What holds all ends, with some room; nothing when there are none.
fn area(lines: &[MapLine]) -> Option<Area> {
    const ROOM: f64 = 0.1;
    let ends = lines.iter().flat_map(|line| [line.from, line.to]);
    ends.fold(None, |area: Option<Area>, (lat, lon)| {
        let (south, north) = (lat - ROOM, lat + ROOM);
        let (west, east) = (lon - ROOM, lon + ROOM);
        Some(area.map_or(Area { south, west, north, east }, |area| Area {
            south: area.south.min(south),
            west: area.west.min(west),
            north: area.north.max(north),
            east: area.east.max(east),
        }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_ends_are_in_view() {
        let line = |from, to| MapLine { from, to, count: 1 };
        let lines = [line((21.0, 105.8), (20.5, 106.3)), line((21.4, 105.1), (21.0, 105.8))];

        let area = area(&lines).unwrap();

        assert!(area.south < 20.5 && area.north > 21.4 && area.west < 105.1 && area.east > 106.3);
        assert_eq!(super::area(&[]), None);
    }

    #[test]
    fn a_line_for_more_is_thicker_but_never_a_beam() {
        assert_eq!([1, 2, 5, 400, i32::MAX].map(thickness), [2, 3, 6, 8, 8]);
    }
}
