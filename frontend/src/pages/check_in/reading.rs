//! Reading who takes part, and keeping it on the device.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::door::Door;
use super::list::List;
use super::{kept_page, query, store};
use crate::api::{self, Failure};
use crate::clock;
use crate::who;

impl Door {
    /// Reads who takes part, and shows how far it has come. What the device has is shown until all of them are here.
    pub(super) fn read(self) {
        self.reading.set(Some((0, 0)));
        self.unread.set(None);
        self.begin_reading();
    }

    /// The same, while somebody is at work and waits for nothing.
    pub(super) fn read_quietly(self) {
        // What others have noted is not in what is remembered.
        api::forget();
        self.begin_reading();
    }

    fn begin_reading(self) {
        if self.is_reading.get_value() {
            return;
        }
        self.is_reading.set_value(true);
        self.told_meanwhile.set_value(Vec::new());
        let event = self.event();
        spawn_local(async move {
            let id = cynic::Id::new(event.clone());
            let question = move |after| query::guests(id.clone(), after);
            let next = |page: &query::Guests| page.event.as_ref()?.participants.page_info.next();
            let pages = api::run_all(question, next, move |page| self.has_read(page)).await;
            // The page may have been left meanwhile.
            if self.is_reading.try_set_value(false).is_some() {
                return;
            }
            self.reading.set(None);
            match pages {
                Ok(pages) => self.take(&event, pages),
                Err(failure) => {
                    self.unread.set(Some(failure));
                    who::heed(failure);
                }
            }
        });
    }

    fn has_read(self, page: &query::Guests) {
        let Some(event) = &page.event else { return };
        let (more, all) = (event.participants.nodes.len(), event.participants.total_count);
        let _ = self.reading.try_update(|reading| {
            *reading = reading.map(|(read, _)| (read + more, all));
        });
    }

    fn take(self, event: &str, pages: Vec<query::Guests>) {
        let mut events = pages.into_iter().filter_map(|page| page.event).peekable();
        let (Some(first), Some(read_at)) = (events.peek(), clock::now()) else {
            return self.unread.set(Some(Failure::Refused(shared::ErrorCode::NotFound)));
        };
        let name = first.name.clone();
        let guests = events.flat_map(|event| event.participants.nodes).filter_map(query::guest).collect();
        let read_by = who::remembered().unwrap_or_default();
        let mut list = List { event: name, read_at, read_by, guests };
        // It may have been read before the server took what was sent meanwhile.
        self.told_meanwhile.with_value(|told| list.take(told));
        let is_kept = store::keep_list(event, &list);
        self.unread.set(None);
        self.list.set(Some(list));
        // There is a network: who is signed in can be asked, too, where that is not known.
        who::look();
        if is_kept && !self.opens_alone.get_untracked() {
            spawn_local(async move {
                if kept_page::keep().await {
                    let _ = self.opens_alone.try_set(true);
                }
            });
        }
    }
}
