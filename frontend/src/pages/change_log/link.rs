//! The way to the history of a thing, from its page. Only staff see it.

use leptos::prelude::*;

use super::Thing;
use crate::text::{change_log as words, t};
use crate::who;

/// A link for staff, nothing for others.
pub(crate) fn history_link(thing: Thing, id: &cynic::Id) -> AnyView {
    let address = format!("/can-bo/lich-su/{}/{}", thing.name(), id.inner());
    let is_staff = Memo::new(|_| who::person().is_some_and(|person| person.staff_role.is_some()));
    let link = move || {
        let address = address.clone();
        is_staff.get().then(|| view! { <p><a class="all-link" href=address>{t(words::HISTORY)}</a></p> })
    };
    view! { {link} }.into_any()
}
