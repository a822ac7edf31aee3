//! The needs that whoever looks may read, the newest first. What somebody may read depends on who they are: a guest is
//! told that there may be more, a producer can look at what touches its own products, a retailer is led to its own.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use super::card;
use super::choice::{Choice, group_of};
use super::query::{self, Needs, Reader, Side};
use crate::text::{introductions, kinds, language, needs as words, shell, t, words as counts};
use crate::ui::{CardSkeleton, Empty, Heading, faces, paged_list};
use crate::who::{self, Who};
use crate::{address, api};

/// The list.
#[component]
pub(crate) fn NeedsPage() -> impl IntoView {
    let address = address::query();
    let choice = Memo::new(move |_| address.with(Choice::read));
    let pages = api::ask_pages(
        move |after| Some(choice.with(|choice| query::list(choice.filter(), after))),
        |page: &Needs| page.needs.page_info.next(),
    );
    // A guest pays nothing for it.
    let asked = api::ask(|| who::person().map(|_| query::reader()));
    let reader = Memo::new(move |_| asked.get().and_then(|answer| answer.viewer.clone()));
    let count = move || {
        let total = pages.first.get()?.needs.total_count;
        Some(counts::count(total, counts::Counted::Needs, language()))
    };
    view! {
        <Heading text=t(words::NEEDS)/>
        <p class="lead">{t(words::NEEDS_WHY)}</p>
        {move || note(reader.get())}
        <Filters choice reader/>
        <p role="status" class="quiet">{count}</p>
        {faces(pages.first, || view! { <CardSkeleton count=6/> }.into_any(), move |answer| {
            if answer.needs.nodes.is_empty() {
                return nothing(choice);
            }
            paged_list("plain-list rows", &*answer, pages, |page| card::of_many(&page.needs))
        })}
    }
}

fn nothing(choice: Memo<Choice>) -> AnyView {
    if choice.with(|choice| *choice == Choice::default()) {
        return view! { <Empty what=t(words::NOTHING_YET)/> }.into_any();
    }
    view! {
        <Empty what=t(words::NOTHING)>
            <a class="button-second" href="/ket-noi">{t(shell::SHOW_ALL)}</a>
        </Empty>
    }
    .into_any()
}

/// What somebody who reads should know, and the ways to their own pages.
fn note(reader: Option<Reader>) -> Option<AnyView> {
    let Some(reader) = reader else { return is_guest().then(for_guests) };
    let own: Vec<_> = sides(&reader, |side| side.is_retailer);
    let links = own.iter().map(|side| {
        let words = match own.len() {
            1 => t(words::OWN).to_owned(),
            _ => format!("{}: {}", t(words::OWN), side.name),
        };
        view! { <li><a class="button-second" href=format!("/to-chuc/{}/nhu-cau", side.id.inner())>{words}</a></li> }
    });
    let links = links.collect_view();
    let sees_all = reader.staff_role.is_some()
        || reader
            .memberships
            .iter()
            .any(|one| one.organisation.is_producer && one.organisation.verified_at.is_some());
    let unverified = (!sees_all && own.is_empty()).then(|| {
        view! { <p>{t(words::FOR_VERIFIED)}" "<a href="/to-chuc">{t(words::TO_ORGANISATIONS)}</a></p> }
    });
    Some(
        view! {
            {unverified}
            <ul class="chips">
                {links}
                <li><a class="button-second" href="/ket-noi/gioi-thieu">{t(introductions::INTRODUCTIONS)}</a></li>
            </ul>
        }
        .into_any(),
    )
}

fn is_guest() -> bool {
    matches!(who::who(), Who::Presumed | Who::Guest)
}

fn for_guests() -> AnyView {
    let location = use_location();
    let address = move || {
        let here = format!("{}{}", location.pathname.get(), with_sign(&location.search.get()));
        who::returning("/dang-nhap", &here)
    };
    view! { <p>{t(words::FOR_VERIFIED)}" "<a href=address>{t(words::SIGN_IN)}</a></p> }.into_any()
}

fn with_sign(search: &str) -> String {
    if search.is_empty() { String::new() } else { format!("?{search}") }
}

fn sides(reader: &Reader, is_wanted: fn(&Side) -> bool) -> Vec<Side> {
    let sides = reader.memberships.iter().map(|one| one.organisation.clone());
    sides.filter(is_wanted).collect()
}

/// By group, and for producers by what they make.
#[component]
fn Filters(choice: Memo<Choice>, reader: Memo<Option<Reader>>) -> impl IntoView {
    let navigate = use_navigate();
    let choose = move |event| {
        let group = group_of(&event_target_value(&event));
        let next = Choice { group, ..choice.get_untracked() };
        navigate(&next.address(), NavigateOptions { scroll: false, ..Default::default() });
    };
    let switch = move || {
        let producers = sides(&reader.get()?, |side| side.is_producer);
        (!producers.is_empty()).then(|| self::switch(choice, producers))
    };
    view! {
        {switch}
        <form class="choices needs-filters" on:submit=|event| event.prevent_default()>
            <label class="field">
                <span>{t(words::GROUP)}</span>
                <select on:change=choose>
                    <option value="" prop:selected=move || choice.with(|choice| choice.group.is_none())>
                        {t(words::ANY_GROUP)}
                    </option>
                    {kinds::TOP_GROUPS.map(|(code, name)| view! {
                        <option value=code prop:selected=move || choice.with(|choice| choice.group == Some(code))>
                            {t(name)}
                        </option>
                    })}
                </select>
            </label>
        </form>
    }
}

/// All needs, or those that touch what a producer makes.
fn switch(choice: Memo<Choice>, producers: Vec<Side>) -> AnyView {
    let is_one = producers.len() == 1;
    let link = move |touching: Option<String>, words: String| {
        let this = touching.clone();
        let current = move || choice.with(|choice| choice.touching == this).then_some("page");
        let address = move || Choice { touching: touching.clone(), ..choice.get() }.address();
        view! { <li><a class="chip" data-noscroll href=address aria-current=current>{words}</a></li> }
    };
    let own = producers.into_iter().map(|side| {
        let words = if is_one { t(words::TOUCHING_MINE).to_owned() } else { words::touching(&side.name) };
        link(Some(side.id.inner().to_owned()), words)
    });
    let own = own.collect_view();
    view! {
        <nav aria-label=t(words::WHICH)>
            <ul class="chips">{link(None, t(words::ALL).to_owned())}{own}</ul>
        </nav>
    }
    .into_any()
}
