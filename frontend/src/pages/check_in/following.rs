//! What other doors note. Once a minute, while somebody looks at the page, the server is asked how many have come; the list is
//! read again where that is not what it says. Noted arrivals that could not be sent are tried again then, too: a network
//! that answered too slowly does not say when it is better.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::door::Door;
use super::query;
use crate::api;
use crate::clock;
use crate::who;

const MINUTE: Duration = Duration::from_secs(60);

impl Door {
    /// Begins to look, for as long as the page is shown.
    pub(super) fn follow(self) {
        let every_minute = set_interval_with_handle(move || self.go_on(), MINUTE).ok();
        let seen_again = window_event_listener(ev::visibilitychange, move |_| self.go_on());
        on_cleanup(move || {
            if let Some(every_minute) = every_minute {
                every_minute.clear();
            }
            seen_again.remove();
        });
    }

    /// Sends what waits, and looks what others have noted.
    pub(super) fn go_on(self) {
        self.send();
        self.look();
    }

    /// Looks whether the list is still right, and reads it if not. Nobody is shown that this is done.
    pub(super) fn look(self) {
        if document().hidden() || self.is_looking.get_value() || self.is_reading.get_value() {
            return;
        }
        let has_failed = self.unread.with_untracked(Option::is_some);
        if has_failed || self.list.with_untracked(Option::is_none) {
            return self.read_quietly();
        }
        self.is_looking.set_value(true);
        let event = self.event();
        spawn_local(async move {
            let answer = api::run_anew(query::standing(event)).await.map(query::sides);
            // The page may have been left meanwhile.
            if self.is_looking.try_set_value(false).is_some() {
                return;
            }
            match answer {
                Ok(sides) => {
                    let is_right = self.list.with_untracked(|list| {
                        list.as_ref().zip(clock::now()).is_some_and(|(list, now)| list.is_right(&sides, now))
                    });
                    if !is_right {
                        self.read_quietly();
                    }
                }
                Err(failure) => {
                    self.unread.set(Some(failure));
                    who::heed(failure);
                }
            }
        });
    }
}
