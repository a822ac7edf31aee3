//! The few things of Leaflet that the crate `leaflet` has no words for, reached by their names.

use js_sys::{Function, Object, Reflect};
use leaflet::{DivIconOptions, GeoJson, Handler, Icon, LatLng, LatLngBounds, LayerGroup, Map};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

use super::view::Area;

/// Whether the script of Leaflet is there; without it nothing of the crate may be called.
pub(super) fn is_loaded() -> bool {
    Reflect::has(&window(), &"L".into()).unwrap_or_default()
}

/// Sets a property of a plain object. Only a frozen object refuses, and there is none here.
pub(super) fn set(object: &JsValue, name: &str, value: impl Into<JsValue>) {
    let _ = Reflect::set(object, &name.into(), &value.into());
}

/// A plain object with these properties.
pub(super) fn object<const N: usize>(properties: [(&str, JsValue); N]) -> JsValue {
    let object = JsValue::from(Object::new());
    for (name, value) in properties {
        set(&object, name, value);
    }
    object
}

/// A property, or `undefined`.
pub(super) fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Calls a method with one argument; what it does not have it does not do.
pub(super) fn call(object: &JsValue, method: &str, argument: &JsValue) -> JsValue {
    let method = get(object, method).dyn_into::<Function>().ok();
    method.and_then(|method| method.call1(object, argument).ok()).unwrap_or(JsValue::UNDEFINED)
}

/// A layer of shapes; the crate has the type but keeps its constructor to itself.
pub(super) fn geo_json(data: &JsValue, options: &JsValue) -> GeoJson {
    let make = get(&get(&window(), "L"), "geoJSON").dyn_into::<Function>().ok();
    let layer = make.and_then(|make| make.call2(&JsValue::UNDEFINED, data, options).ok());
    layer.unwrap_or_else(|| LayerGroup::new().into()).unchecked_into()
}

/// An icon that is an element of our own; the crate's `DivIcon` makes one that wants a picture.
pub(super) fn div_icon(options: &DivIconOptions) -> Icon {
    call(&get(&window(), "L"), "divIcon", options).unchecked_into()
}

/// Calls a method without arguments: some of Leaflet's count them.
fn invoke(object: &JsValue, method: &str) -> JsValue {
    let method = get(object, method).dyn_into::<Function>().ok();
    method.and_then(|method| method.call0(object).ok()).unwrap_or(JsValue::UNDEFINED)
}

/// Says who is to be named in the corner, in place of Leaflet's own words.
pub(super) fn set_attribution_prefix(map: &Map, prefix: &str) {
    call(&get(map, "attributionControl"), "setPrefix", &prefix.into());
}

/// Names somebody in the corner.
pub(super) fn add_attribution(map: &Map, text: &str) {
    call(&get(map, "attributionControl"), "addAttribution", &as_text(text).into());
}

/// A text for where Leaflet takes HTML.
pub(super) fn as_text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Whether the wheel of the mouse zooms the map or scrolls the page.
pub(super) fn let_wheel_zoom(map: &Map, zooms: bool) {
    let handler = get(map, "scrollWheelZoom");
    if handler.is_object() {
        let handler = handler.unchecked_into::<Handler>();
        if zooms {
            handler.enable()
        } else {
            handler.disable()
        };
    }
}

/// Closes the popup that is open.
pub(super) fn close_popup(map: &Map) {
    invoke(map, "closePopup");
}

/// Moves the map as little as brings a place into it.
pub(super) fn bring_inside(map: &Map, place: &LatLng) {
    let padding = js_sys::Array::of2(&48.into(), &48.into());
    map.pan_inside_with_options(place, &object([("padding", padding.into())]));
}

pub(super) fn bounds(area: Area) -> LatLngBounds {
    LatLngBounds::new(&LatLng::new(area.south, area.west), &LatLng::new(area.north, area.east))
}

pub(super) fn area(bounds: &LatLngBounds) -> Area {
    let (south_west, north_east) = (bounds.get_south_west(), bounds.get_north_east());
    Area { south: south_west.lat(), west: south_west.lng(), north: north_east.lat(), east: north_east.lng() }
}

/// The area that a layer covers.
pub(super) fn bounds_of(layer: &JsValue) -> Area {
    area(&invoke(layer, "getBounds").unchecked_into())
}
