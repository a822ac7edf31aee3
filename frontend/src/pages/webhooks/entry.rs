//! The form of a webhook: where, of what, what for.

use leptos::prelude::*;
use shared::{Problem, limits};

use super::changes::{self, NewWebhook, WebhookChanges};
use super::list::Around;
use super::query::Webhook;
use crate::api::WebhookKind;
use crate::text::{t, webhooks as words};
use crate::ui::form::{Form, FormFrame, ManyField, Submit, TextField, Wrong, holds};
use crate::ui::tell;
use crate::who;

/// What may be chosen, by names of the form.
const KINDS: [(&str, WebhookKind); 23] = [
    ("proposed", WebhookKind::Proposed),
    ("half_accepted", WebhookKind::HalfAccepted),
    ("accepted", WebhookKind::Accepted),
    ("declined", WebhookKind::Declined),
    ("withdrawn", WebhookKind::Withdrawn),
    ("lapsed", WebhookKind::Lapsed),
    ("message", WebhookKind::Message),
    ("agreement_drafted", WebhookKind::AgreementDrafted),
    ("agreement_proposed", WebhookKind::AgreementProposed),
    ("agreement_countered", WebhookKind::AgreementCountered),
    ("agreement_half_signed", WebhookKind::AgreementHalfSigned),
    ("agreement_signed", WebhookKind::AgreementSigned),
    ("agreement_declined", WebhookKind::AgreementDeclined),
    ("agreement_withdrawn", WebhookKind::AgreementWithdrawn),
    ("agreement_lapsed", WebhookKind::AgreementLapsed),
    ("agreement_terminated", WebhookKind::AgreementTerminated),
    ("agreement_ended", WebhookKind::AgreementEnded),
    ("delivery_asked", WebhookKind::DeliveryAsked),
    ("delivery_answered", WebhookKind::DeliveryAnswered),
    ("delivery_disputed", WebhookKind::DeliveryDisputed),
    ("delivery_settled", WebhookKind::DeliverySettled),
    ("delivery_one_sided", WebhookKind::DeliveryOneSided),
    ("delivery_silent", WebhookKind::DeliverySilent),
];

/// The form of a new one.
pub(super) fn new(around: &Around) -> AnyView {
    let Around { organisation, secret, changed } = around.clone();
    let about = organisation.as_ref().map_or("city", |id| id.inner()).to_owned();
    let form = Form::new("webhook", "input", &who::account(), &about);
    let submit = move |()| {
        let Some(Filled { url, kinds, note }) = filled(form) else { return };
        let shown_url = url.clone();
        let input = NewWebhook { organisation: organisation.clone(), url, kinds, note };
        who::submit(form, changes::create(input), move |answer| {
            tell(t(words::ADDED));
            secret.set(Some((shown_url, answer.create_webhook.secret)));
            changed.run(());
        });
    };
    fields(form, "", None, "", Callback::new(submit), words::ADD)
}

/// The form of one that is there.
pub(super) fn edit(webhook: &Webhook, around: &Around) -> AnyView {
    let (id, version, changed) = (webhook.id.clone(), webhook.version, around.changed);
    let form = Form::new("webhook", "input", &who::account(), id.inner());
    let submit = move |()| {
        let Some(Filled { url, kinds, note }) = filled(form) else { return };
        let input = WebhookChanges { url: Some(url), kinds, note };
        who::submit(form, changes::update(id.clone(), version, input), move |_| {
            tell(t(words::SAVED));
            changed.run(());
        });
    };
    let note = webhook.note.as_deref().unwrap_or_default();
    fields(form, &webhook.url, webhook.kinds.as_deref(), note, Callback::new(submit), words::SAVE)
}

fn fields(
    form: Form,
    url: &str,
    kinds: Option<&[WebhookKind]>,
    note: &str,
    submit: Callback<()>,
    send: crate::text::Text,
) -> AnyView {
    let chosen = KINDS.iter().filter(|(_, kind)| kinds.is_none_or(|kinds| kinds.contains(kind)));
    let chosen: Vec<&str> = chosen.map(|(name, _)| *name).collect();
    form.field("url", url);
    form.field("kinds", chosen.join(","));
    form.field("note", note);
    let offers = KINDS.map(|(name, kind)| (name.to_owned(), t(words::kind(kind)).to_owned())).to_vec();
    view! {
        <FormFrame form submit>
            <TextField
                form
                name="url"
                label=t(words::URL)
                hint=t(words::URL_HINT)
                kind="url"
                longest=limits::WEBHOOK_URL_CHARS
            />
            <ManyField form name="kinds" label=t(words::KINDS) all=words::ALL_KINDS offers/>
            <TextField form name="note" label=t(words::NOTE) hint=t(words::NOTE_HINT) optional=true/>
            <Submit form words=t(send)/>
        </FormFrame>
    }
    .into_any()
}

/// What was filled in.
struct Filled {
    url: String,
    /// Nothing for all.
    kinds: Option<Vec<WebhookKind>>,
    note: Option<String>,
}

/// What was filled in; nothing, and said so, when something is missing.
fn filled(form: Form) -> Option<Filled> {
    let (url, chosen) = (form.filled("url"), form.value("kinds"));
    let kinds: Vec<WebhookKind> =
        KINDS.iter().filter(|(name, _)| holds(&chosen, name)).map(|(_, kind)| *kind).collect();
    let missing = [("url", url.is_none()), ("kinds", kinds.is_empty())];
    let wrong: Vec<Wrong> = missing
        .into_iter()
        .filter(|(_, is_missing)| *is_missing)
        .map(|(name, _)| Wrong::at(name, Problem::Missing))
        .collect();
    if !wrong.is_empty() {
        form.object(wrong);
        return None;
    }
    let kinds = (kinds.len() < KINDS.len()).then_some(kinds);
    Some(Filled { url: url?, kinds, note: form.filled("note") })
}

#[cfg(test)]
mod tests {
    use super::KINDS;

    #[test]
    fn everything_that_may_be_chosen_is_offered() {
        let names: Vec<&str> = shared::WebhookKind::CHOICES.iter().map(|kind| kind.as_str()).collect();

        assert_eq!(KINDS.map(|(name, _)| name).to_vec(), names);
    }
}
