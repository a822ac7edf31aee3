//! Who wants to know of what. One deed of a person is several changes in the log, so listeners are told once for all that
//! came within a moment.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use super::connection;
use crate::api::memory;

/// Changes of one deed come within it.
const MOMENT: Duration = Duration::from_millis(80);
/// Everything may have changed.
const ALL: &str = "*";

/// That something changed; what it is now is asked for as always.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Notice {
    /// The kind of thing, as the log calls it.
    pub(crate) entity: String,
    /// Which one.
    pub(crate) id: String,
}

type IsWanted = Rc<dyn Fn(&Notice) -> bool>;
type Then = Rc<dyn Fn()>;

#[derive(Default)]
struct Listeners {
    listening: Vec<(u32, IsWanted, Then)>,
    last_number: u32,
    heard: Vec<Notice>,
}

thread_local! {
    static LISTENERS: RefCell<Listeners> = RefCell::default();
}

impl Notice {
    /// That nobody knows what changed.
    pub(super) fn of_all() -> Self {
        Self { entity: ALL.to_owned(), id: ALL.to_owned() }
    }

    /// Whether it is about a thing of this kind.
    pub(crate) fn is_of(&self, entity: &str) -> bool {
        self.entity == entity
    }
}

/// Calls back when something wanted has changed, or may have, for as long as who asks is shown. What was remembered of
/// answers is forgotten before.
pub(crate) fn on_change(is_wanted: impl Fn(&Notice) -> bool + 'static, then: impl Fn() + 'static) {
    let number = LISTENERS.with_borrow_mut(|listeners| {
        listeners.last_number += 1;
        let number = listeners.last_number;
        listeners.listening.push((number, Rc::new(is_wanted), Rc::new(then)));
        number
    });
    on_cleanup(move || {
        LISTENERS
            .with_borrow_mut(|listeners| listeners.listening.retain(|(listening, ..)| *listening != number));
    });
    connection::look();
}

/// Tells of what this page has just changed itself: the other parts of it need not wait for word of the server.
pub(crate) fn tell_here(entity: &str) {
    hear(Notice { entity: entity.to_owned(), id: ALL.to_owned() });
}

/// Whether anybody listens.
pub(super) fn is_anybody_there() -> bool {
    LISTENERS.with_borrow(|listeners| !listeners.listening.is_empty())
}

/// Keeps a notice, and tells of it in a moment.
pub(super) fn hear(notice: Notice) {
    let is_first = LISTENERS.with_borrow_mut(|listeners| {
        listeners.heard.push(notice);
        listeners.heard.len() == 1
    });
    if is_first {
        set_timeout(tell, MOMENT);
    }
}

fn tell() {
    let wanting = LISTENERS.with_borrow_mut(|listeners| {
        let heard = std::mem::take(&mut listeners.heard);
        let is_told =
            |is_wanted: &IsWanted| heard.iter().any(|notice| notice.entity == ALL || is_wanted(notice));
        let wanting = listeners.listening.iter().filter(|(_, is_wanted, _)| is_told(is_wanted));
        wanting.map(|(number, _, then)| (*number, then.clone())).collect::<Vec<_>>()
    });
    if !wanting.is_empty() {
        memory::forget();
    }
    for (number, then) in wanting {
        // One that was told before may have taken another one off the page.
        let is_there = LISTENERS
            .with_borrow(|listeners| listeners.listening.iter().any(|(listening, ..)| *listening == number));
        if is_there {
            then();
        }
    }
}
