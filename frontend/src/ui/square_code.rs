//! A QR code as it comes from the server: one path of dark modules. Paper and screens of any scheme show it black on
//! white, with the quiet margin that cameras need.

use leptos::prelude::*;

/// Modules of white around it.
const QUIET: i32 = 4;

/// The code. `label` says what is in it.
pub(crate) fn square_code(size: i32, path: String, label: String) -> AnyView {
    let whole = size + 2 * QUIET;
    let begins = -QUIET;
    let view_box = format!("{begins} {begins} {whole} {whole}");
    view! {
        <svg
            class="square-code"
            role="img"
            aria-label=label
            viewBox=view_box
            shape-rendering="crispEdges"
        >
            <rect x=begins y=begins width=whole height=whole fill="#ffffff"></rect>
            <path d=path fill="#000000"></path>
        </svg>
    }
    .into_any()
}
