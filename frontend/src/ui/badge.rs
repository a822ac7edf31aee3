//! A short word about a thing, with a colour that only repeats what the word says.

use leptos::prelude::*;

/// What a badge is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// A plain property.
    Plain,
    /// Good, current.
    Good,
    /// Ageing, unknown, needs attention.
    Warn,
    /// Ended or refused.
    Bad,
}

/// The badge.
#[component]
pub(crate) fn Badge(tone: Tone, #[prop(into)] text: String) -> impl IntoView {
    let class = match tone {
        Tone::Plain => "badge",
        Tone::Good => "badge badge-good",
        Tone::Warn => "badge badge-warn",
        Tone::Bad => "badge badge-bad",
    };
    view! { <span class=class>{text}</span> }
}
