//! The files of which the map is drawn, fetched once each: land, units and the names at sea.

use std::cell::RefCell;
use std::collections::HashMap;

use gloo_net::http::Request;
use js_sys::{Array, JSON};
use wasm_bindgen::{JsCast, JsValue};

use super::leaflet_glue::get;

/// One file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Sheet {
    /// The land of South-East Asia, without names or borders.
    Land,
    /// The 34 provinces, Hoàng Sa and Trường Sa among their land.
    Provinces,
    /// The names of both archipelagos and of the sea.
    SeaNames,
    /// The city's wards and communes of today.
    Wards,
    /// The city's districts until 30 June 2025.
    Districts,
}

/// What a file says.
#[derive(Clone)]
pub(super) struct Drawing {
    pub(super) data: JsValue,
    /// Whether its lines are only a diagram.
    pub(super) is_schematic: bool,
}

thread_local! {
    static KNOWN: RefCell<HashMap<Sheet, Drawing>> = RefCell::new(HashMap::new());
}

impl Sheet {
    const fn address(self) -> &'static str {
        match self {
            Self::Land => "/geo/land.geojson",
            Self::Provinces => "/geo/provinces.geojson",
            Self::SeaNames => "/geo/labels.geojson",
            Self::Wards => "/geo/hanoi_wards.geojson",
            Self::Districts => "/geo/hanoi_districts.geojson",
        }
    }

    /// The file, or nothing when it could not be had.
    pub(super) async fn fetch(self) -> Option<Drawing> {
        if let Some(known) = KNOWN.with_borrow(|known| known.get(&self).cloned()) {
            return Some(known);
        }
        let answer = Request::get(self.address()).send().await.ok().filter(|answer| answer.ok())?;
        let data = JSON::parse(&answer.text().await.ok()?).ok()?;
        let drawing = Drawing { is_schematic: get(&data, "schematic").is_truthy(), data };
        KNOWN.with_borrow_mut(|known| known.insert(self, drawing.clone()));
        Some(drawing)
    }
}

impl Drawing {
    /// Its features one by one.
    pub(super) fn features(&self) -> impl Iterator<Item = JsValue> {
        get(&self.data, "features").dyn_into::<Array>().unwrap_or_default().into_iter()
    }

    /// The unit of that code.
    pub(super) fn unit(&self, code: &str) -> Option<JsValue> {
        self.features().find(|feature| property(feature, "code").as_deref() == Some(code))
    }
}

/// A property of a feature, as text.
pub(super) fn property(feature: &JsValue, name: &str) -> Option<String> {
    get(&get(feature, "properties"), name).as_string()
}
