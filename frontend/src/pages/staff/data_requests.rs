//! What people have asked about their data, for staff of the city: the one that is due first at the top.

use leptos::prelude::*;

use super::choice::DATA;
use super::data_query::{self, DataRequests};
use super::data_request::data_request;
use crate::address;
use crate::api::{self, DataRequestStatus, StaffRole};
use crate::text::{kinds, language, personal_data as words, staff, t, words as counts};
use crate::ui::{Empty, Heading, paged_list};
use crate::who::{for_staff, own_faces, signed_in_page};

/// The page of requests about personal data.
#[component]
pub(crate) fn DataRequestsPage() -> impl IntoView {
    signed_in_page(words::REQUESTS, |_| for_staff(words::REQUESTS, is_of_city, page))
}

/// Whether somebody works for the whole city: only they may see these requests.
pub(crate) fn is_of_city(role: StaffRole) -> bool {
    matches!(role, StaffRole::CityStaff | StaffRole::Administrator)
}

fn page() -> AnyView {
    let address = address::query();
    let status = Memo::new(move |_| address.with(|address| DATA.read(address)));
    let pages = api::ask_pages(
        move |after| Some(data_query::list(status.get(), after)),
        |page: &DataRequests| page.data_requests.page_info.next(),
    );
    provide_context(Answered(Callback::new(move |()| pages.first.ask_again())));
    let count = move || {
        let total = pages.first.get()?.data_requests.total_count;
        Some(counts::count(total, counts::Counted::Requests, language()))
    };
    let links = DATA.states.iter().map(|(_, offered)| {
        let current = move || (status.get() == *offered).then_some("page");
        let words = t(kinds::data_request_status(*offered));
        view! { <li><a class="chip" href=DATA.address(*offered) aria-current=current>{words}</a></li> }
    });
    view! {
        <Heading text=t(words::REQUESTS)/>
        <nav aria-label=t(staff::STATUS)><ul class="chips">{links.collect_view()}</ul></nav>
        <p role="status" class="quiet">{count}</p>
        {own_faces(pages.first, move |answer| {
            if answer.data_requests.nodes.is_empty() {
                return nothing(status.get_untracked());
            }
            paged_list("plain-list requests", &*answer, pages, rows)
        })}
    }
    .into_any()
}

/// What happens after an answer.
#[derive(Clone, Copy)]
pub(super) struct Answered(pub(super) Callback<()>);

fn nothing(status: DataRequestStatus) -> AnyView {
    if status == DataRequestStatus::Waiting {
        return view! { <Empty what=t(words::NOTHING_WAITS)/> }.into_any();
    }
    let waiting = DATA.address(DataRequestStatus::Waiting);
    view! {
        <Empty what=t(staff::NOTHING)><a class="button-second" href=waiting>{t(words::SEE_WAITING)}</a></Empty>
    }
    .into_any()
}

fn rows(page: &DataRequests) -> AnyView {
    page.data_requests.nodes.iter().map(|request| data_request(request.clone())).collect_view().into_any()
}
