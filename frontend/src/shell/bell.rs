//! The bell: how much a person was told of and has not seen, and the way to it. It follows what happens.

use cynic::QueryBuilder;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::api::{self, Question, live, schema};
use crate::text::notifications as words;

/// The page with what it tells of.
const ADDRESS: &str = "/thong-bao";
/// More are not counted one by one.
const MOST: i32 = 99;

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Viewer")]
struct Unread {
    unread_notifications: i32,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query")]
struct WhatIsUnread {
    viewer: Option<Unread>,
}

fn unread() -> Question<WhatIsUnread> {
    api::question(WhatIsUnread::build(()))
}

/// The bell, for somebody who is signed in.
#[component]
pub(super) fn Bell() -> impl IntoView {
    let path = use_location().pathname;
    let asked = api::ask(|| Some(unread()));
    live::on_change(
        |notice| notice.is_of("introduction") || notice.is_of("notification"),
        move || asked.look_again(),
    );
    // Without an answer it is still the way there, and what was known before stays.
    let count = Memo::new(move |before: Option<&i32>| {
        let now = asked.get().and_then(|answer| Some(answer.viewer.as_ref()?.unread_notifications));
        now.or(before.copied()).unwrap_or_default()
    });
    let shown = move || match count.get() {
        0 => None,
        many if many > MOST => Some(format!("{MOST}+")),
        few => Some(few.to_string()),
    };
    let current = move || path.get().starts_with(ADDRESS).then_some("page");
    view! {
        <a class="bell" href=ADDRESS aria-label=move || words::bell(count.get()) aria-current=current>
            <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                <path d="M6 16V11a6 6 0 0 1 12 0v5l2 2H4z"/><path d="M10 21h4"/>
            </svg>
            {move || shown().map(|shown| view! { <span class="bell-count" aria-hidden="true">{shown}</span> })}
        </a>
    }
}
