//! The introductions of somebody's organisations, or that staff look after, the latest word first. What is chosen is in
//! the address. It follows what happens, but never takes away pages that somebody has opened further down.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::choice::{Choice, PATH, Stage};
use super::query::{self, Belonging, Introductions};
use super::row;
use crate::address;
use crate::api::{self, Pages, live};
use crate::text::{account, introductions as words, shell, t};
use crate::ui::{Empty, Heading, paged_list};
use crate::who::{own_faces, signed_in_page};

/// What the log calls an introduction; what is said in one is a change of it.
pub(super) const FOLLOWED: &str = "introduction";

/// The page with the list.
#[component]
pub(crate) fn IntroductionsPage() -> impl IntoView {
    signed_in_page(words::INTRODUCTIONS, |_| page())
}

fn page() -> AnyView {
    let address = address::query();
    let choice = Memo::new(move |_| address.with(Choice::read));
    let pages = api::ask_pages(
        move |after| Some(choice.with(|choice| query::list(choice, after))),
        |page: &Introductions| page.introductions.page_info.next(),
    );
    view! {
        <Heading text=t(words::INTRODUCTIONS)/>
        <p class="lead">{t(words::LEAD)}</p>
        <News pages/>
        {own_faces(pages.first, move |answer| full(&answer, choice, pages))}
    }
    .into_any()
}

/// Follows what happens; says so where that would take away what somebody reads.
#[component]
fn News(pages: Pages<Introductions>) -> impl IntoView {
    let has_news = RwSignal::new(false);
    live::on_change(
        |notice| notice.is_of(FOLLOWED),
        move || {
            let is_short = pages.further.with_untracked(Vec::is_empty) && !pages.busy.get_untracked();
            if is_short { pages.first.look_again() } else { has_news.set(true) }
        },
    );
    let show = move |_| {
        has_news.set(false);
        pages.first.ask_again();
    };
    view! {
        <p role="status">
            <Show when=move || has_news.get()>
                <button class="button-second" on:click=show>{t(words::NEWS)}</button>
            </Show>
        </p>
    }
}

fn full(answer: &Introductions, choice: Memo<Choice>, pages: Pages<Introductions>) -> AnyView {
    let reader = answer.viewer.clone();
    let organisations = reader.as_ref().map(|reader| reader.memberships.clone()).unwrap_or_default();
    let is_of_none = organisations.is_empty() && reader.is_some_and(|reader| reader.staff_role.is_none());
    if is_of_none {
        return view! {
            <Empty what=t(account::NO_ORGANISATION)>
                <a class="button-second" href="/to-chuc">{t(account::TO_ORGANISATIONS)}</a>
            </Empty>
        }
        .into_any();
    }
    let list = match answer.introductions.nodes.is_empty() {
        true => nothing(choice),
        false => paged_list("plain-list rows", answer, pages, |page| row::rows(&page.introductions)),
    };
    view! {
        {stages(answer, choice)}
        {by_organisation(organisations, choice)}
        {list}
    }
    .into_any()
}

fn stages(answer: &Introductions, choice: Memo<Choice>) -> AnyView {
    let links = Stage::OFFERED.map(|stage| {
        let words = words::counted(t(stage.words()), answer.count(stage));
        let address = move || Choice { stage, ..choice.get() }.address();
        let current = move || choice.with(|choice| choice.stage == stage).then_some("page");
        view! { <li><a class="chip" data-noscroll href=address aria-current=current>{words}</a></li> }
    });
    view! { <nav aria-label=t(words::WHICH)><ul class="chips">{links}</ul></nav> }.into_any()
}

/// For who acts for several.
fn by_organisation(organisations: Vec<Belonging>, choice: Memo<Choice>) -> Option<AnyView> {
    if organisations.len() < 2 {
        return None;
    }
    let navigate = use_navigate();
    let choose = move |event| {
        let organisation = Some(event_target_value(&event)).filter(|id| !id.is_empty());
        let next = Choice { organisation, ..choice.get_untracked() };
        navigate(&next.address(), NavigateOptions { scroll: false, ..Default::default() });
    };
    let options = organisations.into_iter().map(|Belonging { organisation }| {
        let id = organisation.id.into_inner();
        let this = id.clone();
        let is_chosen = move || choice.with(|choice| choice.organisation.as_ref() == Some(&this));
        view! { <option value=id prop:selected=is_chosen>{organisation.name}</option> }
    });
    let options = options.collect_view();
    let view = view! {
        <form class="choices needs-filters" on:submit=|event| event.prevent_default()>
            <label class="field">
                <span>{t(words::ORGANISATION)}</span>
                <select on:change=choose>
                    <option value="" prop:selected=move || choice.with(|choice| choice.organisation.is_none())>
                        {t(words::ANY_ORGANISATION)}
                    </option>
                    {options}
                </select>
            </label>
        </form>
    };
    Some(view.into_any())
}

fn nothing(choice: Memo<Choice>) -> AnyView {
    if choice.with_untracked(|choice| *choice == Choice::default()) {
        return view! {
            <Empty what=t(words::NOTHING_YET)>
                <a class="button-second" href="/ket-noi">{t(words::TO_NEEDS)}</a>
            </Empty>
        }
        .into_any();
    }
    view! {
        <Empty what=t(words::NOTHING)><a class="button-second" href=PATH>{t(shell::SHOW_ALL)}</a></Empty>
    }
    .into_any()
}
