//! The agreements of somebody's organisations, or that staff look after, the latest word first. What is chosen is in the
//! address.

use leptos::prelude::*;

use super::choice::{Choice, Province, Stage};
use super::list_query::{self, Agreements, Provinces};
use super::{PATH, row};
use crate::address;
use crate::api::{self, Asked, Era, live};
use crate::navigation;
use crate::pages::organisations::CodedUnit;
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
            {provinces(choice)}
        </form>
    }
    .into_any()
}

/// Where the producer is, today or before July 2025.
fn provinces(choice: Memo<Choice>) -> AnyView {
    let asked = api::ask(|| Some(list_query::provinces()));
    let chosen = Memo::new(move |_| {
        choice.with(|choice| choice.province.as_ref().map(Province::named)).unwrap_or_default()
    });
    let go = move |event: leptos::ev::Event| {
        let province = Province::of(&event_target_value(&event));
        navigation::keep(&Choice { province, ..choice.get_untracked() }.address());
    };
    let of = move |era, pick: fn(&Provinces) -> &Vec<CodedUnit>| move || options(asked, era, pick, chosen);
    view! {
        <label class="field">
            <span>{t(words::PROVINCE)}</span>
            <select on:change=go>
                <option value="" prop:selected=move || chosen.with(String::is_empty)>{t(words::ANY_PROVINCE)}</option>
                <optgroup label=t(words::OF_TODAY)>{of(Era::Current, |known| &known.provinces)}</optgroup>
                <optgroup label=t(words::OF_BEFORE)>{of(Era::Legacy, |known| &known.former_provinces)}</optgroup>
            </select>
        </label>
    }
    .into_any()
}

fn options(
    asked: Asked<Provinces>,
    era: Era,
    pick: fn(&Provinces) -> &Vec<CodedUnit>,
    chosen: Memo<String>,
) -> AnyView {
    let units = asked.get().map(|known| pick(&known).clone()).unwrap_or_default();
    let options = units.into_iter().map(|unit| {
        let value = Province { era, code: unit.code }.named();
        let this = value.clone();
        view! {
            <option value=value prop:selected=move || chosen.with(|chosen| *chosen == this)>{unit.name}</option>
        }
    });
    options.collect_view().into_any()
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
