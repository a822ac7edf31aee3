//! Badges, eight on a page of paper: who it is, from which side, and the code for the door.

use leptos::prelude::*;
use shared::events::badge::printed;

use super::loading::{Reading, all_of};
use super::query::{self, Badged, Badges};
use crate::text::{event_print as words, introductions, t};
use crate::ui::{Empty, square_code};

/// Badges of one page of paper.
const ON_A_PAGE: usize = 8;

/// All of them.
pub(super) fn section(event: cynic::Id) -> AnyView {
    let reading = Reading {
        question: query::badges,
        cursor_after: |page: &Badges| page.event.as_ref()?.participants.page_info.next(),
        count: |page: &Badges| {
            let participants = page.event.as_ref().map(|event| &event.participants);
            participants.map_or((0, 0), |participants| (participants.nodes.len(), participants.total_count))
        },
    };
    all_of(event, reading, full)
}

fn full(pages: &[Badges]) -> AnyView {
    let events = || pages.iter().filter_map(|page| page.event.as_ref());
    let name = events().next().map(|event| event.name.clone()).unwrap_or_default();
    let guests: Vec<&Badged> = events().flat_map(|event| &event.participants.nodes).collect();
    if guests.is_empty() {
        return view! { <Empty what=t(words::NO_GUESTS)/> }.into_any();
    }
    let sheets = guests.chunks(ON_A_PAGE).map(|guests| {
        let badges: Vec<_> = guests.iter().map(|guest| badge(&name, guest)).collect();
        view! { <ul class="print-sheet print-badges">{badges}</ul> }
    });
    view! {
        <p class="sheet-tools" role="status">{words::badges(guests.len())}</p>
        {sheets.collect_view()}
    }
    .into_any()
}

fn badge(event: &str, guest: &Badged) -> AnyView {
    let code = guest.code.as_deref().map(printed).unwrap_or_default();
    let square = guest.badge.clone().map(|badge| square_code(badge.size, badge.path, words::code_of(&code)));
    let province = guest.province.as_ref().map(|unit| view! { <span>{unit.name.clone()}</span> });
    view! {
        <li class="print-badge">
            <div>
                <p class="print-small">{event.to_owned()}</p>
                <p class="print-name">{guest.name.clone()}</p>
                <p class="details"><strong>{t(introductions::party(guest.side))}</strong>{province}</p>
            </div>
            <div class="print-code">{square}<span>{code.clone()}</span></div>
        </li>
    }
    .into_any()
}
