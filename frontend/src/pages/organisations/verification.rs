//! Where an organisation stands with its verification, and the one step that its members can take.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::changes;
use super::query::{Organisation, Request};
use crate::api::VerificationStatus;
use crate::clock::day_of;
use crate::text::{kinds, organisation as words, t, words as counts};
use crate::ui::form::{Form, FormFrame, Submit, TextArea};
use crate::ui::{Badge, Tone, tell};
use crate::who;

/// The state in one word.
pub(super) fn badge(verified_at: Option<DateTime<Utc>>, request: Option<&Request>) -> AnyView {
    let status = match (verified_at, request) {
        (Some(_), _) => VerificationStatus::Approved,
        (None, Some(request)) => request.status,
        (None, None) => VerificationStatus::Withdrawn,
    };
    let tone = match status {
        VerificationStatus::Approved => Tone::Good,
        VerificationStatus::Waiting => Tone::Warn,
        VerificationStatus::Rejected => Tone::Bad,
        VerificationStatus::Withdrawn => Tone::Plain,
    };
    let text = if verified_at.is_none() && request.is_none() {
        t(words::NOT_ASKED)
    } else {
        t(kinds::verification_status(status))
    };
    view! { <Badge tone text/> }.into_any()
}

/// The part of the page about it; `changed` where the person may take the next step.
pub(super) fn section(organisation: &Organisation, changed: Option<Callback<()>>) -> AnyView {
    let verified = organisation
        .verified_at
        .map(|at| view! { <p>{t(words::VERIFIED)}" "{counts::date(day_of(at))}"."</p> });
    let ask_again = || changed.map(|changed| ask(organisation.id.clone(), changed));
    let step = match organisation.verification.clone() {
        Some(request) if request.status == VerificationStatus::Waiting => waiting(request, changed),
        _ if organisation.verified_at.is_some() => ().into_any(),
        Some(request) if request.status == VerificationStatus::Rejected => {
            let reason = request.reason.clone();
            view! {
                <p>{t(words::REJECTED)}</p>
                <blockquote class="quote">{reason}</blockquote>
                {ask_again()}
            }
            .into_any()
        }
        _ => view! { <p>{t(words::NOT_ASKED)}</p>{ask_again()} }.into_any(),
    };
    view! {
        <section>
            <h2>{t(words::VERIFICATION)}</h2>
            <p>{badge(organisation.verified_at, organisation.verification.as_ref())}</p>
            {verified}
            {step}
        </section>
    }
    .into_any()
}

fn waiting(request: Request, changed: Option<Callback<()>>) -> AnyView {
    let button = changed.map(|changed| withdraw_button(request.id, changed));
    view! {
        <p>{t(words::WAITING)}</p>
        <p class="quiet small">
            {t(kinds::verification_kind(request.kind))}" · "{t(words::ASKED_ON)}" "{counts::instant(request.asked_at)}
        </p>
        {button}
    }
    .into_any()
}

fn withdraw_button(id: cynic::Id, changed: Callback<()>) -> AnyView {
    let busy = RwSignal::new(false);
    let withdraw = move |_| {
        who::act(busy, changes::withdraw_verification(id.clone()), move |_| {
            tell(t(words::WITHDRAWN_DONE));
            changed.run(());
        });
    };
    view! {
        <button class="button-second" aria-disabled=move || busy.get().to_string() on:click=withdraw>
            {t(words::WITHDRAW)}
        </button>
    }
    .into_any()
}

fn ask(id: cynic::Id, changed: Callback<()>) -> AnyView {
    let form = Form::new("verification", "", &who::account(), id.inner());
    let submit = move |()| {
        who::submit(form, changes::request_verification(id.clone(), form.filled("message")), move |_| {
            tell(t(words::ASKED));
            changed.run(());
        });
    };
    view! {
        <FormFrame form submit>
            <TextArea form name="message" label=t(words::MESSAGE) optional=true/>
            <Submit form words=t(words::ASK_AGAIN)/>
        </FormFrame>
    }
    .into_any()
}
