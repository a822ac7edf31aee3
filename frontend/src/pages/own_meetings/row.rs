//! One meeting of one's own: when and where in large letters, with whom, about what, what came of it.

use leptos::prelude::*;

use super::moment::{self, Moment};
use super::page::Next;
use super::query::{EventWithOwn, Meeting, Party};
use super::recording::{Afterwards, Recording};
use crate::pages::introductions;
use crate::text::{meetings as words, t};

/// The row. `now` is the moment it is.
pub(super) fn row(event: &EventWithOwn, meeting: &Meeting, now: Memo<Option<Moment>>, next: Next) -> AnyView {
    let others = other_side(event, meeting);
    let recording = Recording::new(meeting, Afterwards::ToAgreement);
    let when = match &meeting.slot {
        Some(slot) => words::time(slot.from_minute, slot.to_minute),
        None => t(words::NO_SLOT).to_owned(),
    };
    let table = meeting.table_number.map(|table| view! { <span>{words::table(table)}</span> });
    // The answer may be older than the meeting: what the clock says counts too.
    let slot = meeting.slot.clone();
    let may = Signal::derive(move || {
        let has_begun = slot.as_ref().zip(now.get()).is_some_and(|(slot, now)| moment::has_begun(slot, now));
        recording.meeting.with(|meeting| meeting.may_record || (has_begun && is_open(meeting)))
    });
    let from = meeting.slot.as_ref().map(|slot| slot.from_minute);
    let later = move || {
        let is_ahead = !may.get() && recording.meeting.with(is_open);
        from.filter(|_| is_ahead).map(|from| {
            view! { <p class="quiet small">{words::recordable_from(from)}</p> }
        })
    };
    let this = meeting.id.clone();
    let is_next = move || next.0.with(|next| next.as_ref() == Some(&this)).then_some("true");
    view! {
        <li class="meeting" aria-current=is_next>
            <p class="meeting-when"><strong>{when}</strong>{table}</p>
            <h3>{words::with(&others)}</h3>
            <p>
                {words::about(&meeting.product_name, meeting.need_name.as_deref())}" "
                <a class="all-link" href=introductions::address_of(&meeting.introduction_id)>
                    {t(words::SEE_INTRODUCTION)}<span class="for-readers">": "{meeting.product_name.clone()}</span>
                </a>
            </p>
            {recording.section(may, others)}
            {later}
        </li>
    }
    .into_any()
}

fn is_open(meeting: &Meeting) -> bool {
    let status: shared::MeetingStatus = meeting.status.into();
    status.with(shared::MeetingOutcome::Continues).is_some()
}

/// Whom one meets; who has several organisations there is told both.
fn other_side(event: &EventWithOwn, meeting: &Meeting) -> String {
    let is_own = |party: &Party| event.own.iter().any(|own| own.id == party.id);
    let (retailer, producer) = (&meeting.retailer, &meeting.producer);
    match (is_own(retailer), is_own(producer), event.own.len()) {
        (true, false, 1) => producer.name.clone(),
        (false, true, 1) => retailer.name.clone(),
        _ => format!("{} – {}", retailer.name, producer.name),
    }
}
