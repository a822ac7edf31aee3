//! The door at work: arrivals are noted on the device first and shown at once, then sent. Nothing is asked by the clock:
//! it is sent when something is noted, when the network is back, when the page is opened, and when somebody says so.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::list::List;
use super::queue::{Arrival, Queue, Told};
use super::{changes, query, store};
use crate::api::{self, Failure};
use crate::clock;
use crate::who;

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
    /// How many were read so far, and of how many, while they are.
    pub(super) reading: RwSignal<Option<(usize, i32)>>,
    /// Why they could not be read.
    pub(super) unread: RwSignal<Option<Failure>>,
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
            is_kept: RwSignal::new(true),
            is_sending: RwSignal::new(false),
            unsent: RwSignal::new(None),
            is_online: RwSignal::new(window().navigator().on_line()),
            last: RwSignal::new(None),
        };
        let online = window_event_listener(ev::online, move |_| {
            door.is_online.set(true);
            door.send();
        });
        let offline = window_event_listener(ev::offline, move |_| door.is_online.set(false));
        // Another window of this device may note arrivals too.
        let stored = window_event_listener(ev::storage, move |_| {
            door.queue.set(store::queue(&door.event()));
        });
        on_cleanup(move || {
            online.remove();
            offline.remove();
            stored.remove();
        });
        api::when_the_server_returns(move || door.send());
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

    fn change(self, change: impl FnOnce(&mut Queue)) {
        let shown = self.queue.get_untracked();
        let (queue, is_kept) =
            store::change_queue(&self.event(), shown, self.is_kept.get_untracked(), change);
        self.queue.set(queue);
        self.is_kept.set(is_kept);
    }

    /// Sends what waits, the oldest first, until nothing waits or something goes wrong.
    pub(super) fn send(self) {
        let batch = self.queue.with_untracked(Queue::batch);
        if batch.is_empty() || self.is_sending.get_untracked() {
            return;
        }
        self.is_sending.set(true);
        let event = self.event();
        spawn_local(async move {
            let answer = api::change(changes::check_in(event.clone(), &batch)).await;
            let answer = answer.map(changes::told);
            if self.is_sending.try_set(false).is_some() {
                // The page was left meanwhile: what was sent need not be sent again.
                if let Ok(told) = answer {
                    store::change_queue(&event, Queue::default(), true, |queue| queue.settle(&batch, &told));
                }
                return;
            }
            match answer {
                Ok(told) => {
                    self.settle(&batch, &told);
                    self.send();
                }
                Err(refused) => {
                    self.unsent.set(Some(refused.failure));
                    who::heed(refused.failure);
                }
            }
        });
    }

    fn settle(self, batch: &[Arrival], told: &[Told]) {
        self.unsent.set(None);
        self.is_online.set(true);
        self.list.update(|list| {
            if let Some(list) = list {
                list.take(told);
                store::keep_list(&self.event(), list);
            }
        });
        self.change(|queue| queue.settle(batch, told));
    }

    /// Reads who takes part. What the device has is shown until all of them are here.
    pub(super) fn read(self) {
        if self.reading.with_untracked(Option::is_some) {
            return;
        }
        self.reading.set(Some((0, 0)));
        self.unread.set(None);
        let event = self.event();
        spawn_local(async move {
            let id = cynic::Id::new(event.clone());
            let next = |page: &query::Guests| page.event.as_ref()?.participants.page_info.next();
            let told = move |page: &query::Guests| {
                let Some(event) = &page.event else { return };
                let (more, all) = (event.participants.nodes.len(), event.participants.total_count);
                let _ = self.reading.try_update(|reading| {
                    let before = reading.map_or(0, |(read, _)| read);
                    *reading = Some((before + more, all));
                });
            };
            let pages = api::run_all(move |after| query::guests(id.clone(), after), next, told).await;
            // The page may have been left meanwhile.
            if self.reading.try_set(None).is_some() {
                return;
            }
            match pages {
                Ok(pages) => self.take(&event, pages),
                Err(failure) => {
                    self.unread.set(Some(failure));
                    who::heed(failure);
                }
            }
        });
    }

    fn take(self, event: &str, pages: Vec<query::Guests>) {
        let mut events = pages.into_iter().filter_map(|page| page.event).peekable();
        let (Some(first), Some(read_at)) = (events.peek(), clock::now()) else {
            return self.unread.set(Some(Failure::Refused(shared::ErrorCode::NotFound)));
        };
        let name = first.name.clone();
        let guests = events.flat_map(|event| event.participants.nodes).filter_map(query::guest);
        let list = List { event: name, read_at, guests: guests.collect() };
        store::keep_list(event, &list);
        self.list.set(Some(list));
    }
}
