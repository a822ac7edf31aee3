//! Accounts, for administrators: who is staff and where, who may no longer sign in.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::account_row::account_row;
use super::query::{self, AccountList};
use crate::address::{self, encoded};
use crate::api::{self, StaffRole};
use crate::text::{language, staff as words, t, words as counts};
use crate::ui::{Empty, Heading, paged_list, search_field};
use crate::who::{for_staff, own_faces, signed_in_page};

/// The page of accounts.
#[component]
pub(crate) fn AccountsPage() -> impl IntoView {
    signed_in_page(words::ACCOUNTS, |_| {
        for_staff(words::ACCOUNTS, |role| role == StaffRole::Administrator, page)
    })
}

fn page() -> AnyView {
    let address = address::query();
    let text = Memo::new(move |_| {
        address
            .with(|address| address.one("q").chars().take(shared::limits::SEARCH_CHARS).collect::<String>())
    });
    let pages = api::ask_pages(
        move |after| Some(text.with(|text| query::accounts(text, after))),
        |page: &AccountList| page.accounts.page_info.next(),
    );
    provide_context(Changed(Callback::new(move |()| pages.first.ask_again())));
    let count = move || {
        let total = pages.first.get()?.accounts.total_count;
        Some(counts::count(total, counts::Counted::Accounts, language()))
    };
    view! {
        <Heading text=t(words::ACCOUNTS)/>
        <Search text/>
        <p role="status" class="quiet">{count}</p>
        {own_faces(pages.first, move |answer| {
            if answer.accounts.nodes.is_empty() {
                return view! {
                    <Empty what=t(words::NO_ACCOUNTS)>
                        <a class="button-second" href="/quan-tri/tai-khoan">{t(words::ALL_ACCOUNTS)}</a>
                    </Empty>
                }
                .into_any();
            }
            paged_list("plain-list requests", &*answer, pages, rows)
        })}
    }
    .into_any()
}

/// What happens after a change of an account.
#[derive(Clone, Copy)]
pub(super) struct Changed(pub(super) Callback<()>);

#[component]
fn Search(text: Memo<String>) -> impl IntoView {
    let navigate = use_navigate();
    let typed = RwSignal::new(text.get_untracked());
    let follow = Callback::new(move |()| {
        let text = typed.get_untracked().trim().to_owned();
        let query = if text.is_empty() { String::new() } else { format!("?q={}", encoded(&text)) };
        let options = NavigateOptions { replace: true, scroll: false, ..Default::default() };
        navigate(&format!("/quan-tri/tai-khoan{query}"), options);
    });
    view! {
        <form class="choices" role="search" aria-label=t(words::ACCOUNT_SEARCH) on:submit=|event| event.prevent_default()>
            {search_field(words::ACCOUNT_SEARCH, typed, follow)}
        </form>
    }
}

fn rows(page: &AccountList) -> AnyView {
    page.accounts.nodes.iter().map(|account| account_row(account.clone())).collect_view().into_any()
}
