//! What the parts of the page share: the event as it is known, that something was changed, and what the last bringing up
//! to date moved. Each part follows only what it shows, so nothing takes a form or the focus away.

use leptos::html;
use leptos::prelude::*;

use super::changes::TimetableChange;
use super::query::{Event, EventTimetableById, Timetable};
use crate::pages::own_meetings::Meeting;
use crate::who::Known;

/// The event that is worked on.
#[derive(Clone, Copy)]
pub(super) struct Work {
    id: StoredValue<cynic::Id>,
    latest: Known<EventTimetableById>,
    /// To be called after every change.
    pub(super) changed: Callback<()>,
    /// How often all meetings may have become others.
    pub(super) remade: RwSignal<u32>,
    /// Meetings that were changed here since they were read.
    noted: StoredValue<Vec<Meeting>>,
    /// What was moved when it was last brought up to date here.
    pub(super) moved: RwSignal<Option<TimetableChange>>,
    /// The heading of what came of it.
    pub(super) result: NodeRef<html::H2>,
}

impl Work {
    pub(super) fn new(id: cynic::Id, latest: Known<EventTimetableById>, changed: Callback<()>) -> Self {
        Self {
            id: StoredValue::new(id),
            latest,
            changed,
            remade: RwSignal::new(0),
            noted: StoredValue::new(Vec::new()),
            moved: RwSignal::new(None),
            result: NodeRef::new(),
        }
    }

    pub(super) fn id(self) -> cynic::Id {
        self.id.get_value()
    }

    /// Something of the event; follows it.
    pub(super) fn read<T>(self, pick: impl FnOnce(&Event) -> T) -> Option<T> {
        self.latest.with(|known| known.as_ref().and_then(|known| known.event.as_ref()).map(pick))
    }

    /// Something of the event that tells its followers only when it is another.
    pub(super) fn part<T: PartialEq + Send + Sync + 'static>(self, pick: fn(&Event) -> T) -> Memo<Option<T>> {
        Memo::new(move |_| self.read(pick))
    }

    /// Something of the timetable, likewise; nothing while there is none.
    pub(super) fn of_timetable<T: PartialEq + Send + Sync + 'static>(
        self,
        pick: fn(&Timetable) -> T,
    ) -> Memo<Option<T>> {
        Memo::new(move |_| self.read(|event| event.timetable.as_ref().map(pick)).flatten())
    }

    /// Whether its timetable can be made, mended or announced now.
    pub(super) fn may_schedule(self) -> Memo<bool> {
        Memo::new(move |_| {
            let status = self.read(|event| shared::EventStatus::from(event.status));
            status.is_some_and(|status| status.after(shared::EventAction::Schedule).is_some())
        })
    }

    /// The button that was pressed is gone or far away: the focus goes to what came of it.
    pub(super) fn show_result(self) {
        request_animation_frame(move || {
            if let Some(result) = self.result.try_get_untracked().flatten() {
                let _ = result.focus();
            }
        });
    }

    /// Keeps what became of a meeting: the list it is in was read before, and may be drawn anew.
    pub(super) fn note(self, meeting: &Meeting) {
        self.noted.update_value(|noted| {
            noted.retain(|known| known.id != meeting.id);
            noted.push(meeting.clone());
        });
    }

    /// A meeting as it is known now.
    pub(super) fn as_noted(self, meeting: &Meeting) -> Meeting {
        let noted = self.noted.with_value(|noted| noted.iter().find(|known| known.id == meeting.id).cloned());
        noted.unwrap_or_else(|| meeting.clone())
    }

    /// All meetings may have become others.
    pub(super) fn remake(self) {
        self.noted.set_value(Vec::new());
        self.changed.run(());
        self.remade.update(|times| *times += 1);
    }
}
