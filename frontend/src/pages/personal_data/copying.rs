//! A copy of one's own data, as a file of the person's device. All that knows how it is asked for stands here.

use cynic::MutationBuilder;
use leptos::prelude::*;

use crate::api::{self, Question, schema};
use crate::text::{personal_data as words, t};
use crate::ui::{save_file, tell};
use crate::who;

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation")]
struct CopyMyData {
    copy_my_data: serde_json::Value,
}

/// It is a change, for it leaves a line in the log.
fn copy() -> Question<CopyMyData> {
    api::question(CopyMyData::build(()))
}

/// The part of the page with the button.
pub(super) fn section() -> AnyView {
    let busy = RwSignal::new(false);
    let press = move |_| {
        who::act(busy, copy(), |answer| {
            let written = serde_json::to_string_pretty(&answer.copy_my_data).unwrap_or_default();
            let told = match save_file(&written, t(words::COPY_NAME)) {
                Ok(()) => words::COPY_SAVED,
                Err(_) => words::COPY_NOT_SAVED,
            };
            tell(t(told));
        });
    };
    view! {
        <section>
            <h2>{t(words::COPY)}</h2>
            <p>{t(words::COPY_WHY)}</p>
            <button class="button-second" aria-disabled=move || busy.get().to_string() on:click=press>
                {t(words::COPY_SAVE)}
            </button>
        </section>
    }
    .into_any()
}
