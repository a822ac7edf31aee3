//! The heading of a page. It names the window, and takes the focus when a person has come here from another page,
//! so that a screen reader says where they are.

use std::cell::{Cell, RefCell};

use leptos::html;
use leptos::prelude::*;

use crate::text::{shell, t};

thread_local! {
    static HERE: RefCell<Option<String>> = const { RefCell::new(None) };
    static ARRIVING: Cell<bool> = const { Cell::new(false) };
}

/// The one `h1` of a page.
#[component]
pub(crate) fn Heading(#[prop(into)] text: Signal<String>) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    Effect::new(move |_| document().set_title(&window_title(&text.get(), t(shell::SITE))));
    Effect::new(move |_| {
        if let Some(heading) = heading.get()
            && ARRIVING.replace(false)
            && !is_typing()
        {
            let calmly = web_sys::FocusOptions::new();
            calmly.set_prevent_scroll(true);
            // A heading that can't be focused only misses the announcement.
            let _ = heading.focus_with_options(&calmly);
        }
    });
    view! { <h1 node_ref=heading tabindex="-1">{move || text.get()}</h1> }
}

/// To be told of every path; the first one is where the visit began, which needs no announcement.
pub(crate) fn arrived_at(path: &str) {
    let earlier = HERE.replace(Some(path.to_owned()));
    if earlier.is_some_and(|earlier| earlier != path) {
        ARRIVING.set(true);
    }
}

fn is_typing() -> bool {
    let focused = document().active_element();
    focused.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA"))
}

fn window_title(heading: &str, site: &str) -> String {
    if heading.is_empty() { site.to_owned() } else { format!("{heading} · {site}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_is_named_after_the_page_and_the_site() {
        assert_eq!(window_title("Cá nục", "OCOP"), "Cá nục · OCOP");
        assert_eq!(window_title("", "OCOP"), "OCOP");
    }
}
