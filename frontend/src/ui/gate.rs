//! Whether something that is asked is met: ✓ met · ✗ not met · ? not known; always with the word, since shape and
//! colour alone don't reach everybody.

use leptos::prelude::*;

use crate::text::{Text, shell, t};

/// Whether it is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Met {
    Yes,
    No,
    /// Nobody knows.
    Unknown,
}

impl Met {
    /// Its mark, which says nothing to those who listen.
    pub(crate) fn mark(self) -> AnyView {
        let mark = match self {
            Self::Yes => "✓",
            Self::No => "✗",
            Self::Unknown => "?",
        };
        view! { <span aria-hidden="true">{mark}</span> }.into_any()
    }

    /// Its word.
    pub(crate) fn words(self) -> Text {
        match self {
            Self::Yes => shell::MET,
            Self::No => shell::NOT_MET,
            Self::Unknown => shell::UNKNOWN,
        }
    }

    /// How it is drawn.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Yes => "gate gate-met",
            Self::No => "gate gate-unmet",
            Self::Unknown => "gate",
        }
    }
}

/// The mark and its word.
#[component]
pub(crate) fn Gate(met: Met) -> impl IntoView {
    view! { <span class=met.class()>{met.mark()}" "{t(met.words())}</span> }
}
