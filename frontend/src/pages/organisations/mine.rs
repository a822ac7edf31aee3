//! One's own organisations. Who has one goes to it; who has none learns what this place is for and how to begin.

use leptos::prelude::*;

use super::asked;
use super::claim::Claim;
use super::query::{self, Belonging};
use super::verification::badge;
use crate::text::{kinds, organisation as words, t};
use crate::ui::Heading;
use crate::who::{SignInFirst, own_faces, signed_in_page};
use crate::{address, api, navigation};

/// In the address of who wants the list although there is only one.
const ALL: &str = "tat-ca";

/// The page of one's own organisations.
#[component]
pub(crate) fn OrganisationsPage() -> impl IntoView {
    signed_in_page(words::MINE, |_| {
        let asked = api::ask(|| Some(query::own_organisations()));
        let wants_all = untrack(|| address::query().with(|address| !address.one(ALL).is_empty()));
        let content = own_faces(asked, move |answer| {
            let Some(viewer) = &answer.viewer else { return view! { <SignInFirst/> }.into_any() };
            let open = asked::open(&viewer.verifications);
            // Who also waits for something else is here to see how that stands.
            let is_all = open.iter().all(|request| is_among(viewer, request));
            if let ([only], true, false) = (&viewer.memberships[..], is_all, wants_all) {
                let address = format!("/to-chuc/{}", only.organisation.id.inner());
                request_animation_frame(move || navigation::go_instead(&address));
            }
            let changed = Callback::new(move |()| asked.ask_again());
            let requests = asked::section(open, changed);
            if viewer.memberships.is_empty() {
                beginning(requests, changed)
            } else {
                list(viewer, requests, changed)
            }
        });
        view! { <Heading text=t(words::MINE)/>{content} }.into_any()
    })
}

/// Whether a request is about an organisation that the person acts for.
fn is_among(viewer: &Belonging, request: &asked::OwnRequest) -> bool {
    viewer.memberships.iter().any(|membership| membership.organisation.id == request.organisation_id)
}

fn beginning(requests: Option<AnyView>, changed: Callback<()>) -> AnyView {
    view! {
        {requests}
        <p class="lead">{t(words::WHAT_FOR)}</p>
        <p>{t(words::TWO_WAYS)}</p>
        <section>
            <h2>{t(words::REGISTER)}</h2>
            <a class="button" href="/to-chuc/moi">{t(words::REGISTER)}</a>
        </section>
        <Claim sent=changed/>
    }
    .into_any()
}

fn list(viewer: &Belonging, requests: Option<AnyView>, changed: Callback<()>) -> AnyView {
    let rows = viewer.memberships.iter().map(|membership| {
        let organisation = &membership.organisation;
        view! {
            <li class="row">
                <a class="row-link" href=format!("/to-chuc/{}", organisation.id.inner())>{organisation.name.clone()}</a>
                {badge(organisation.verified_at, organisation.verification.as_ref())}
                <span class="quiet small">{t(kinds::member_role(membership.role))}</span>
            </li>
        }
    });
    view! {
        <ul class="plain-list rows">{rows.collect_view()}</ul>
        {requests}
        <p class="form-foot"><a class="button-second" href="/to-chuc/moi">{t(words::REGISTER)}</a></p>
        <Claim sent=changed/>
    }
    .into_any()
}
