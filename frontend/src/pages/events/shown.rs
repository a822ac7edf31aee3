//! What the parts of the page of an event share: the event as it is known, and that something was changed. Each part
//! follows only what it shows, so that a word of the server never takes a form or the focus away.

use leptos::prelude::*;

use super::one_query::{Event, EventById};
use crate::api::Asked;
use crate::who::Known;

/// The event that is shown.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    id: StoredValue<cynic::Id>,
    latest: Known<EventById>,
    /// To be called after every change.
    pub(super) changed: Callback<()>,
}

impl Shown {
    pub(super) fn new(id: cynic::Id, asked: Asked<EventById>, latest: Known<EventById>) -> Self {
        Self { id: StoredValue::new(id), latest, changed: Callback::new(move |()| asked.look_again()) }
    }

    pub(super) fn id(self) -> cynic::Id {
        self.id.get_value()
    }

    /// Something of the event; follows the event.
    pub(super) fn read<T>(self, pick: impl FnOnce(&Event) -> T) -> Option<T> {
        self.latest.with(|known| known.as_ref().and_then(|known| known.event.as_ref()).map(pick))
    }

    /// Something of the event that tells its followers only when it is another.
    pub(super) fn part<T: PartialEq + Send + Sync + 'static>(self, pick: fn(&Event) -> T) -> Memo<Option<T>> {
        Memo::new(move |_| self.read(pick))
    }
}
