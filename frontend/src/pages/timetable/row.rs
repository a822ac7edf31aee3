//! One meeting in the whole timetable: at which table, who, about what, how it stands; what came of it, and taking it from
//! the timetable.

use leptos::prelude::*;

use super::changes::{self, CancelMeeting};
use super::work::Work;
use crate::api::MeetingStatus;
use crate::pages::introductions;
use crate::pages::own_meetings::{Afterwards, Meeting, Party, Recording};
use crate::text::{meetings as meeting_words, t, timetables as words};
use crate::ui::tell;
use crate::who::{ActButton, Acting};

/// The row.
pub(super) fn row(work: Work, meeting: &Meeting) -> AnyView {
    let recording = Recording::new(meeting, Afterwards::Stay);
    let may = Signal::derive(move || recording.meeting.with(|meeting| meeting.may_record));
    Effect::watch(move || recording.meeting.get(), move |meeting, _, _| work.note(meeting), false);
    let about = format!("{} – {}", meeting.retailer.name, meeting.producer.name);
    let table = move || {
        let table = recording.meeting.with(|meeting| meeting.table_number);
        table.map_or_else(|| "–".to_owned(), |table| table.to_string())
    };
    view! {
        <tr>
            <th scope="row"><span class="timetable-narrow">{t(words::TABLE)}" "</span>{table}</th>
            <td data-name=t(words::RETAILER)>{party(work, &meeting.retailer)}</td>
            <td data-name=t(words::PRODUCER)>{party(work, &meeting.producer)}</td>
            <td data-name=t(words::PRODUCT)>
                <a href=introductions::address_of(&meeting.introduction_id)>{meeting.product_name.clone()}</a>
                {meeting.need_name.clone().map(|need| view! { <span class="details quiet small">{need}</span> })}
            </td>
            <td data-name=t(words::STATUS)>
                {recording.section(may, about.clone())}
                {cancelling(work, recording.meeting, about)}
            </td>
        </tr>
    }
    .into_any()
}

/// A participant; its name leads to its meetings alone.
fn party(work: Work, party: &Party) -> AnyView {
    let address = format!("{}?don-vi={}", super::address_of(&work.id()), party.id.inner());
    view! { <a data-noscroll href=address>{party.name.clone()}</a> }.into_any()
}

/// Taking it from the timetable while it is ahead, and putting it back.
fn cancelling(work: Work, meeting: RwSignal<Meeting>, about: String) -> AnyView {
    let acting = Acting::new();
    let may_schedule = work.may_schedule();
    let state = Memo::new(move |_| meeting.with(|meeting| meeting.status));
    let press = Callback::new(move |()| {
        let (id, is_cancelled) = meeting
            .with_untracked(|meeting| (meeting.id.clone(), meeting.status == MeetingStatus::Cancelled));
        acting.run(changes::cancel(id, !is_cancelled), move |answer: CancelMeeting| {
            meeting.set(answer.cancel_meeting);
            tell(t(if is_cancelled { words::PUT_BACK_NOW } else { words::CANCELLED_NOW }));
            work.changed.run(());
        });
    });
    let button_words = Signal::derive(move || {
        let is_cancelled = state.get() == MeetingStatus::Cancelled;
        t(if is_cancelled { words::PUT_BACK } else { words::CANCEL }).to_owned()
    });
    let shown = move || {
        let status: shared::MeetingStatus = state.get().into();
        let is_possible = status.is_ahead() || status == shared::MeetingStatus::Cancelled;
        let about = about.clone();
        (may_schedule.get() && is_possible).then(|| {
            view! { <ActButton acting class="button-quiet" words=button_words about press/> }
        })
    };
    view! { {shown}{acting.trouble()} }.into_any()
}

/// The heading of a table of meetings.
pub(super) fn columns() -> AnyView {
    let names = [words::TABLE, words::RETAILER, words::PRODUCER, words::PRODUCT, words::STATUS];
    let names = names.map(|name| view! { <th scope="col">{t(name)}</th> });
    view! { <thead><tr>{names}</tr></thead> }.into_any()
}

/// What a slot is called.
pub(super) fn slot_name(slot: Option<&crate::pages::own_meetings::Slot>) -> String {
    match slot {
        Some(slot) => {
            let day = crate::text::words::date(slot.day);
            format!("{day}, {}", meeting_words::time(slot.from_minute, slot.to_minute))
        }
        None => t(meeting_words::NO_SLOT).to_owned(),
    }
}
