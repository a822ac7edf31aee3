//! The layers below the points. Land, country and the names of both archipelagos are one group that is never taken
//! apart: where the East Sea is seen, they are seen.

use leaflet::{DivIconOptions, GeoJson, LatLng, LayerGroup, Map, Marker, MarkerOptions, Point};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};

use super::leaflet_glue::{div_icon, geo_json, get, object, set};
use super::sheets::{Drawing, Sheet, property};
use crate::text::{Language, language};

/// Names of the panes, from the lowest up, with their places among Leaflet's own (tiles 200, marks 600).
const PANES: [(&str, &str); 5] =
    [("land", "150"), ("country", "160"), ("units", "410"), ("chosen", "420"), ("names", "430")];

/// Makes the panes of a new map. Nothing in them can be clicked.
pub(super) fn make_panes(map: &Map) {
    for (name, height) in PANES {
        let pane = map.create_pane_by_name(name);
        let style = get(&pane, "style");
        set(&style, "zIndex", height);
        set(&style, "pointerEvents", "none");
    }
}

/// A file as a layer, with the names of its units.
pub(super) fn draw(sheet: Sheet, drawing: &Drawing) -> LayerGroup {
    let group = LayerGroup::new();
    let (pane, class) = match sheet {
        Sheet::Land => ("land", "map-land"),
        Sheet::Provinces => ("country", "map-province"),
        Sheet::Wards => ("units", "map-ward"),
        Sheet::Districts => ("units", "map-district"),
        Sheet::SeaNames => {
            for feature in drawing.features() {
                name_at_sea(&feature, &group);
            }
            return group;
        }
    };
    shapes(&drawing.data, pane, class).add_to_layer_group(&group);
    let name_class = match sheet {
        Sheet::Wards => "map-name map-name-ward",
        Sheet::Districts => "map-name map-name-district",
        Sheet::Provinces => "map-name map-name-province",
        Sheet::Land | Sheet::SeaNames => return group,
    };
    for feature in drawing.features() {
        let properties = get(&feature, "properties");
        let place = get(&properties, "label_lat").as_f64().zip(get(&properties, "label_lon").as_f64());
        if let (Some((lat, lon)), Some(name)) = (place, property(&feature, "name")) {
            name_on_map(&name, name_class, &LatLng::new(lat, lon)).add_to_layer_group(&group);
        }
    }
    group
}

/// The outline of one unit, to show which was chosen.
pub(super) fn outline(feature: &JsValue) -> GeoJson {
    shapes(feature, "chosen", "map-chosen")
}

fn shapes(data: &JsValue, pane: &str, class: &str) -> GeoJson {
    let style = object([("className", class.into())]);
    let options = object([
        ("pane", pane.into()),
        ("interactive", false.into()),
        ("style", style),
        ("smoothFactor", 0.5.into()),
    ]);
    geo_json(data, &options)
}

/// GeoJSON has the longitude first.
fn name_at_sea(feature: &JsValue, group: &LayerGroup) {
    let place = get(&get(feature, "geometry"), "coordinates").dyn_into::<js_sys::Array>().unwrap_or_default();
    let english = || property(feature, "name_en").filter(|_| language() == Language::English);
    let name = english().or_else(|| property(feature, "name"));
    if let (Some(lon), Some(lat), Some(name)) = (place.get(0).as_f64(), place.get(1).as_f64(), name) {
        let is_sea = property(feature, "kind").as_deref() == Some("sea");
        let class = if is_sea { "map-name map-name-sea" } else { "map-name map-name-islands" };
        name_on_map(&name, class, &LatLng::new(lat, lon)).add_to_layer_group(group);
    }
}

/// A word that stands centred over its place.
fn name_on_map(name: &str, class: &str, place: &LatLng) -> Marker {
    let options = DivIconOptions::new();
    if let Ok(word) = document().create_element("span") {
        word.set_text_content(Some(name));
        set(&options, "html", word);
    }
    options.set_class_name(class.to_owned());
    options.set_icon_size(Point::new(0.0, 0.0));
    let marker = MarkerOptions::new();
    marker.set_icon(div_icon(&options));
    marker.set_interactive(false);
    marker.set_keyboard(false);
    marker.set_pane("names".to_owned());
    Marker::new_with_options(place, &marker)
}
