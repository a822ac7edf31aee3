//! A need as one row of a list: what is looked for, by whom, on what terms, until when.

use leptos::prelude::*;

use super::query::{Row, Rows};
use super::terms;
use crate::api::NeedStatus;
use crate::text::{needs as words, t, words as counts};
use crate::ui::{Badge, Tone};

/// The rows of a list of many retailers.
pub(super) fn of_many(needs: &Rows) -> AnyView {
    needs.nodes.iter().map(|need| row(need, Some(buyer(need)))).collect_view().into_any()
}

/// The rows of a retailer's own list.
pub(super) fn of_one(needs: &Rows) -> AnyView {
    needs.nodes.iter().map(|need| row(need, None)).collect_view().into_any()
}

fn row(need: &Row, buyer: Option<AnyView>) -> AnyView {
    let unit = need.unit.as_ref();
    let details = [
        terms::groups(&need.groups),
        need.min_stars.map(words::stars),
        terms::quantity(need.quantity_per_month, unit),
        terms::months(need.months.as_deref()),
        terms::ceiling(need.price_ceiling, unit),
        terms::provinces(&need.provinces),
        need.deadline.map(|day| words::until(&counts::date(day))),
    ];
    let details = details.into_iter().flatten().map(|detail| view! { <span>{detail}</span> });
    let is_over = need.is_past && need.status != NeedStatus::Closed;
    let past = is_over.then(|| view! { <Badge tone=Tone::Warn text=t(words::PAST)/> });
    view! {
        <li class="row">
            <a class="row-link" href=address_of(&need.id)>{need.name.clone()}</a>
            {buyer}
            {past}
            <span class="details quiet small">{details.collect_view()}</span>
        </li>
    }
    .into_any()
}

fn buyer(need: &Row) -> AnyView {
    view! { <span>{need.retailer.name.clone()}</span>{verified(need.retailer.is_verified)} }.into_any()
}

/// Whether staff have verified a retailer, in one word.
pub(super) fn verified(is_verified: bool) -> AnyView {
    let (tone, words) = match is_verified {
        true => (Tone::Good, words::VERIFIED),
        false => (Tone::Warn, words::NOT_VERIFIED),
    };
    view! { <Badge tone text=t(words)/> }.into_any()
}

/// Where one need is shown.
pub(crate) fn address_of(id: &cynic::Id) -> String {
    format!("/ket-noi/{}", id.inner())
}
