//! Reading who takes part, and keeping it on the device.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::door::Door;
use super::list::List;
use super::{query, store};
use crate::api::{self, Failure};
use crate::clock;
use crate::who;

impl Door {
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
