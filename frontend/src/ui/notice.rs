//! Word that something was done, for those who look and for those who listen. It goes away by itself; what it says can
//! also be seen on the page.

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;

const SHOWN_FOR: Duration = Duration::from_secs(8);

#[derive(Clone, Copy)]
struct Told {
    words: RwSignal<String>,
    times: StoredValue<u32>,
}

thread_local! {
    static TOLD: Cell<Option<Told>> = const { Cell::new(None) };
}

/// Where it is shown; once on the page.
#[component]
pub(crate) fn Notice() -> impl IntoView {
    let told = Told { words: RwSignal::new(String::new()), times: StoredValue::new(0) };
    TOLD.set(Some(told));
    view! { <div class="notice" role="status">{move || told.words.get()}</div> }
}

/// Says that something was done.
pub(crate) fn tell(words: impl Into<String>) {
    let Some(told) = TOLD.get() else { return };
    told.words.try_set(words.into());
    let Some(now) = told.times.try_get_value().map(|times| times + 1) else { return };
    told.times.set_value(now);
    set_timeout(
        move || {
            if told.times.try_get_value() == Some(now) {
                told.words.try_set(String::new());
            }
        },
        SHOWN_FOR,
    );
}
