//! Noting that the person has read a conversation and seen what they were told of it: when it is on a window that
//! somebody looks at.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::changes;
use super::one_query::{IntroductionById, Unread};
use crate::api::{self, live};
use crate::ui::looked_at;
use crate::who::Known;

/// What is to be noted of an introduction.
#[derive(Clone, Debug, PartialEq)]
struct ToNote {
    introduction: cynic::Id,
    is_unread: bool,
    notifications: Vec<cynic::Id>,
    /// What was noted once is not noted again, whatever the server makes of it.
    moved_at: DateTime<Utc>,
}

/// Notes it whenever there is something new to note.
pub(super) fn note_what_is_seen(known: Known<IntroductionById>) {
    let to_note = Memo::new(move |_| known.get().and_then(|known| to_note(&known)));
    let is_looked_at = looked_at();
    let noted = StoredValue::new(None::<ToNote>);
    Effect::new(move |_| {
        let Some(to_note) = to_note.get().filter(|_| is_looked_at.get()) else { return };
        if noted.with_value(|noted| noted.as_ref() == Some(&to_note)) {
            return;
        }
        noted.set_value(Some(to_note.clone()));
        let ToNote { introduction, is_unread, notifications, .. } = to_note;
        spawn_local(async move {
            // A failure only means that it is marked as new a while longer.
            if api::change(changes::seen(introduction, is_unread, notifications)).await.is_ok() {
                live::tell_here("notification");
            }
        });
    });
}

fn to_note(known: &IntroductionById) -> Option<ToNote> {
    let introduction = known.introduction.as_ref()?;
    let is_of_it =
        |told: &&Unread| told.introduction.as_ref().is_some_and(|about| about.id == introduction.id);
    let told = known.notifications.nodes.iter().filter(is_of_it);
    let notifications: Vec<_> = told.map(|told| told.id.clone()).collect();
    let is_unread = introduction.unread > 0;
    (is_unread || !notifications.is_empty()).then(|| ToNote {
        introduction: introduction.id.clone(),
        is_unread,
        notifications,
        moved_at: introduction.moved_at,
    })
}
