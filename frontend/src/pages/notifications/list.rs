//! The list. What was new when it was first shown stays marked as new until the page is left; the bell no longer counts
//! it.

use std::collections::HashSet;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::query::{self, Told};
use super::row::row;
use crate::api::{self, Pages, live};
use crate::text::{notifications as words, t};
use crate::ui::{Empty, Heading, looked_at, paged_list};
use crate::who::{own_faces, signed_in_page};

/// What was new on this visit.
#[derive(Clone, Copy)]
struct New(StoredValue<HashSet<cynic::Id>>);

/// The page with the list.
#[component]
pub(crate) fn NotificationsPage() -> impl IntoView {
    signed_in_page(words::NOTIFICATIONS, |_| page())
}

fn page() -> AnyView {
    let pages =
        api::ask_pages(|after| Some(query::list(after)), |page: &Told| page.notifications.page_info.next());
    let new = New(StoredValue::new(HashSet::new()));
    provide_context(new);
    // Further pages stay: what is new is at the top, and the bell tells of it.
    live::on_change(
        |notice| {
            ["introduction", "agreement", "event", "notification"].iter().any(|thing| notice.is_of(thing))
        },
        move || {
            if pages.further.with_untracked(Vec::is_empty) {
                pages.first.look_again();
            }
        },
    );
    note_what_is_seen(pages, new);
    view! {
        <Heading text=t(words::NOTIFICATIONS)/>
        {own_faces(pages.first, move |answer| {
            if answer.notifications.nodes.is_empty() {
                return view! { <Empty what=t(words::NOTHING)/> }.into_any();
            }
            paged_list("plain-list rows", &*answer, pages, rows)
        })}
        <p><a class="all-link" href="/tai-khoan">{t(words::TO_MAILS)}</a></p>
    }
    .into_any()
}

fn rows(page: &Told) -> AnyView {
    let New(new) = expect_context();
    let rows = page.notifications.nodes.iter().map(|told| {
        let is_new = told.read_at.is_none() || new.with_value(|new| new.contains(&told.id));
        row(told, is_new)
    });
    rows.collect_view().into_any()
}

/// Notes what is shown on a window that somebody looks at, once.
fn note_what_is_seen(pages: Pages<Told>, New(new): New) {
    let is_looked_at = looked_at();
    Effect::new(move |_| {
        let further = pages.further.get();
        let shown: Vec<_> = pages.first.get().into_iter().chain(further).collect();
        if !is_looked_at.get() {
            return;
        }
        let unread = shown.iter().flat_map(|page| &page.notifications.nodes);
        let unread = unread.filter(|told| told.read_at.is_none()).map(|told| told.id.clone());
        let ids: Vec<_> = unread.filter(|id| !new.with_value(|new| new.contains(id))).collect();
        if ids.is_empty() {
            return;
        }
        new.update_value(|new| new.extend(ids.iter().cloned()));
        spawn_local(async move {
            // A failure only means that they count as new a while longer.
            if api::change(query::seen(ids)).await.is_ok() {
                live::tell_here("notification");
            }
        });
    });
}
