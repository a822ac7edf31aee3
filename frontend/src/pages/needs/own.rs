//! The needs of one organisation, by where they stand, for its members and the staff who look after it. The status
//! shown is in the address.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::card;
use super::own_query::{self, OwnNeeds, Shop};
use crate::address::{self, Query};
use crate::api::{self, NeedStatus, Pages};
use crate::pages::not_found::NotFound;
use crate::text::{language, needs as words, t, words as counts};
use crate::ui::{Empty, Heading, paged_list};
use crate::who::{Person, own_faces, signed_in_page};

/// Statuses by their names in the address; the first one is shown where none is named.
const STATUSES: [(&str, NeedStatus); 3] =
    [("dang-tim", NeedStatus::Open), ("nhap", NeedStatus::Draft), ("da-dong", NeedStatus::Closed)];

/// The page with the needs of an organisation.
#[component]
pub(crate) fn OwnNeedsPage() -> impl IntoView {
    signed_in_page(words::OWN, page)
}

fn page(person: Person) -> AnyView {
    let params = use_params_map();
    let address = address::query();
    let status = Memo::new(move |_| address.with(status_of));
    let pages = api::ask_pages(
        move |after| {
            let id = params.with(|params| params.get("id"))?;
            id.parse::<shared::OrganisationId>().ok()?;
            Some(own_query::own(id, status.get(), after))
        },
        |page: &OwnNeeds| page.needs.page_info.next(),
    );
    own_faces(pages.first, move |answer| match &answer.organisation {
        Some(shop) => full(&answer, shop, shop.has(&person.id), status, pages),
        None => view! { <NotFound/> }.into_any(),
    })
}

fn status_of(address: &Query) -> NeedStatus {
    let named = STATUSES.iter().find(|(name, _)| *name == address.one("tinh-trang"));
    named.map_or(NeedStatus::Open, |(_, status)| *status)
}

fn full(
    answer: &OwnNeeds,
    shop: &Shop,
    is_member: bool,
    status: Memo<NeedStatus>,
    pages: Pages<OwnNeeds>,
) -> AnyView {
    let home = format!("/to-chuc/{}", shop.id.inner());
    let new = format!("{home}/nhu-cau/moi");
    let may_add = is_member && shop.is_retailer;
    let add = may_add.then(|| view! { <a class="button" href=new>{t(words::ADD)}</a> });
    let is_new = STATUSES.iter().all(|(_, status)| answer.count(*status) == 0);
    let content = match (is_new, shop.is_retailer) {
        (true, false) => view! { <Empty what=t(words::NO_RETAILER)/> }.into_any(),
        (true, true) => view! { <Empty what=t(words::OWN_WHY)>{add}</Empty> }.into_any(),
        (false, _) => view! {
            <p>{add}</p>
            {by_status(&home, answer, status)}
            {rows(answer, status, pages)}
        }
        .into_any(),
    };
    let waits = (shop.is_retailer && shop.verified_at.is_none()).then(|| {
        view! { <p class="banner">{t(words::WAIT_TO_POST)}</p> }
    });
    view! {
        <Heading text=t(words::OWN)/>
        <p><a class="all-link" href=home.clone()>{shop.name.clone()}</a></p>
        {waits}
        {content}
    }
    .into_any()
}

fn by_status(home: &str, answer: &OwnNeeds, status: Memo<NeedStatus>) -> AnyView {
    let links = STATUSES.map(|(name, this)| {
        let address = format!("{home}/nhu-cau?tinh-trang={name}");
        let words = format!("{} ({})", t(words::status(this)), answer.count(this));
        let current = move || (status.get() == this).then_some("page");
        view! { <li><a class="chip" data-noscroll href=address aria-current=current>{words}</a></li> }
    });
    view! { <nav aria-label=t(words::BY_STATUS)><ul class="chips">{links}</ul></nav> }.into_any()
}

fn rows(answer: &OwnNeeds, status: Memo<NeedStatus>, pages: Pages<OwnNeeds>) -> AnyView {
    if answer.needs.nodes.is_empty() {
        return view! { <Empty what=t(words::NONE_OF_STATUS)/> }.into_any();
    }
    let count = counts::count(answer.needs.total_count, counts::Counted::Needs, language());
    let status = move || t(words::status(status.get()));
    view! {
        <p class="quiet">{status}": "{count}</p>
        {paged_list("plain-list rows", answer, pages, |page| card::of_one(&page.needs))}
    }
    .into_any()
}
