//! Sending what was noted: when something is noted, when the network is back, when the page is opened, when somebody says so,
//! and with each look at what other doors note (`following`).

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::door::Door;
use super::queue::{Arrival, Queue, Told};
use super::{changes, store};
use crate::api;
use crate::who;

impl Door {
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
                    let was_away = self.unsent.with_untracked(Option::is_some);
                    self.settle(&batch, &told);
                    self.send();
                    if was_away {
                        self.look();
                    }
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
        self.told_meanwhile.update_value(|so_far| so_far.extend_from_slice(told));
        self.list.update(|list| {
            if let Some(list) = list {
                list.take(told);
                store::keep_list(&self.event(), list);
            }
        });
        self.change(|queue| queue.settle(batch, told));
    }
}
