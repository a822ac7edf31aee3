//! How fresh a fact is: ● lately, ○ long ago, – never confirmed; always with the date in words.

use leptos::prelude::*;

/// How fresh.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fresh {
    /// Confirmed lately.
    Lately,
    /// Confirmed long ago.
    LongAgo,
    /// Not confirmed by anyone.
    Never,
}

/// The mark and its words.
#[component]
pub(crate) fn Freshness(fresh: Fresh, #[prop(into)] words: String) -> impl IntoView {
    let (class, mark) = match fresh {
        Fresh::Lately => ("freshness freshness-lately", "●"),
        Fresh::LongAgo => ("freshness", "○"),
        Fresh::Never => ("freshness", "–"),
    };
    view! { <span class=class><span aria-hidden="true">{mark}</span>" "{words}</span> }
}
