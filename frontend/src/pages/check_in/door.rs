//! The door at work: arrivals are noted on the device first and shown at once.

use leptos::ev;
use leptos::prelude::*;

use super::list::List;
use super::queue::{Arrival, Queue, Told};
use super::store;
use crate::api::{self, Failure};
use crate::clock;

/// What was done last at the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Last {
    /// Somebody has come.
    Arrived { code: String, name: String, people: i32 },
    /// They had come before.
    Already { name: String, at: chrono::DateTime<chrono::Utc> },
    /// Nobody on the list has this code; the server will say whether somebody has.
    NotListed { code: String },
    /// An arrival was taken back.
    Undone { name: String },
    /// What was typed or read is no code.
    NoCode,
}

/// The door of an event.
#[derive(Clone, Copy)]
pub(super) struct Door {
    event: StoredValue<String>,
    /// Those who take part, once they are known.
    pub(super) list: RwSignal<Option<List>>,
    /// How many were read so far, and of how many, while somebody waits for them.
    pub(super) reading: RwSignal<Option<(usize, i32)>>,
    /// Why they could not be read.
    pub(super) unread: RwSignal<Option<Failure>>,
    /// Whether they are being read, also when nobody waits for them.
    pub(super) is_reading: StoredValue<bool>,
    /// Whether the server is being asked how many have come.
    pub(super) is_looking: StoredValue<bool>,
    /// What the server said of arrivals since it was begun to be read.
    pub(super) told_meanwhile: StoredValue<Vec<Told>>,
    /// Whether this page opens without a network now.
    pub(super) opens_alone: RwSignal<bool>,
    /// What was noted.
    pub(super) queue: RwSignal<Queue>,
    /// Whether the device keeps it when the page is closed.
    pub(super) is_kept: RwSignal<bool>,
    pub(super) is_sending: RwSignal<bool>,
    /// Why it could not be sent.
    pub(super) unsent: RwSignal<Option<Failure>>,
    pub(super) is_online: RwSignal<bool>,
    pub(super) last: RwSignal<Option<Last>>,
}

impl Door {
    /// Opens it with what the device has kept, and begins to read and to send.
    pub(super) fn open(event: String) -> Self {
        let door = Self {
            list: RwSignal::new(store::list(&event)),
            queue: RwSignal::new(store::queue(&event)),
            event: StoredValue::new(event),
            reading: RwSignal::new(None),
            unread: RwSignal::new(None),
            is_reading: StoredValue::new(false),
            is_looking: StoredValue::new(false),
            told_meanwhile: StoredValue::new(Vec::new()),
            opens_alone: RwSignal::new(false),
            is_kept: RwSignal::new(true),
            is_sending: RwSignal::new(false),
            unsent: RwSignal::new(None),
            is_online: RwSignal::new(window().navigator().on_line()),
            last: RwSignal::new(None),
        };
        let online = window_event_listener(ev::online, move |_| {
            door.is_online.set(true);
            door.go_on();
        });
        let offline = window_event_listener(ev::offline, move |_| door.is_online.set(false));
        // Another window of this device may note arrivals too.
        let stored = window_event_listener(ev::storage, move |_| {
            if door.is_kept.get_untracked() {
                door.queue.set(store::queue(&door.event()));
            }
        });
        on_cleanup(move || {
            online.remove();
            offline.remove();
            stored.remove();
        });
        api::when_the_server_returns(move || door.go_on());
        door.follow();
        door.send();
        door.read();
        door
    }

    pub(super) fn event(self) -> String {
        self.event.get_value()
    }

    /// Notes that who has a code has come.
    pub(super) fn arrive(self, code: &str) {
        let known = self.list.with_untracked(|list| list.as_ref()?.of_code(code).cloned());
        let arrived =
            known.as_ref().and_then(|guest| self.queue.with_untracked(|queue| guest.arrived(queue)));
        self.last.set(Some(match (known, arrived) {
            (Some(guest), Some(at)) => Last::Already { name: guest.name, at },
            (Some(guest), None) => {
                self.note(code, false);
                Last::Arrived { code: code.to_owned(), name: guest.name, people: guest.people }
            }
            (None, _) => {
                self.note(code, false);
                Last::NotListed { code: code.to_owned() }
            }
        }));
    }

    /// Takes an arrival back.
    pub(super) fn undo(self, code: &str) {
        let name = self.name_of(code);
        self.note(code, true);
        self.last.set(Some(Last::Undone { name }));
    }

    /// Who has a code; the code itself where nobody on the list has it.
    pub(super) fn name_of(self, code: &str) -> String {
        let name = self.list.with_untracked(|list| Some(list.as_ref()?.of_code(code)?.name.clone()));
        name.unwrap_or_else(|| shared::events::badge::printed(code))
    }

    /// It was seen that one was not taken.
    pub(super) fn dismiss(self, code: &str) {
        self.change(|queue| queue.dismiss(code));
    }

    fn note(self, code: &str, is_undone: bool) {
        let Some(at) = clock::now() else { return };
        self.change(|queue| queue.note(Arrival { code: code.to_owned(), at, is_undone }));
        self.send();
    }

    pub(super) fn change(self, change: impl FnOnce(&mut Queue)) {
        let shown = self.queue.get_untracked();
        let (queue, is_kept) =
            store::change_queue(&self.event(), shown, self.is_kept.get_untracked(), change);
        self.queue.set(queue);
        self.is_kept.set(is_kept);
    }
}
