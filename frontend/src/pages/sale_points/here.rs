//! Where the person is, asked from the device only when wanted, and told to nobody but the question for distances.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Position, PositionError, PositionOptions};

/// Milliseconds after which a device has had its chance.
const PATIENCE_MS: u32 = 10_000;
/// Milliseconds for which an earlier answer is good enough.
const FRESH_MS: u32 = 300_000;

/// What is known of where the person is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Here {
    /// Nobody asked.
    #[default]
    Unasked,
    /// The device is being asked.
    Asking,
    /// Latitude and longitude.
    At(f64, f64),
    /// The person or the browser does not allow it.
    Denied,
    /// The device does not know.
    Unknown,
}

impl Here {
    /// The place, if it is known.
    pub(crate) fn place(self) -> Option<(f64, f64)> {
        match self {
            Self::At(lat, lon) => Some((lat, lon)),
            Self::Unasked | Self::Asking | Self::Denied | Self::Unknown => None,
        }
    }
}

/// Some ten metres are exact enough, and the same question can be answered from memory.
fn rounded(degrees: f64) -> f64 {
    (degrees * 10_000.0).round() / 10_000.0
}

/// Asks the device; the answer comes into `here`.
pub(crate) fn ask(here: RwSignal<Here>) {
    let Ok(device) = window().navigator().geolocation() else {
        return here.set(Here::Unknown);
    };
    here.set(Here::Asking);
    let found = Closure::once_into_js(move |position: Position| {
        let coordinates = position.coords();
        here.try_set(Here::At(rounded(coordinates.latitude()), rounded(coordinates.longitude())));
    });
    let failed = Closure::once_into_js(move |error: PositionError| {
        let is_denied = error.code() == PositionError::PERMISSION_DENIED;
        here.try_set(if is_denied { Here::Denied } else { Here::Unknown });
    });
    let options = PositionOptions::new();
    options.set_timeout(PATIENCE_MS);
    options.set_maximum_age(FRESH_MS);
    let asked = device.get_current_position_with_error_callback_and_options(
        found.unchecked_ref(),
        Some(failed.unchecked_ref()),
        &options,
    );
    if asked.is_err() {
        here.set(Here::Unknown);
    }
}
