//! Writing down what other programs are to be told, in the transaction of what it tells of. They are told ids and states:
//! no names, no words of anybody.

use std::collections::HashSet;

use chrono::{DateTime, SecondsFormat, Utc};
use futures::future::BoxFuture;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::LockType,
};
use serde_json::{Value, json};
use shared::{OrganisationId, WebhookDeliveryId, WebhookKind};

use super::kinds;
use crate::{
    bulk,
    changes::Write,
    entities::{introduction, webhook, webhook_delivery},
    error::Result,
    notifications::{About, News},
};

/// Something that programs are told of.
#[derive(Clone, Copy)]
struct Happening<'a> {
    introduction: &'a introduction::Model,
    kind: WebhookKind,
}

/// Has the programs of both sides and of the city told, with as many statements for one piece of news as for fifty. They
/// are told of introductions; what becomes of agreements is for people.
pub(crate) fn tell<'a>(write: &'a Write, news: &'a [News<'a>]) -> BoxFuture<'a, Result<()>> {
    let of = |one: &News<'a>| match one.about {
        About::Introduction(introduction) => {
            Some(Happening { introduction, kind: WebhookKind::of(one.kind)? })
        }
        About::Agreement(_) | About::Event(_) => None,
    };
    Box::pin(write_down(write, news.iter().filter_map(of).collect()))
}

async fn write_down(write: &Write, news: Vec<Happening<'_>>) -> Result<()> {
    if news.is_empty() {
        return Ok(());
    }
    let sides: HashSet<OrganisationId> =
        news.iter().flat_map(|one| [one.introduction.retailer_id, one.introduction.producer_id]).collect();
    let of_sides = webhook::Column::OrganisationId.is_in(sides);
    let webhooks = webhook::Entity::find()
        .filter(webhook::Column::PausedAt.is_null())
        .filter(Condition::any().add(of_sides).add(webhook::Column::OrganisationId.is_null()))
        .order_by_asc(webhook::Column::Id)
        // Nobody deletes them before the rows that point to them are written.
        .lock(LockType::KeyShare)
        .all(write.rows())
        .await?;
    let now = Utc::now();
    let rows = news.iter().flat_map(|one| {
        webhooks
            .iter()
            .filter(|webhook| concerns(webhook, *one))
            .map(move |webhook| delivery(webhook, one.kind, Some(one.introduction), now))
    });
    bulk::insert::<webhook_delivery::Entity>(write.rows(), rows.collect()).await
}

/// Whether a program is told of something. The city hears what becomes of an introduction, and not that something is said.
fn concerns(webhook: &webhook::Model, news: Happening<'_>) -> bool {
    let is_theirs = match webhook.organisation_id {
        Some(id) => id == news.introduction.retailer_id || id == news.introduction.producer_id,
        None => news.kind != WebhookKind::Message,
    };
    is_theirs && kinds(webhook).is_none_or(|kinds| kinds.contains(&news.kind))
}

/// What a program is told, due at once.
pub(super) fn delivery(
    webhook: &webhook::Model,
    kind: WebhookKind,
    about: Option<&introduction::Model>,
    now: DateTime<Utc>,
) -> webhook_delivery::Model {
    let id = WebhookDeliveryId::new();
    webhook_delivery::Model {
        id,
        webhook_id: webhook.id,
        kind,
        body: body(id, kind, about, now).to_string(),
        attempts: 0,
        due_at: Some(now),
        delivered_at: None,
        given_up_at: None,
        last_status: None,
        last_problem: None,
        created_at: now,
    }
}

/// Kinds and states have the names they have in the API.
fn body(
    id: WebhookDeliveryId,
    kind: WebhookKind,
    about: Option<&introduction::Model>,
    now: DateTime<Utc>,
) -> Value {
    let instant = |at: DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::Millis, true);
    let introduction = about.map(|row| {
        json!({
            "id": row.id,
            "status": row.status.as_str().to_uppercase(),
            "need": row.need_id,
            "product": row.product_id,
            "retailer": row.retailer_id,
            "producer": row.producer_id,
            "proposedBy": row.proposed_by.as_str().to_uppercase(),
            "answerBy": instant(row.answer_by),
        })
    });
    json!({
        "id": id,
        "kind": kind.as_str().to_uppercase(),
        "at": instant(now),
        "introduction": introduction,
    })
}
