//! One's own organisations. Who has one goes to it; who has none learns what this place is for and how to begin.

use leptos::prelude::*;

use super::claim::Claim;
use super::query::{self, Membership};
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
            match answer.viewer.as_ref().map(|viewer| &viewer.memberships[..]) {
                None => view! { <SignInFirst/> }.into_any(),
                Some([]) => beginning(),
                Some([only]) if !wants_all => {
                    let address = format!("/to-chuc/{}", only.organisation.id.inner());
                    request_animation_frame(move || navigation::go_instead(&address));
                    list(std::slice::from_ref(only))
                }
                Some(several) => list(several),
            }
        });
        view! { <Heading text=t(words::MINE)/>{content} }.into_any()
    })
}

fn beginning() -> AnyView {
    view! {
        <p class="lead">{t(words::WHAT_FOR)}</p>
        <p>{t(words::TWO_WAYS)}</p>
        <section>
            <h2>{t(words::REGISTER)}</h2>
            <a class="button" href="/to-chuc/moi">{t(words::REGISTER)}</a>
        </section>
        <Claim/>
    }
    .into_any()
}

fn list(memberships: &[Membership]) -> AnyView {
    let rows = memberships.iter().map(|membership| {
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
        <p class="form-foot"><a class="button-second" href="/to-chuc/moi">{t(words::REGISTER)}</a></p>
        <Claim/>
    }
    .into_any()
}
