//! One's own account: name, mails, password, devices, organisations.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::query::{self, Viewer};
use super::{mail_choice, password, profile, sessions};
use crate::pages::check_in;
use crate::text::{account as words, check_in as door, failures, kinds, personal_data, t};
use crate::ui::{Empty, Heading, tell};
use crate::who::{self, SignInFirst, own_faces, signed_in_page};
use crate::{api, navigation};

/// The page of one's own account.
#[component]
pub(crate) fn AccountPage() -> impl IntoView {
    signed_in_page(words::ACCOUNT, |_| {
        let asked = api::ask(|| Some(query::own_account()));
        let content = own_faces(asked, move |answer| match &answer.viewer {
            Some(viewer) => full(viewer, Callback::new(move |()| asked.ask_again())),
            None => view! { <SignInFirst/> }.into_any(),
        });
        view! { <Heading text=t(words::ACCOUNT)/>{content} }.into_any()
    })
}

fn full(viewer: &Viewer, changed: Callback<()>) -> AnyView {
    view! {
        <div class="columns columns-even columns-own">
            <div class="column-main">
                {profile::section(viewer, changed)}
                {mail_choice::section(viewer, changed)}
                {password::section(changed)}
            </div>
            <div class="column-second">
                {organisations(viewer)}
                {sessions::section(&viewer.sessions, changed)}
                <p><a class="all-link" href="/tai-khoan/du-lieu">{t(personal_data::TO_DATA)}</a></p>
                <SignOut/>
            </div>
        </div>
    }
    .into_any()
}

fn organisations(viewer: &Viewer) -> AnyView {
    let rows = viewer.memberships.iter().map(|membership| {
        let organisation = &membership.organisation;
        view! {
            <li class="row">
                <a class="row-link" href=format!("/to-chuc/{}", organisation.id.inner())>{organisation.name.clone()}</a>
                <span class="quiet small">{t(kinds::member_role(membership.role))}</span>
            </li>
        }
    });
    let list = if viewer.memberships.is_empty() {
        view! {
            <Empty what=t(words::NO_ORGANISATION)>
                <a class="button-second" href="/to-chuc">{t(words::TO_ORGANISATIONS)}</a>
            </Empty>
        }
        .into_any()
    } else {
        view! { <ul class="plain-list rows">{rows.collect_view()}</ul> }.into_any()
    };
    view! { <section><h2>{t(words::MY_ORGANISATIONS)}</h2>{list}</section> }.into_any()
}

#[component]
fn SignOut() -> impl IntoView {
    let busy = RwSignal::new(false);
    let sign_out = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            // Word that the session has ended may come before the answer and take this page away: that is no reason to stay.
            match api::change(query::sign_out()).await {
                Ok(_) => {
                    navigation::go("/");
                    who::signed_out();
                    match check_in::leave_device() {
                        0 => tell(t(words::SIGNED_OUT)),
                        unsent => tell(door::kept_after_leaving(unsent)),
                    }
                }
                Err(refusal) => {
                    busy.try_set(false);
                    tell(t(failures::words(refusal.failure)));
                }
            }
        });
    };
    view! {
        <p class="form-foot">
            <button class="button-second" aria-disabled=move || busy.get().to_string() on:click=sign_out>
                {t(words::SIGN_OUT)}
            </button>
        </p>
    }
}
