//! The search box: a combobox whose text always stays as typed. Enter searches it unless a suggestion is marked;
//! on the page of results every letter searches at once, and suggestions wait for the arrow key.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::html;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use super::ShellState;
use super::suggestions::{self, Suggestion};
use crate::address;
use crate::api;
use crate::facts::hit_parts;
use crate::pages::products::Search;
use crate::text::{language, search as words, t, words as counts};
use crate::ui::paced;

/// The box, with its suggestions.
#[component]
pub(crate) fn SearchBox() -> impl IntoView {
    let typed = expect_context::<ShellState>().typed;
    let navigate = use_navigate();
    let path = use_location().pathname;
    let query = address::query();
    let on_results = move || path.get() == "/san-pham";

    let input = NodeRef::<html::Input>::new();
    let open = RwSignal::new(false);
    let marked = RwSignal::new(None::<usize>);
    let asked = RwSignal::new(String::new());
    let suggested = api::ask(move || suggestions::question(&asked.get()));
    let shown = Memo::new(move |_| {
        let answer = suggested.answer.get().and_then(Result::ok);
        let wanted = open.get() && suggestions::question(&typed.read()).is_some();
        answer.filter(|_| wanted).map(|answer| suggestions::grouped(&answer.suggest)).unwrap_or_default()
    });
    let is_open = move || shown.with(|shown| !shown.is_empty());

    // The address may change by other ways: going back, a quick search, a dropped filter.
    let sent = StoredValue::new(None::<String>);
    Effect::new(move |_| {
        let text = query.with(|query| query.one("q").to_owned());
        if on_results() && sent.get_value().as_ref() != Some(&text) {
            sent.set_value(Some(text.clone()));
            if typed.read_untracked().trim() != text {
                typed.set(text);
            }
        }
    });

    let search_now = {
        let navigate = navigate.clone();
        move |replace: bool| {
            let text = typed.get_untracked().trim().to_owned();
            let here = path.get_untracked() == "/san-pham";
            let before = if here { query.with_untracked(Search::read) } else { Search::default() };
            sent.set_value(Some(text.clone()));
            let next = Search { text, ..before };
            let options = NavigateOptions { replace: replace && here, scroll: !here, ..Default::default() };
            navigate(&next.address(), options);
        }
    };
    let follow = {
        let search_now = search_now.clone();
        Callback::new(move |()| {
            asked.set(typed.get_untracked());
            if path.get_untracked() == "/san-pham" {
                search_now(true);
            }
        })
    };
    let follow = paced(follow);
    let open_suggestion = {
        let navigate = navigate.clone();
        Callback::new(move |suggestion: Suggestion| {
            open.set(false);
            marked.set(None);
            navigate(&suggestion.address(), NavigateOptions::default());
        })
    };

    let on_input = move |event| {
        typed.set(event_target_value(&event));
        marked.set(None);
        open.set(path.get_untracked() != "/san-pham");
        follow.run(());
    };
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let chosen =
            marked.get_untracked().and_then(|place| shown.with_untracked(|shown| shown.get(place).cloned()));
        match chosen {
            Some(suggestion) => open_suggestion.run(suggestion),
            None => {
                open.set(false);
                search_now(false);
            }
        }
    };
    let on_key = move |event: KeyboardEvent| match event.key().as_str() {
        "ArrowDown" | "ArrowUp" => {
            event.prevent_default();
            if is_open() {
                let count = shown.with_untracked(Vec::len);
                marked.update(|marked| {
                    *marked = suggestions::moved(*marked, event.key() == "ArrowDown", count)
                });
            } else {
                asked.set(typed.get_untracked());
                open.set(true);
            }
        }
        "Escape" => {
            // The browser would empty the box.
            event.prevent_default();
            open.set(false);
            marked.set(None);
        }
        _ => {}
    };

    view! {
        <form class="search" role="search" action="/san-pham" on:submit=on_submit>
            <input
                node_ref=input
                class="search-input"
                type="search"
                name="q"
                role="combobox"
                aria-label=t(words::SEARCH_LABEL)
                aria-expanded=move || is_open().to_string()
                aria-controls="suggestions"
                aria-autocomplete="list"
                aria-activedescendant=move || marked.get().map(option_id)
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                maxlength=shared::limits::SEARCH_CHARS.to_string()
                placeholder=t(words::PLACEHOLDER)
                prop:value=typed
                on:input=on_input
                on:keydown=on_key
                on:blur=move |_| open.set(false)
            />
            <button class="search-button" type="submit">
                <svg viewBox="0 0 24 24" aria-hidden="true">
                    <circle cx="10.5" cy="10.5" r="6.5"></circle>
                    <path d="M15.5 15.5 21 21"></path>
                </svg>
                <span class="for-readers">{t(words::SEARCH)}</span>
            </button>
            <div id="suggestions" class="suggestions" role="listbox" aria-label=t(words::SUGGESTIONS) hidden=move || !is_open()>
                {move || options(&shown.get(), marked, open_suggestion)}
            </div>
            <p class="for-readers" role="status">
                {move || {
                    let count = i32::try_from(shown.with(Vec::len)).unwrap_or_default();
                    (count > 0).then(|| counts::count(count, counts::Counted::Suggestions, language()))
                }}
            </p>
        </form>
    }
}

fn option_id(place: usize) -> String {
    format!("suggestion-{place}")
}

fn options(shown: &[Suggestion], marked: RwSignal<Option<usize>>, choose: Callback<Suggestion>) -> AnyView {
    let mut groups = Vec::new();
    let mut place = 0;
    for group in shown.chunk_by(|one, next| one.kind == next.kind) {
        let options = group.iter().map(|suggestion| {
            let mine = place;
            place += 1;
            let chosen = suggestion.clone();
            view! {
                <div
                    id=option_id(mine)
                    class="suggestion"
                    role="option"
                    aria-selected=move || (marked.get() == Some(mine)).to_string()
                    // Pressing must not take the focus, which would close the list before the click.
                    on:mousedown=|event| event.prevent_default()
                    on:click=move |_| choose.run(chosen.clone())
                >
                    <span>{hit_parts(&suggestion.parts)}</span>
                    <span class="quiet small">{suggestion.detail.clone()}</span>
                </div>
            }
        });
        let options = options.collect_view();
        let name = group.first().map(|first| t(words::suggestion_kind(first.kind)));
        groups.push(view! {
            <div role="group" aria-label=name>
                <p class="suggestions-kind" aria-hidden="true">{name}</p>
                {options}
            </div>
        });
    }
    groups.collect_view().into_any()
}
