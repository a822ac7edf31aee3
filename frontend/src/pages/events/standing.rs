//! Where events and registrations stand, as badges.

use leptos::prelude::*;

use crate::api::{EventStatus, ParticipantStatus};
use crate::text::{kinds, t};
use crate::ui::{Badge, Tone};

/// Where an event stands; nothing for what is only known from reports.
pub(crate) fn event_badge(status: EventStatus) -> Option<AnyView> {
    let tone = match status {
        EventStatus::Reported => return None,
        EventStatus::Open => Tone::Good,
        EventStatus::Cancelled => Tone::Bad,
        EventStatus::Planned => Tone::Warn,
        EventStatus::Closed | EventStatus::Held => Tone::Plain,
    };
    Some(view! { <Badge tone text=t(kinds::event_status(status))/> }.into_any())
}

/// In a list only what one can do something about, or must know before going there.
pub(super) fn in_list(status: EventStatus) -> Option<AnyView> {
    matches!(status, EventStatus::Open | EventStatus::Cancelled | EventStatus::Planned)
        .then(|| event_badge(status))
        .flatten()
}

/// Where a registration stands.
pub(crate) fn participant_badge(status: ParticipantStatus) -> AnyView {
    let tone = match status {
        ParticipantStatus::Approved => Tone::Good,
        ParticipantStatus::Asked | ParticipantStatus::Waiting => Tone::Warn,
        ParticipantStatus::Declined => Tone::Bad,
        ParticipantStatus::Withdrawn => Tone::Plain,
    };
    view! { <Badge tone text=t(kinds::participant_status(status))/> }.into_any()
}
