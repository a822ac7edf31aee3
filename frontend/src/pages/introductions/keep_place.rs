//! Keeping what somebody reads where it is on the screen while something is added above it. Browsers do that in
//! different ways, some not at all, so the style sheet turns theirs off here.

use leptos::html;
use leptos::prelude::*;

/// Does something that adds above what is read in a list; `list` may not be drawn yet.
pub(super) fn keeping_place(list: NodeRef<html::Ol>, add: impl FnOnce()) {
    let read = list.get_untracked().and_then(|list| list.first_element_child());
    let top_of = |element: &web_sys::Element| element.get_bounding_client_rect().top();
    let before = read.as_ref().map(top_of);
    add();
    let Some((read, before)) = read.zip(before) else { return };
    // Who sees the top of the list sees what is added, too.
    if before >= 0.0 {
        return;
    }
    request_animation_frame(move || {
        let moved = top_of(&read) - before;
        if moved.abs() >= 1.0 {
            window().scroll_by_with_x_and_y(0.0, moved);
        }
    });
}
