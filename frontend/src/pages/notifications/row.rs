//! One notification as a row: what happened, between whom, when.

use leptos::prelude::*;

use super::query::{AboutAgreement, AboutEvent, AboutIntroduction, Notification};
use crate::api::NotificationKind;
use crate::pages::introductions::address_of;
use crate::text::notifications::Told;
use crate::text::{introductions, language, notifications as words, t, words as counts};
use crate::ui::{Badge, Tone};

/// What a row says of what it is about.
struct Shown {
    address: String,
    told: String,
    sides: String,
    more: Option<String>,
}

/// The row; `is_new` while it was not seen before this visit.
pub(super) fn row(notification: &Notification, is_new: bool) -> AnyView {
    let shown = match (&notification.introduction, &notification.agreement, &notification.event) {
        (Some(about), ..) => of_introduction(notification, about),
        (None, Some(about), _) => of_agreement(notification, about),
        (None, None, Some(about)) => of_event(notification, about),
        (None, None, None) => return ().into_any(),
    };
    let badge = is_new.then(|| view! { <Badge tone=Tone::Good text=t(words::NEW)/> });
    let more = shown.more.map(|more| view! { <span>{more}</span> });
    let class = if is_new { "row-link row-new" } else { "row-link" };
    view! {
        <li class="row">
            <a class=class href=shown.address>{shown.told}</a>
            {badge}
            <span class="details quiet small">
                <span>{shown.sides}</span>
                {more}
                <time datetime=notification.at.to_rfc3339()>{counts::instant(notification.at)}</time>
            </span>
        </li>
    }
    .into_any()
}

fn of_introduction(notification: &Notification, about: &AboutIntroduction) -> Shown {
    let told = Told {
        kind: notification.kind,
        product: &about.product_name,
        retailer: &about.retailer.name,
        producer: &about.producer.name,
        proposed_by: about.proposed_by,
        declined_by: about.declined_by,
    };
    Shown {
        address: address_of(&about.id),
        told: words::told(&told, language()),
        sides: format!("{} – {}", about.retailer.name, about.producer.name),
        more: about.need_name.as_ref().map(|need| format!("{}: {need}", t(introductions::NEED))),
    }
}

fn of_agreement(notification: &Notification, about: &AboutAgreement) -> Shown {
    let products = about.product_names.join(", ");
    Shown {
        address: format!("/thoa-thuan/{}", about.id.inner()),
        told: t(words::of_agreement(notification.kind)).to_owned(),
        sides: format!("{} – {}", about.retailer_name, about.producer_name),
        more: (!products.is_empty()).then_some(products),
    }
}

/// A timetable is what somebody wants to see of an event that has one; else where the registration stands.
fn of_event(notification: &Notification, about: &AboutEvent) -> Shown {
    let is_of_timetable =
        matches!(notification.kind, NotificationKind::EventScheduled | NotificationKind::EventRescheduled);
    let part = if is_of_timetable { "/lich" } else { "" };
    Shown {
        address: format!("/su-kien/{}{part}", about.id.inner()),
        told: t(words::of_event(notification.kind)).to_owned(),
        sides: about.name.clone(),
        more: None,
    }
}
