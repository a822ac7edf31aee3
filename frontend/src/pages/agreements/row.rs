//! An agreement as one row of a list: with whom, about what, how it stands.

use leptos::prelude::*;

use super::list_query::{Row, Rows};
use super::{address_of, standing};
use crate::api::{AgreementAction, TradeParty};
use crate::clock::now;
use crate::text::{agreements as words, introductions, language, t, words as counts};
use crate::ui::{Badge, Tone};

/// The rows of a page of the list.
pub(super) fn rows(page: &Rows) -> AnyView {
    page.nodes.iter().map(row).collect_view().into_any()
}

fn row(agreement: &Row) -> AnyView {
    let is_for_reader = agreement.actions.contains(&AgreementAction::Sign);
    let own = is_for_reader.then(|| view! { <Badge tone=Tone::Warn text=t(words::WAITS_FOR_YOU)/> });
    let standing = (!is_for_reader).then(|| standing::badge(agreement.status));
    let status: shared::AgreementStatus = agreement.status.into();
    let deadline = agreement.answer_by.filter(|_| status.is_waiting()).zip(now());
    let term = agreement.version.starts_on.zip(agreement.version.ends_on);
    let details = [
        Some(words::title(agreement.kind, agreement.number.as_deref())),
        term.map(|(starts, ends)| words::term(starts, ends)),
        agreement.promised_value.map(|value| words::worth(&value.shown())),
        deadline.map(|(until, now)| introductions::deadline(until, now, language())),
        Some(format!("{} {}", t(introductions::LAST_MOVED), counts::instant(agreement.moved_at))),
    ];
    let details = details.into_iter().flatten().map(|detail| view! { <span>{detail}</span> });
    let class = if is_for_reader { "row-link row-new" } else { "row-link" };
    view! {
        <li class="row">
            <a class=class href=address_of(&agreement.id)>{heading(agreement)}</a>
            <span>{others(agreement)}</span>
            {own}
            {standing}
            <span class="details quiet small">{details.collect_view()}</span>
        </li>
    }
    .into_any()
}

/// The goods; an agreement without any is called by its kind.
fn heading(agreement: &Row) -> String {
    match agreement.product_names.is_empty() {
        true => t(words::kind(agreement.kind)).to_owned(),
        false => agreement.product_names.join(", "),
    }
}

/// Whom it is with; for staff both.
fn others(agreement: &Row) -> String {
    match agreement.viewer_party {
        TradeParty::Retailer => agreement.producer_name.clone(),
        TradeParty::Producer => agreement.retailer_name.clone(),
        _ => format!("{} – {}", agreement.retailer_name, agreement.producer_name),
    }
}
