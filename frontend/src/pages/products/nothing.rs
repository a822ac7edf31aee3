//! Nothing was found: what could be tried instead, each with a button that does it. Staff learn which words found nothing, when
//! somebody stays here for a moment: who is still typing does not.

use std::{cell::RefCell, collections::HashSet, time::Duration};

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::query;
use super::search::{Filter, Search};
use crate::address::encoded;
use crate::api;
use crate::text::{search as words, t};
use crate::ui::Empty;

/// How long somebody stays who has typed all they wanted.
const STAYS: Duration = Duration::from_secs(2);

thread_local! {
    /// Words that were noted since the page was opened: asking again counts nothing.
    static NOTED: RefCell<HashSet<String>> = RefCell::default();
}

/// Has a search noted unless it is left at once.
fn note(search: Search) {
    if search.text.trim().is_empty() {
        return;
    }
    let noted = move || {
        if NOTED.with_borrow_mut(|noted| noted.insert(search.address())) {
            spawn_local(api::note(query::unanswered(&search)));
        }
    };
    if let Ok(timer) = set_timeout_with_handle(noted, STAYS) {
        on_cleanup(move || timer.clear());
    }
}

/// Ways out of an empty result.
#[component]
pub(crate) fn Nothing(search: Search) -> impl IntoView {
    note(search.clone());
    let filters = search.is_filtered();
    let one_less = Filter::ALL.into_iter().flat_map(|filter| {
        let without = |value: &String| (filter, value.clone(), search.toggled(filter, value).address());
        search.values(filter).iter().map(without).collect::<Vec<_>>()
    });
    // With a single filter, dropping it and dropping all are the same.
    let one_less: Vec<_> = one_less.collect();
    let one_less = if one_less.len() > 1 { one_less } else { Vec::new() };
    let text = search.text.trim().to_owned();
    let elsewhere = (!text.is_empty()).then(|| {
        view! {
            <li><a class="button-second" href=format!("/diem-ban?q={}", encoded(&text))>{t(words::TRY_POINTS)}</a></li>
            <li><a class="button-second" href=format!("/chu-the?q={}", encoded(&text))>{t(words::TRY_PRODUCERS)}</a></li>
        }
    });
    let spelling = (!text.is_empty()).then(|| view! { <p>{t(words::TRY_SPELLING)}</p> });
    let without_text = (filters && !text.is_empty()).then(|| {
        let address = Search { text: String::new(), ..search.clone() }.address();
        view! { <li><a class="button-second" href=address>{t(words::TRY_WITHOUT_TEXT)}</a></li> }
    });
    let without_filters = filters.then(|| {
        view! { <li><a class="button" href=search.without_filters().address()>{t(words::CLEAR_FILTERS)}</a></li> }
    });
    view! {
        <Empty what=t(words::NOTHING)>
            <p>{t(words::TRY_THIS)}</p>
            {spelling}
            <ul class="chips">
                {without_filters}
                {one_less.into_iter().map(|(filter, value, address)| {
                    let label = super::filters::fallback_label(filter, &value);
                    view! { <li><a class="button-second" href=address>{words::drop_filter(&label)}</a></li> }
                }).collect_view()}
                {without_text}
                {elsewhere}
            </ul>
        </Empty>
    }
}
