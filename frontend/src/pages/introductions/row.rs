//! An introduction as one row of a list: about what, with whom, how it stands, what is new.

use leptos::prelude::*;

use super::choice::PATH;
use super::query::{Row, Rows};
use super::standing;
use crate::api::TradeParty;
use crate::clock::now;
use crate::text::{introductions as words, language, t, words as counts};
use crate::ui::{Badge, Tone};

/// The rows of a page of the list.
pub(super) fn rows(page: &Rows) -> AnyView {
    page.nodes.iter().map(row).collect_view().into_any()
}

fn row(introduction: &Row) -> AnyView {
    let status: shared::IntroductionStatus = introduction.status.into();
    let deadline = now()
        .filter(|_| status.is_waiting())
        .map(|now| view! { <span>{words::deadline(introduction.answer_by, now, language())}</span> });
    let is_for_reader = status.waits_for(introduction.viewer_party.into());
    let own = is_for_reader.then(|| view! { <Badge tone=Tone::Warn text=t(words::WAITS_FOR_YOU)/> });
    // Whose answer is waited for needs no second badge.
    let standing = (!is_for_reader).then(|| standing::badge(introduction.status));
    let unread = (introduction.unread > 0)
        .then(|| view! { <Badge tone=Tone::Good text=words::unread(introduction.unread)/> });
    let need = introduction.need_name.clone().map(|need| {
        let need = format!("{}: {need}", t(words::NEED));
        view! { <span>{need}</span> }
    });
    let moved = format!("{} {}", t(words::LAST_MOVED), counts::instant(introduction.moved_at));
    let class = if introduction.unread > 0 || is_for_reader { "row-link row-new" } else { "row-link" };
    view! {
        <li class="row">
            <a class=class href=address_of(&introduction.id)>{introduction.product_name.clone()}</a>
            <span>{others(introduction)}</span>
            {own}
            {standing}
            {unread}
            <span class="details quiet small">
                {need}
                {deadline}
                <span>{moved}</span>
            </span>
        </li>
    }
    .into_any()
}

/// Whom it is with; for staff both.
fn others(introduction: &Row) -> String {
    let (retailer, producer) = (&introduction.retailer.name, &introduction.producer.name);
    match introduction.viewer_party {
        TradeParty::Retailer => producer.clone(),
        TradeParty::Producer => retailer.clone(),
        _ => format!("{retailer} – {producer}"),
    }
}

/// Where one introduction is shown.
pub(crate) fn address_of(id: &cynic::Id) -> String {
    format!("{PATH}/{}", id.inner())
}
