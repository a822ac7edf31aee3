//! Writing down what other programs are to be told, in the transaction of what it tells of. They are told ids and states:
//! no names, no words of anybody.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use futures::future::BoxFuture;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::LockType,
};
use shared::{OrganisationId, WebhookDeliveryId, WebhookKind};

use super::{
    happening::{Happening, body},
    kinds,
};
use crate::{
    bulk,
    changes::Write,
    entities::{webhook, webhook_delivery},
    error::Result,
    notifications::News,
};

/// Has the programs of both sides and of the city told, with as many statements for one piece of news as for fifty.
pub(crate) fn tell<'a>(write: &'a Write, news: &'a [News<'a>]) -> BoxFuture<'a, Result<()>> {
    tell_of(write, news.iter().filter_map(Happening::of).collect())
}

/// The same of what people need not be told.
pub(crate) fn tell_of<'a>(write: &'a Write, news: Vec<Happening<'a>>) -> BoxFuture<'a, Result<()>> {
    Box::pin(write_down(write, news))
}

async fn write_down(write: &Write, news: Vec<Happening<'_>>) -> Result<()> {
    if news.is_empty() {
        return Ok(());
    }
    let sides: HashSet<OrganisationId> = news.iter().flat_map(Happening::sides).collect();
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
            .filter(|webhook| concerns(webhook, one))
            .map(move |webhook| delivery(webhook, one.kind, Some(*one), now))
    });
    bulk::insert::<webhook_delivery::Entity>(write.rows(), rows.collect()).await
}

/// Whether a program is told of something.
fn concerns(webhook: &webhook::Model, news: &Happening<'_>) -> bool {
    let is_theirs = match webhook.organisation_id {
        Some(id) => news.sides().any(|side| side == id),
        None => news.concerns_the_city(),
    };
    is_theirs && kinds(webhook).is_none_or(|kinds| kinds.contains(&news.kind))
}

/// What a program is told, due at once.
pub(super) fn delivery(
    webhook: &webhook::Model,
    kind: WebhookKind,
    happening: Option<Happening<'_>>,
    now: DateTime<Utc>,
) -> webhook_delivery::Model {
    let id = WebhookDeliveryId::new();
    webhook_delivery::Model {
        id,
        webhook_id: webhook.id,
        kind,
        body: body(id, kind, happening, now).to_string(),
        attempts: 0,
        due_at: Some(now),
        delivered_at: None,
        given_up_at: None,
        last_status: None,
        last_problem: None,
        created_at: now,
    }
}
