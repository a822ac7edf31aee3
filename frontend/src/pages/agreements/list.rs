//! The agreements of somebody's organisations, or that staff look after, the latest word first. What is chosen is in the
//! address.

use leptos::prelude::*;

use super::choice::{Choice, Stage};
use super::list_query::{self, Agreements};
use super::{PATH, row};
use crate::address;
use crate::api::{self, live};
use crate::navigation;
use crate::text::{agreements as words, introductions, shell, t};
use crate::ui::{Empty, Heading, paged_list};
use crate::who::{own_faces, signed_in_page};

/// What the log calls an agreement; what was delivered is a change of it.
pub(super) const FOLLOWED: &str = "agreement";

/// The page with the list.
#[component]
pub(crate) fn AgreementsPage() -> impl IntoView {
    signed_in_page(words::AGREEMENTS, |_| page())
}

fn page() -> AnyView {
    let address = address::query();
    let choice = Memo::new(move |_| address.with(Choice::read));
    let pages = api::ask_pages(
        move |after| Some(choice.with(|choice| list_query::list(choice, after))),
        |page: &Agreements| page.agreements.page_info.next(),
    );
    live::on_change(
        |notice| notice.is_of(FOLLOWED),
        move || {
            // What somebody has opened further down is not taken away.
            if pages.further.with_untracked(Vec::is_empty) && !pages.busy.get_untracked() {
                pages.first.look_again();
            }
        },
    );
    let count = move || Some(words::count(pages.first.get()?.agreements.total_count));
    view! {
        <Heading text=t(words::AGREEMENTS)/>
        <p class="lead">{t(words::LEAD)}</p>
        {stages(choice)}
        {search(choice)}
        <p role="status" class="quiet">{count}</p>
        {own_faces(pages.first, move |answer| match answer.agreements.nodes.is_empty() {
            true => nothing(choice),
            false => paged_list("plain-list rows", &*answer, pages, |page| row::rows(&page.agreements)),
        })}
    }
    .into_any()
}

fn stages(choice: Memo<Choice>) -> AnyView {
    let links = Stage::OFFERED.map(|stage| {
        let address = move || Choice { stage, ..choice.get() }.address();
        let current = move || choice.with(|choice| choice.stage == stage).then_some("page");
        view! { <li><a class="chip" data-noscroll href=address aria-current=current>{t(stage.words())}</a></li> }
    });
    view! { <nav aria-label=t(words::WHICH)><ul class="chips">{links}</ul></nav> }.into_any()
}

fn search(choice: Memo<Choice>) -> AnyView {
    let typed = RwSignal::new(choice.with_untracked(|choice| choice.search.clone()));
    let look = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let next = Choice { search: typed.get_untracked().trim().to_owned(), ..choice.get_untracked() };
        navigation::keep(&next.address());
    };
    view! {
        <form class="choices needs-filters" role="search" on:submit=look>
            <label class="field">
                <span>{t(words::SEARCH)}</span>
                <input
                    type="search"
                    maxlength=shared::limits::SEARCH_CHARS.to_string()
                    prop:value=typed
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </label>
            <button class="button-second">{t(words::SEARCH_DO)}</button>
        </form>
    }
    .into_any()
}

fn nothing(choice: Memo<Choice>) -> AnyView {
    if choice.with_untracked(|choice| *choice == Choice::default()) {
        return view! {
            <Empty what=t(words::NOTHING_YET)>
                <a class="button-second" href="/ket-noi/gioi-thieu">{t(introductions::TO_INTRODUCTIONS)}</a>
            </Empty>
        }
        .into_any();
    }
    view! {
        <Empty what=t(words::NOTHING)><a class="button-second" href=PATH>{t(shell::SHOW_ALL)}</a></Empty>
    }
    .into_any()
}
