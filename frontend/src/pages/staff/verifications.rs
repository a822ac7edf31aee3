//! The queue of verifications, the oldest first. Each opens to what a decision needs.

use leptos::prelude::*;

use super::choice::VERIFICATIONS;
use super::query::{self, Queue};
use super::request::request;
use crate::address;
use crate::api::{self, VerificationStatus};
use crate::text::{kinds, language, staff as words, t, words as counts};
use crate::ui::{Empty, Heading, paged_list};
use crate::who::{for_staff, own_faces, signed_in_page};

/// The page of the queue.
#[component]
pub(crate) fn VerificationsPage() -> impl IntoView {
    signed_in_page(words::VERIFICATIONS, |_| for_staff(words::VERIFICATIONS, |_| true, page))
}

fn page() -> AnyView {
    let address = address::query();
    let status = Memo::new(move |_| address.with(|address| VERIFICATIONS.read(address)));
    let pages = api::ask_pages(
        move |after| Some(query::queue(status.get(), after)),
        |page: &Queue| page.verifications.page_info.next(),
    );
    provide_context(Decided(Callback::new(move |()| pages.first.ask_again())));
    let count = move || {
        let total = pages.first.get()?.verifications.total_count;
        Some(counts::count(total, counts::Counted::Requests, language()))
    };
    let links = VERIFICATIONS.states.iter().map(|(_, offered)| {
        let current = move || (status.get() == *offered).then_some("page");
        let words = t(kinds::verification_status(*offered));
        let address = VERIFICATIONS.address(*offered);
        view! { <li><a class="chip" href=address aria-current=current>{words}</a></li> }
    });
    view! {
        <Heading text=t(words::VERIFICATIONS)/>
        <nav aria-label=t(words::STATUS)><ul class="chips">{links.collect_view()}</ul></nav>
        <p role="status" class="quiet">{count}</p>
        {own_faces(pages.first, move |answer| {
            if answer.verifications.nodes.is_empty() {
                return nothing(status.get_untracked());
            }
            paged_list("plain-list requests", &*answer, pages, rows)
        })}
    }
    .into_any()
}

/// What happens after a decision.
#[derive(Clone, Copy)]
pub(super) struct Decided(pub(super) Callback<()>);

fn nothing(status: VerificationStatus) -> AnyView {
    if status == VerificationStatus::Waiting {
        return view! { <Empty what=t(words::NOTHING_WAITS)/> }.into_any();
    }
    let waiting = VERIFICATIONS.address(VerificationStatus::Waiting);
    view! {
        <Empty what=t(words::NOTHING)><a class="button-second" href=waiting>{t(words::SEE_WAITING)}</a></Empty>
    }
    .into_any()
}

fn rows(page: &Queue) -> AnyView {
    page.verifications.nodes.iter().map(|node| request(node.clone())).collect_view().into_any()
}
