//! The page: what is printed is in the address; the means of choosing and printing stand above and not on paper.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{badges, drawn};
use crate::address::{self, Query};
use crate::pages::events;
use crate::pages::not_found::NotFound;
use crate::pages::staff::is_of_city;
use crate::text::{Text, event_print as words, t};
use crate::ui::Heading;
use crate::who::{for_staff, signed_in_page};

/// The name, in addresses, of what is printed.
const KIND: &str = "loai";

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Badges,
    Participants,
    Tables,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Badges, Self::Participants, Self::Tables];

    const fn name(self) -> &'static str {
        match self {
            Self::Badges => "the",
            Self::Participants => "don-vi",
            Self::Tables => "ban",
        }
    }

    const fn words(self) -> Text {
        match self {
            Self::Badges => words::BADGES,
            Self::Participants => words::PARTICIPANTS,
            Self::Tables => words::TABLES,
        }
    }

    /// Reads the address; badges where it says nothing that is known.
    fn read(address: &Query) -> Self {
        Self::ALL.into_iter().find(|kind| kind.name() == address.one(KIND)).unwrap_or(Self::Badges)
    }
}

/// The page.
#[component]
pub(crate) fn EventPrintPage() -> impl IntoView {
    signed_in_page(words::TITLE, |_| for_staff(words::TITLE, is_of_city, page))
}

fn page() -> AnyView {
    let params = use_params_map();
    let event = Memo::new(move |_| {
        let id = params.with(|params| params.get("id"))?;
        id.parse::<shared::EventId>().ok()?;
        Some(cynic::Id::new(id))
    });
    let address = address::query();
    let kind = Memo::new(move |_| address.with(Kind::read));
    let shown = move || {
        let Some(event) = event.get() else { return view! { <NotFound/> }.into_any() };
        let kind = kind.get();
        let content = untrack(|| match kind {
            Kind::Badges => badges::section(event.clone()),
            Kind::Participants => drawn::of_participants(event.clone()),
            Kind::Tables => drawn::of_tables(event.clone()),
        });
        view! { {tools(&event, kind)}{content} }.into_any()
    };
    view! { {shown} }.into_any()
}

fn tools(event: &cynic::Id, shown: Kind) -> AnyView {
    let here = events::staff_address_of(event, "in");
    let links = Kind::ALL.map(|kind| {
        let address = format!("{here}?{KIND}={}", kind.name());
        let current = (kind == shown).then_some("page");
        view! { <li><a class="chip" data-noscroll href=address aria-current=current>{t(kind.words())}</a></li> }
    });
    let print = move |_| {
        // A browser that can't print has said so itself.
        let _ = window().print();
    };
    view! {
        <div class="sheet-tools">
            <Heading text=t(words::TITLE)/>
            <nav aria-label=t(words::KINDS)><ul class="chips">{links}</ul></nav>
            <p class="sheet-means">
                <button type="button" class="button" on:click=print>{t(words::PRINT)}</button>
            </p>
            <p><a class="all-link" href=events::address_of(event)>{t(words::TO_EVENT)}</a></p>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_is_read_from_its_address() {
        for kind in Kind::ALL {
            assert_eq!(Kind::read(&Query::read(&format!("{KIND}={}", kind.name()))), kind);
        }
        assert_eq!(Kind::read(&Query::read("loai=x")), Kind::Badges);
    }
}
