//! The screen: its width, for the few places where a wide one gets another arrangement and not only more room, and
//! whether it is looked at.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

const WIDE: &str = "(min-width: 60rem)";

/// Whether there is room for a second column; follows the window.
pub(crate) fn wide_screen() -> RwSignal<bool> {
    let wide = RwSignal::new(false);
    if let Ok(Some(query)) = window().match_media(WIDE) {
        wide.set(query.matches());
        let listener = Closure::<dyn Fn(web_sys::MediaQueryListEvent)>::new(
            move |event: web_sys::MediaQueryListEvent| {
                // The page that asked may be gone.
                let _ = wide.try_set(event.matches());
            },
        );
        query.set_onchange(Some(listener.as_ref().unchecked_ref()));
        let kept = StoredValue::new_local((query, listener));
        on_cleanup(move || {
            kept.try_update_value(|(query, _)| query.set_onchange(None));
        });
    }
    wide
}

/// Whether somebody looks at the window, and not at another one; follows them.
pub(crate) fn looked_at() -> RwSignal<bool> {
    let is_looked_at = RwSignal::new(!document().hidden());
    let listener = window_event_listener(leptos::ev::visibilitychange, move |_| {
        is_looked_at.set(!document().hidden());
    });
    on_cleanup(move || listener.remove());
    is_looked_at
}
