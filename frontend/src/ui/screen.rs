//! The width of the screen, for the few places where a wide one gets another arrangement and not only more room.

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
