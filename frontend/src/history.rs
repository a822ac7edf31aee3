//! Going back: the page returns to the height at which it was left, once what was there is drawn again.
//!
//! The browser's own way gives up before an answer is there, so it is turned off.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use leptos::ev;
use leptos::prelude::*;
use web_sys::ScrollRestoration;

/// Frames of waiting for the page to be tall enough.
const FRAMES: u32 = 60;

thread_local! {
    static HEIGHTS: RefCell<HashMap<String, f64>> = RefCell::new(HashMap::new());
    static RETURNING: Cell<bool> = const { Cell::new(false) };
}

/// Begins to remember where each page was left.
pub(crate) fn keep_places() {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    window_event_listener(ev::scroll, |_| {
        if !RETURNING.get() {
            let height = window().scroll_y().unwrap_or_default();
            HEIGHTS.with_borrow_mut(|heights| heights.insert(here(), height));
        }
    });
    window_event_listener(ev::popstate, |_| {
        let height = HEIGHTS.with_borrow(|heights| heights.get(&here()).copied());
        RETURNING.set(true);
        return_to(height.unwrap_or_default(), FRAMES);
    });
}

/// Stays at the height shown while the page is drawn anew.
pub(crate) fn stay_here() {
    RETURNING.set(true);
    return_to(window().scroll_y().unwrap_or_default(), FRAMES);
}

fn here() -> String {
    let location = window().location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
}

fn return_to(height: f64, frames: u32) {
    request_animation_frame(move || {
        let visible = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        let whole = document().document_element().map_or(0, |root| root.scroll_height());
        if f64::from(whole) - visible >= height || frames == 0 {
            window().scroll_to_with_x_and_y(0.0, height);
            request_animation_frame(|| RETURNING.set(false));
        } else {
            return_to(height, frames - 1);
        }
    });
}
