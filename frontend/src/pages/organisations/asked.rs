//! What the person has asked staff to verify: also claims of organisations that are not theirs yet, which stand
//! nowhere else.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::changes;
use crate::api::{VerificationKind, VerificationStatus, schema};
use crate::text::{kinds, organisation as words, staff, t, words as counts};
use crate::ui::{Badge, Tone, tell};
use crate::who;

/// A request of the person.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Verification")]
pub(crate) struct OwnRequest {
    pub(crate) id: cynic::Id,
    pub(crate) kind: VerificationKind,
    pub(crate) status: VerificationStatus,
    pub(crate) organisation_id: cynic::Id,
    pub(crate) organisation_name: String,
    pub(crate) asked_at: DateTime<Utc>,
    pub(crate) message: Option<String>,
    pub(crate) reason: Option<String>,
}

/// Those worth showing: an organisation that was approved speaks for itself, and of several requests about one only the
/// latest says how things are. They come with the latest first.
pub(super) fn open(requests: &[OwnRequest]) -> Vec<OwnRequest> {
    let mut seen: Vec<&cynic::Id> = Vec::new();
    let mut open = Vec::new();
    for request in requests {
        if !seen.contains(&&request.organisation_id) {
            seen.push(&request.organisation_id);
            if request.status != VerificationStatus::Approved {
                open.push(request.clone());
            }
        }
    }
    open
}

/// The part of the page with them; nothing where there are none.
pub(super) fn section(requests: Vec<OwnRequest>, changed: Callback<()>) -> Option<AnyView> {
    if requests.is_empty() {
        return None;
    }
    let busy = RwSignal::new(false);
    let rows = requests.into_iter().map(|request| row(request, busy, changed)).collect_view();
    let section = view! {
        <section>
            <h2>{t(words::ASKED_BY_ME)}</h2>
            <ul class="plain-list rows">{rows}</ul>
        </section>
    };
    Some(section.into_any())
}

fn row(request: OwnRequest, busy: RwSignal<bool>, changed: Callback<()>) -> AnyView {
    let (tone, told) = match request.status {
        VerificationStatus::Waiting => (Tone::Warn, Some(words::WAITING)),
        VerificationStatus::Rejected => (Tone::Bad, None),
        VerificationStatus::Approved => (Tone::Good, None),
        VerificationStatus::Withdrawn => (Tone::Plain, None),
    };
    let is_waiting = request.status == VerificationStatus::Waiting;
    let button = is_waiting.then(|| withdraw(&request, busy, changed));
    let told = told.map(|told| view! { <span class="details quiet small">{t(told)}</span> });
    let message = request.message.map(|message| {
        view! { <span class="details quiet small">{t(staff::MESSAGE)}": "{message}</span> }
    });
    let reason =
        request.reason.map(|reason| view! { <span class="details">{t(staff::REASON)}": "{reason}</span> });
    view! {
        <li class="row">
            <strong>{request.organisation_name}</strong>
            <Badge tone text=t(kinds::verification_status(request.status))/>
            {button}
            <span class="details quiet small">
                <span>{t(kinds::verification_kind(request.kind))}</span>
                <span>{t(words::ASKED_ON)}" "{counts::instant(request.asked_at)}</span>
            </span>
            {told}
            {message}
            {reason}
        </li>
    }
    .into_any()
}

fn withdraw(request: &OwnRequest, busy: RwSignal<bool>, changed: Callback<()>) -> AnyView {
    let id = request.id.clone();
    let label = format!("{}: {}", t(words::WITHDRAW), request.organisation_name);
    let press = move |_| {
        who::act(busy, changes::withdraw_verification(id.clone()), move |_| {
            tell(t(words::WITHDRAWN_DONE));
            changed.run(());
        });
    };
    view! {
        <button class="button-second" aria-label=label aria-disabled=move || busy.get().to_string() on:click=press>
            {t(words::WITHDRAW)}
        </button>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_latest_request_about_an_organisation_counts() {
        let request = |id: &str, about: &str, status| OwnRequest {
            id: cynic::Id::new(id),
            kind: VerificationKind::Claim,
            status,
            organisation_id: cynic::Id::new(about),
            organisation_name: String::new(),
            asked_at: DateTime::UNIX_EPOCH,
            message: None,
            reason: None,
        };
        let requests = [
            request("4", "b", VerificationStatus::Waiting),
            request("3", "a", VerificationStatus::Approved),
            request("2", "a", VerificationStatus::Rejected),
            request("1", "b", VerificationStatus::Withdrawn),
        ];

        let shown: Vec<_> = open(&requests).into_iter().map(|request| request.id).collect();

        assert_eq!(shown, [cynic::Id::new("4")]);
    }
}
