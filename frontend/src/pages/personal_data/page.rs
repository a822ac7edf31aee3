//! The page of one's own data.

use leptos::prelude::*;

use super::query::{self, OwnData};
use super::{asking, consents, copying, requests};
use crate::api;
use crate::text::{account, personal_data as words, t};
use crate::ui::Heading;
use crate::who::{own_faces, signed_in_page};

/// The page of what is kept about oneself.
#[component]
pub(crate) fn PersonalDataPage() -> impl IntoView {
    signed_in_page(words::DATA, |_| {
        let asked = api::ask(|| Some(query::own_data()));
        let content =
            own_faces(asked, move |answer| full(&answer, Callback::new(move |()| asked.ask_again())));
        view! {
            <Heading text=t(words::DATA)/>
            <p class="lead">{t(words::LEAD)}</p>
            <p><a class="all-link" href="/tai-khoan">{t(account::ACCOUNT)}</a></p>
            {content}
        }
        .into_any()
    })
}

fn full(answer: &OwnData, changed: Callback<()>) -> AnyView {
    view! {
        <div class="columns columns-even columns-own">
            <div class="column-main">
                {requests::section(&answer.my_data_requests, changed)}
                {asking::section(changed)}
            </div>
            <div class="column-second">
                {copying::section()}
                {consents::section(answer)}
            </div>
        </div>
    }
    .into_any()
}
