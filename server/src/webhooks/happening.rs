//! What programs are told of, and what they are told of it: ids and states.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};
use shared::{OrganisationId, TradeParty, WebhookDeliveryId, WebhookKind};

use crate::{
    entities::{agreement, delivery_check, introduction},
    notifications::{About, News},
};

/// Something that programs are told of.
#[derive(Clone, Copy)]
pub(crate) struct Happening<'a> {
    pub(super) kind: WebhookKind,
    about: Of<'a>,
}

/// What it happened to.
#[derive(Clone, Copy)]
enum Of<'a> {
    Introduction(&'a introduction::Model),
    Agreement(&'a agreement::Model),
    /// An agreement that was never sent: only the party that writes it knows of it.
    Draft(&'a agreement::Model, TradeParty),
    Delivery(&'a agreement::Model, &'a delivery_check::Model),
}

impl<'a> Happening<'a> {
    /// The same that people are told, if programs are told of it.
    pub(super) fn of(news: &News<'a>) -> Option<Self> {
        let about = match news.about {
            About::Introduction(row) => Of::Introduction(row),
            About::Agreement(of) => {
                of.check.map_or(Of::Agreement(of.agreement), |check| Of::Delivery(of.agreement, check))
            }
            About::Event(_) => return None,
        };
        Some(Self { kind: WebhookKind::of(news.kind)?, about })
    }

    /// Something that happened to an agreement that both sides know.
    pub(crate) const fn agreement(kind: WebhookKind, row: &'a agreement::Model) -> Self {
        Self { kind, about: Of::Agreement(row) }
    }

    /// Something that happened to one that was never sent, with whose draft it is.
    pub(crate) const fn draft(kind: WebhookKind, row: &'a agreement::Model, of: TradeParty) -> Self {
        Self { kind, about: Of::Draft(row, of) }
    }

    /// Something that happened to a check of what was delivered.
    pub(crate) const fn delivery(
        kind: WebhookKind,
        row: &'a agreement::Model,
        check: &'a delivery_check::Model,
    ) -> Self {
        Self { kind, about: Of::Delivery(row, check) }
    }

    /// The organisations that know of it.
    pub(super) fn sides(&self) -> impl Iterator<Item = OrganisationId> {
        let sides = match self.about {
            Of::Introduction(row) => [Some(row.retailer_id), Some(row.producer_id)],
            Of::Agreement(row) | Of::Delivery(row, _) => [row.retailer_id, row.producer_id],
            Of::Draft(row, TradeParty::Retailer) => [row.retailer_id, None],
            Of::Draft(row, TradeParty::Producer) => [None, row.producer_id],
            Of::Draft(..) => [None, None],
        };
        sides.into_iter().flatten()
    }

    /// Whether the city hears of it: of what becomes of introductions and agreements, and not that something is said or
    /// that a side drafts something for itself.
    pub(super) fn concerns_the_city(&self) -> bool {
        let is_private = matches!(self.about, Of::Draft(_, of) if of != TradeParty::Staff);
        self.kind != WebhookKind::Message && !is_private
    }
}

/// What a program is told; nothing has happened where somebody only tries it.
pub(super) fn body(
    id: WebhookDeliveryId,
    kind: WebhookKind,
    happening: Option<Happening<'_>>,
    now: DateTime<Utc>,
) -> Value {
    let mut body =
        json!({ "id": id, "kind": named(kind.as_str()), "at": instant(now), "introduction": null });
    match happening.map(|happening| happening.about) {
        None => {}
        Some(Of::Introduction(row)) => body["introduction"] = introduction(row),
        Some(Of::Agreement(row) | Of::Draft(row, _)) => body["agreement"] = agreement(row),
        Some(Of::Delivery(row, check)) => {
            body["agreement"] = agreement(row);
            body["deliveryCheck"] = json!({
                "id": check.id,
                "kind": named(check.kind.as_str()),
                "state": named(check.state.as_str()),
            });
        }
    }
    body
}

fn introduction(row: &introduction::Model) -> Value {
    json!({
        "id": row.id,
        "status": named(row.status.as_str()),
        "need": row.need_id,
        "product": row.product_id,
        "retailer": row.retailer_id,
        "producer": row.producer_id,
        "proposedBy": named(row.proposed_by.as_str()),
        "answerBy": instant(row.answer_by),
    })
}

fn agreement(row: &agreement::Model) -> Value {
    json!({
        "id": row.id,
        "kind": named(row.kind.as_str()),
        "status": named(row.status.as_str()),
        "version": row.current_version,
        "retailer": row.retailer_id,
        "producer": row.producer_id,
        "introduction": row.introduction_id,
        "follows": row.follows_id,
        "answerBy": row.answer_by.map(instant),
    })
}

/// Kinds and states have the names they have in the API.
fn named(name: &str) -> String {
    name.to_uppercase()
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}
