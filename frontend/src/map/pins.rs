//! The marks of points and clusters: our own buttons, large enough for a finger, named for those who don't see them.
//!
//! A mark that is in the next answer too stays as it is, so that the focus on it is not lost.

use std::collections::HashMap;

use leaflet::{
    DivIconOptions, Evented, EventedHandle, LatLng, Map, Marker, MarkerOptions, MouseEvent, Point,
};
use leptos::prelude::document;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use super::features::{Click, Feature, MapPoint};
use super::leaflet_glue::{bring_inside, div_icon, set};
use crate::api::{CoordPrecision, SalePointStatus};
use crate::text::{kinds, map as words, t};

/// Side of the square in which a mark can be touched.
const TOUCH: f64 = 44.0;
/// Raises a mark above all others.
const ABOVE: f64 = 10_000.0;

/// What happens to a mark.
#[derive(Clone)]
pub(super) struct Touched {
    /// It was clicked, by mouse, finger or keyboard.
    pub(super) clicked: std::rc::Rc<dyn Fn(Feature)>,
    /// It is under the pointer or has the focus; `None` when no longer.
    pub(super) pointed: std::rc::Rc<dyn Fn(Option<Feature>)>,
}

/// The marks that are on a map.
#[derive(Default)]
pub(super) struct Pins {
    by_key: HashMap<String, Pin>,
}

struct Pin {
    feature: Feature,
    marker: Marker,
    button: HtmlElement,
    _events: Vec<EventedHandle<MouseEvent>>,
    _focus: [Closure<dyn Fn()>; 2],
}

impl Pins {
    /// Draws these features and no others. Says whether the mark with the focus went away.
    pub(super) fn show(
        &mut self,
        map: &Map,
        features: Vec<Feature>,
        is_closest: bool,
        touched: &Touched,
    ) -> bool {
        let mut earlier = std::mem::take(&mut self.by_key);
        for feature in features {
            let key = key(&feature, is_closest);
            let pin = earlier.remove(&key).unwrap_or_else(|| Pin::draw(map, feature, is_closest, touched));
            self.by_key.insert(key, pin);
        }
        let focused = document().active_element();
        let mut lost = false;
        for pin in earlier.into_values() {
            lost |= focused.as_ref() == Some(pin.button.as_ref());
            pin.marker.remove();
        }
        lost
    }

    /// Marks the pins that hold any of these points.
    pub(super) fn mark(&self, ids: &[String]) {
        for pin in self.by_key.values() {
            let marked = ids.iter().any(|id| pin.feature.holds(id));
            let _ = pin.button.class_list().toggle_with_force("map-marked", marked);
            pin.marker.set_z_index_offset(if marked { ABOVE } else { 0.0 });
        }
    }

    /// Whether any pin says that it holds the point.
    pub(super) fn hold(&self, id: &str) -> bool {
        self.by_key.values().any(|pin| pin.feature.holds(id))
    }

    /// The button of the mark nearest to a place.
    pub(super) fn nearest(&self, lat: f64, lon: f64) -> Option<HtmlElement> {
        let far = |pin: &Pin| (pin.feature.lat - lat).powi(2) + (pin.feature.lon - lon).powi(2);
        let nearest = self.by_key.values().min_by(|one, two| far(one).total_cmp(&far(two)));
        nearest.map(|pin| pin.button.clone())
    }
}

/// A cluster that can no longer be divided has another name, so it is another mark.
fn key(feature: &Feature, is_closest: bool) -> String {
    format!("{} {:?}", feature.key(), feature.click(is_closest))
}

impl Pin {
    fn draw(map: &Map, feature: Feature, is_closest: bool, touched: &Touched) -> Self {
        let button = button(&feature, is_closest);
        let options = DivIconOptions::new();
        set(&options, "html", button.clone());
        options.set_class_name("map-mark".to_owned());
        options.set_icon_size(Point::new(TOUCH, TOUCH));
        options.set_icon_anchor(Point::new(TOUCH / 2.0, TOUCH / 2.0));
        let marker_options = MarkerOptions::new();
        marker_options.set_icon(div_icon(&options));
        // The button inside takes the focus.
        marker_options.set_keyboard(false);
        let marker = Marker::new_with_options(&LatLng::new(feature.lat, feature.lon), &marker_options);
        marker.add_to(map);

        let on = |event: &'static str, then: Box<dyn Fn()>| {
            Evented::on_leaflet_event(&marker, event, move |_: MouseEvent| then())
        };
        let point = |now: bool| {
            let (pointed, feature) = (touched.pointed.clone(), feature.clone());
            move || pointed(now.then(|| feature.clone()))
        };
        let click = {
            let (clicked, feature) = (touched.clicked.clone(), feature.clone());
            move || clicked(feature.clone())
        };
        let events = vec![
            on("click", Box::new(click)),
            on("mouseover", Box::new(point(true))),
            on("mouseout", Box::new(point(false))),
        ];
        let focus = [("focus", true), ("blur", false)].map(|(event, now)| {
            let (point, map, place) = (point(now), map.clone(), LatLng::new(feature.lat, feature.lon));
            let listener = Closure::<dyn Fn()>::new(move || {
                point();
                if now {
                    // A mark beyond the edge would scroll the window of the map and not the map.
                    bring_inside(&map, &place);
                }
            });
            // Adding a listener to an element of our own does not fail.
            let _ = button.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
            listener
        });
        Self { feature, marker, button, _events: events, _focus: focus }
    }
}

impl Drop for Pin {
    fn drop(&mut self) {
        self.marker.remove();
    }
}

fn button(feature: &Feature, is_closest: bool) -> HtmlElement {
    // The document of a page can always make a button.
    let button: HtmlElement = document()
        .create_element("button")
        .map(JsCast::unchecked_into)
        .unwrap_or_else(|_| JsValue::UNDEFINED.unchecked_into());
    let (class, name, text) = match feature.points.first() {
        Some(point) if feature.count <= 1 => (pin_class(point), pin_name(point), String::new()),
        _ => {
            let divides = matches!(feature.click(is_closest), Click::Divide(_));
            (
                cluster_class(feature.count).to_owned(),
                words::cluster(feature.count, divides),
                feature.count.to_string(),
            )
        }
    };
    let _ = button.set_attribute("type", "button");
    let _ = button.set_attribute("aria-label", &name);
    button.set_class_name(&class);
    if !text.is_empty()
        && let Ok(number) = document().create_element("span")
    {
        number.set_text_content(Some(&text));
        let _ = button.append_child(&number);
    }
    button
}

/// A ring for an estimated place, grey for a point that has stopped.
fn pin_class(point: &MapPoint) -> String {
    let mut class = "map-pin".to_owned();
    if point.location.as_ref().is_none_or(|location| is_estimate(location.precision)) {
        class += " map-pin-estimated";
    }
    if point.status == Some(SalePointStatus::Stopped) {
        class += " map-pin-stopped";
    }
    class
}

/// Whether a place stands for a whole unit.
pub(super) fn is_estimate(precision: CoordPrecision) -> bool {
    match precision {
        CoordPrecision::Exact | CoordPrecision::Address | CoordPrecision::Street => false,
        CoordPrecision::Ward | CoordPrecision::District | CoordPrecision::Province => true,
    }
}

/// `Phúc Hậu Mart, siêu thị`; a name that says its kind is enough.
fn pin_name(point: &MapPoint) -> String {
    let kind = t(kinds::sale_point_kind(point.kind));
    if point.name.to_lowercase().starts_with(&kind.to_lowercase()) {
        point.name.clone()
    } else {
        format!("{}, {}", point.name, kind.to_lowercase())
    }
}

fn cluster_class(count: i32) -> &'static str {
    match count {
        ..10 => "map-cluster",
        10..100 => "map-cluster map-cluster-large",
        _ => "map-cluster map-cluster-huge",
    }
}

#[cfg(test)]
mod tests {
    use super::super::features::tests::point;
    use super::*;

    #[test]
    fn a_mark_is_named_after_its_point_and_kind() {
        let called = |name: &str| pin_name(&MapPoint { name: name.into(), ..point("a", 21.0, 105.8) });

        assert_eq!(called("Biggreen"), "Biggreen, cửa hàng");
        assert_eq!(called("Cửa hàng Khánh Phát"), "Cửa hàng Khánh Phát");
    }

    #[test]
    fn an_estimated_place_and_a_stopped_point_look_so() {
        let mut known = point("a", 21.0, 105.8);
        assert_eq!(pin_class(&known), "map-pin map-pin-estimated");

        known.status = Some(SalePointStatus::Stopped);
        if let Some(location) = &mut known.location {
            location.precision = CoordPrecision::Address;
        }
        assert_eq!(pin_class(&known), "map-pin map-pin-stopped");
    }
}
