//! How what was entered here stands with staff: confirmed, waiting, or refused and why. Papers and star decisions go
//! the same way.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::clock::day_of;
use crate::text::{own_products as words, product, t, words as counts};
use crate::ui::{Badge, Dialog, Tone};

/// Where something stands.
pub(super) struct Standing {
    pub(super) entered_here: bool,
    pub(super) confirmed_at: Option<DateTime<Utc>>,
    pub(super) refused_at: Option<DateTime<Utc>>,
    pub(super) refused_because: Option<String>,
}

impl Standing {
    /// In a few words.
    pub(super) fn badge(&self) -> AnyView {
        let on = |words, at| format!("{} {}", t(words), counts::date(day_of(at)));
        let (tone, words) = match (self.confirmed_at, self.refused_at, self.entered_here) {
            (Some(at), _, _) => (Tone::Good, on(product::PAPER_CONFIRMED, at)),
            (None, Some(at), _) => (Tone::Bad, on(words::REFUSED_ON, at)),
            (None, None, true) => (Tone::Warn, t(words::WAITS).to_owned()),
            (None, None, false) => (Tone::Plain, t(words::FROM_PUBLIC_DATA).to_owned()),
        };
        view! { <Badge tone text=words/> }.into_any()
    }

    /// Why it was refused, and what to do.
    pub(super) fn reason(&self) -> Option<AnyView> {
        if self.confirmed_at.is_some() {
            return None;
        }
        let reason = self.refused_because.clone()?;
        Some(view! { <p>{t(words::REFUSED_BECAUSE)}": "{reason}</p> }.into_any())
    }
}

/// A button that asks once more before something goes away for good.
pub(super) fn remove_button(
    title: crate::text::Text,
    sure: crate::text::Text,
    busy: RwSignal<bool>,
    remove: Callback<()>,
) -> AnyView {
    let is_asked = RwSignal::new(false);
    view! {
        <button type="button" class="button-second" on:click=move |_| is_asked.set(true)>{t(title)}</button>
        <Dialog open=is_asked title=t(title)>
            <p>{t(sure)}</p>
            <p class="chips">
                <button class="button" aria-disabled=move || busy.get().to_string() on:click=move |_| remove.run(())>
                    {t(words::REMOVE)}
                </button>
                <button class="button-second" on:click=move |_| is_asked.set(false)>{t(words::KEEP)}</button>
            </p>
        </Dialog>
    }
    .into_any()
}
