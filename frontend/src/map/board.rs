//! One map of Leaflet in the document: how it is made, what can be told it, and how it is taken away.
//!
//! Leaflet calls its listeners while it is being told something, so whoever tells it must not be holding what those
//! listeners need: the map is handed out as a handle, and told afterwards.

use std::collections::HashMap;

use leaflet::{
    CircleMarker, DivIconOptions, Event, Evented, EventedHandle, GeoJson, LatLng, LayerGroup, Map,
    MapOptions, Marker, MarkerOptions, Point, Popup, Zoom, ZoomOptions,
};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::layers;
use super::leaflet_glue::{self, call, div_icon, object, set};
use super::pins::Pins;
use super::sheets::Sheet;
use super::tiles;
use super::view::{Area, Layers, View, ZOOMS};
use crate::settings::Settings;
use crate::text::{map as words, t};

/// A map and what is on it.
pub(super) struct Board {
    pub(super) map: Map,
    pub(super) pins: Pins,
    pub(super) sheets: HashMap<Sheet, LayerGroup>,
    pub(super) outline: Option<GeoJson>,
    here: Option<CircleMarker>,
    ring: Option<Marker>,
    pub(super) told: Option<Told>,
    /// The layers a person wants to see, whether or not their files are there.
    pub(super) wanted: Layers,
    pub(super) events: Vec<EventedHandle<Event>>,
}

/// What lives in an open popup, and what had the focus before it.
pub(super) struct Told {
    pub(super) content: Box<dyn std::any::Any>,
    pub(super) opener: Option<HtmlElement>,
}

impl Board {
    /// Makes a map in an element. `None` when Leaflet is missing or refuses.
    pub(super) fn new(element: &HtmlElement, settings: &Settings, is_still: bool) -> Option<Self> {
        if !leaflet_glue::is_loaded() {
            return None;
        }
        let tiles = settings.map_tiles.as_ref();
        let calm = is_still || prefers_calm();
        let options = MapOptions::new();
        options.set_min_zoom((*ZOOMS.start()).into());
        options.set_max_zoom(tiles::closest_zoom(tiles).into());
        options.set_max_bounds(leaflet_glue::bounds(Area::MAP));
        options.set_zoom_control(false);
        options.set_scroll_wheel_zoom(false);
        options.set_zoom_animation(!calm);
        options.set_fade_animation(!calm);
        options.set_inertia(!calm);
        if is_still {
            options.set_keyboard(false);
            options.set_dragging(false);
            options.set_touch_zoom(false);
            options.set_double_click_zoom(false.into());
            options.set_box_zoom(false);
        }
        let map = Map::new_with_element(element, &options).ok()?;
        leaflet_glue::set_attribution_prefix(
            &map,
            "<a href=\"https://leafletjs.com\" rel=\"external\">Leaflet</a>",
        );
        if settings.map_layers.natural_earth {
            leaflet_glue::add_attribution(&map, t(words::LAND_SOURCE));
        }
        if let Some(attribution) = &settings.map_layers.attribution {
            leaflet_glue::add_attribution(&map, attribution);
        }
        layers::make_panes(&map);
        if !is_still {
            let mut zoom = ZoomOptions::new();
            // The corner in which a popup is least in its way.
            zoom.set_position("bottomleft");
            zoom.set_zoom_in_title(t(words::ZOOM_IN));
            zoom.set_zoom_out_title(t(words::ZOOM_OUT));
            Zoom::new(&zoom).add_to(&map);
        }
        if let Some(tiles) = tiles {
            tiles::draw(&map, tiles);
        }
        Some(Self {
            map,
            pins: Pins::default(),
            sheets: HashMap::new(),
            outline: None,
            here: None,
            ring: None,
            told: None,
            wanted: Layers::default(),
            events: Vec::new(),
        })
    }

    /// Calls back after an event of the map, for as long as the map is there.
    pub(super) fn on(&mut self, event: &'static str, mut then: impl FnMut() + 'static) {
        self.events.push(Evented::on_leaflet_event(&&self.map, event, move |_: Event| then()));
    }

    /// Draws where the person is, or no longer.
    pub(super) fn set_here(&mut self, place: Option<(f64, f64)>) {
        if let Some(earlier) = self.here.take() {
            earlier.remove();
        }
        self.here = place.map(|(lat, lon)| {
            let options = object([
                ("className", "map-here".into()),
                ("interactive", false.into()),
                ("radius", 8.into()),
                ("pane", "names".into()),
            ]);
            let dot = CircleMarker::new_with_options(&LatLng::new(lat, lon), &options);
            dot.add_to(&self.map);
            dot
        });
    }

    /// Draws a ring around a place that no mark stands for, or no longer.
    pub(super) fn set_ring(&mut self, place: Option<(f64, f64)>) {
        if let Some(earlier) = self.ring.take() {
            earlier.remove();
        }
        self.ring = place.map(|(lat, lon)| {
            let options = DivIconOptions::new();
            options.set_class_name("map-ring".to_owned());
            options.set_icon_size(Point::new(44.0, 44.0));
            let marker = MarkerOptions::new();
            marker.set_icon(div_icon(&options));
            marker.set_interactive(false);
            marker.set_keyboard(false);
            marker.set_pane("names".to_owned());
            let ring = Marker::new_with_options(&LatLng::new(lat, lon), &marker);
            ring.add_to(&self.map);
            ring
        });
    }
}

impl Drop for Board {
    fn drop(&mut self) {
        self.events.clear();
        self.map.remove();
    }
}

/// What a map shows now.
pub(super) fn view(map: &Map) -> View {
    let centre = map.get_center();
    View::new(centre.lat(), centre.lng(), zoom(map))
}

/// The zoom of a map, which is whole here.
pub(super) fn zoom(map: &Map) -> u8 {
    let zoom = map.get_zoom().clamp((*ZOOMS.start()).into(), (*ZOOMS.end()).into());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between 5 and 18")]
    let whole = zoom as u8;
    whole
}

/// Whether the map can't be zoomed further.
pub(super) fn is_closest(map: &Map) -> bool {
    map.get_zoom() >= map.get_max_zoom()
}

/// Goes to a view at once.
pub(super) fn go_to(map: &Map, view: View) {
    map.set_view_with_options(
        &LatLng::new(view.lat, view.lon),
        view.zoom.into(),
        &object([("animate", false.into())]),
    );
}

/// Shows a whole area at once.
pub(super) fn fit(map: &Map, area: Area) {
    map.fit_bounds_with_options(&leaflet_glue::bounds(area), &object([("animate", false.into())]));
}

/// Goes closer until a cluster falls apart, by at least one step.
pub(super) fn divide(map: &Map, area: Area) {
    let bounds = leaflet_glue::bounds(area);
    let fitting = call(map, "getBoundsZoom", bounds.as_ref()).as_f64().unwrap_or_default();
    if fitting <= map.get_zoom() {
        let centre = LatLng::new((area.south + area.north) / 2.0, (area.west + area.east) / 2.0);
        map.set_view(&centre, map.get_zoom() + 1.0);
    } else {
        let padding = js_sys::Array::of2(&48.into(), &48.into());
        map.fit_bounds_with_options(&bounds, &object([("padding", padding.into())]));
    }
}

/// Opens a popup over a place with a part of the page in it. That part lives as long as what is returned.
pub(super) fn tell<N: IntoView + 'static>(
    map: &Map,
    (lat, lon): (f64, f64),
    content: impl FnOnce() -> N + 'static,
) -> Option<Told> {
    let opener = document().active_element().and_then(|element| element.dyn_into().ok());
    let element: HtmlElement = document().create_element("div").ok()?.unchecked_into();
    let living = mount_to(element.clone(), content);
    let options = leaflet::PopupOptions::new();
    // The content has a button of its own, large enough and in the language of the page.
    options.set_close_button(false);
    options.set_max_width(280.0);
    options.set_min_width(200.0);
    options.set_max_height(260.0);
    options.set_auto_pan_padding_top_left(Point::new(16.0, 60.0));
    options.set_auto_pan_padding_bottom_right(Point::new(16.0, 16.0));
    set(&options, "offset", js_sys::Array::of2(&0.into(), &(-12).into()));
    let popup = Popup::new(&options, None);
    popup.set_lat_lng(LatLng::new(lat, lon).as_ref());
    popup.set_content(&element);
    popup.open_on(map);
    if let Ok(Some(told)) = element.query_selector(".map-told") {
        let calmly = web_sys::FocusOptions::new();
        calmly.set_prevent_scroll(true);
        // What can't take the focus only isn't announced.
        let _ = told.unchecked_into::<HtmlElement>().focus_with_options(&calmly);
    }
    Some(Told { content: Box::new(living), opener })
}

fn prefers_calm() -> bool {
    let asked = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten();
    asked.is_some_and(|query| query.matches())
}
