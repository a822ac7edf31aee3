//! An invitation from a mail: what it offers can be read by who has the link; joining needs an account.

use leptos::prelude::*;

use super::query::{self, InvitationOffer};
use crate::text::{account as words, kinds, t, words as counts};
use crate::ui::form::{Form, FormFrame, Submit};
use crate::ui::{Empty, Heading, TextSkeleton, faces, tell};
use crate::who::{self, SignInFirst, Who};
use crate::{address, api, navigation};

/// The page of an invitation.
#[component]
pub(crate) fn InvitationPage() -> impl IntoView {
    who::look();
    let token = untrack(|| address::query().with(|query| query.one("ma").to_owned()));
    let content = if token.is_empty() {
        view! { <Empty what=t(words::NO_TOKEN)/> }.into_any()
    } else {
        let asked = {
            let token = token.clone();
            api::ask(move || Some(query::invitation(token.clone())))
        };
        faces(
            asked,
            || view! { <TextSkeleton/> }.into_any(),
            move |answer| match &answer.invitation {
                Some(offer) => offered(offer, token.clone()),
                None => view! { <Empty what=t(words::INVITATION_GONE)/> }.into_any(),
            },
        )
    };
    view! { <Heading text=t(words::INVITATION)/>{content} }
}

fn offered(offer: &InvitationOffer, token: String) -> AnyView {
    let is_signed = Memo::new(|_| matches!(who::who(), Who::Signed(_)));
    let step = move || {
        if !is_signed.get() {
            return view! { <SignInFirst/> }.into_any();
        }
        let form = Form::new("accept", "", "guest", "");
        let token = token.clone();
        let submit = move |()| {
            who::submit(form, query::accept_invitation(token.clone()), |answer| {
                tell(t(words::JOINED));
                let id = answer.accept_invitation.organisation.id;
                navigation::go_instead(&format!("/to-chuc/{}", id.inner()));
            });
        };
        view! { <FormFrame form submit><Submit form words=t(words::ACCEPT)/></FormFrame> }.into_any()
    };
    view! {
        <p class="lead">{words::invited_to(&offer.organisation_name)}</p>
        <dl class="facts">
            <dt>{t(words::ROLE)}</dt><dd>{t(kinds::member_role(offer.role))}</dd>
            <dt>{t(words::INVITED_AS)}</dt><dd>{offer.email.clone()}</dd>
            <dt>{t(words::VALID_UNTIL)}</dt><dd>{counts::instant(offer.expires_at)}</dd>
        </dl>
        {step}
    }
    .into_any()
}
