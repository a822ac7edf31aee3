//! What is filled in about a webhook.

use async_graphql::{ID, InputObject, MaybeUndefined};
use shared::WebhookKind;

/// A new webhook.
#[derive(Clone, Debug, InputObject)]
pub struct NewWebhook {
    /// The organisation of which it is told; without one it is told of the whole city.
    pub organisation: Option<ID>,
    /// Where it is told: an `https` address of the public internet, at most 1,000 characters, without name and password.
    pub url: String,
    /// Of what; of all when left out or null. `TEST` is no choice.
    pub kinds: Option<Vec<WebhookKind>>,
    /// What it is for, in a line.
    pub note: Option<String>,
}

/// What to change about a webhook. What is left out stays as it is.
#[derive(Clone, Debug, InputObject)]
pub struct WebhookChanges {
    /// Where it is told.
    pub url: Option<String>,
    /// Of what; null for all.
    pub kinds: MaybeUndefined<Vec<WebhookKind>>,
    /// What it is for; null for nothing.
    pub note: MaybeUndefined<String>,
}
