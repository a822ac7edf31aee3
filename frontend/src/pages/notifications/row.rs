//! One notification as a row: what happened, between whom, when.

use leptos::prelude::*;

use super::query::Notification;
use crate::pages::introductions::address_of;
use crate::text::notifications::Told;
use crate::text::{introductions, language, notifications as words, t, words as counts};
use crate::ui::{Badge, Tone};

/// The row; `is_new` while it was not seen before this visit.
pub(super) fn row(notification: &Notification, is_new: bool) -> AnyView {
    // What is about an agreement has no words here yet.
    let Some(about) = &notification.introduction else { return ().into_any() };
    let told = Told {
        kind: notification.kind,
        product: &about.product_name,
        retailer: &about.retailer.name,
        producer: &about.producer.name,
        proposed_by: about.proposed_by,
        declined_by: about.declined_by,
    };
    let badge = is_new.then(|| view! { <Badge tone=Tone::Good text=t(words::NEW)/> });
    let need = about.need_name.clone().map(|need| {
        let need = format!("{}: {need}", t(introductions::NEED));
        view! { <span>{need}</span> }
    });
    let sides = format!("{} – {}", about.retailer.name, about.producer.name);
    let class = if is_new { "row-link row-new" } else { "row-link" };
    view! {
        <li class="row">
            <a class=class href=address_of(&about.id)>{words::told(&told, language())}</a>
            {badge}
            <span class="details quiet small">
                <span>{sides}</span>
                {need}
                <time datetime=notification.at.to_rfc3339()>{counts::instant(notification.at)}</time>
            </span>
        </li>
    }
    .into_any()
}
