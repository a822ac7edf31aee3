//! Trying by hand: whether an address works, and once more what was given up.

use std::sync::Arc;

use chrono::{Duration, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QuerySelect,
    Set,
};
use serde_json::json;
use shared::{Problem, WebhookDeliveryId, WebhookId, WebhookKind, limits};

use super::{line, lock, managing::logged, require_manager, telling};
use crate::{
    accounts::SignedIn,
    app::App,
    bulk,
    changes::Write,
    entities::{
        webhook,
        webhook_delivery::{Column, Entity, Model},
    },
    error::{Error, Result},
    forms,
};

/// Has a webhook told something that has not happened.
pub(super) async fn test(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: WebhookId,
) -> Result<(Model, webhook::Model)> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let webhook = lock(write.rows(), somebody, id).await?;
    if webhook.paused_at.is_some() {
        return Err(forms::wrong("id", Problem::NotPossibleNow));
    }
    let now = Utc::now();
    let lately = Entity::find()
        .filter(Column::WebhookId.eq(id))
        .filter(Column::Kind.eq(WebhookKind::Test))
        .filter(Column::CreatedAt.gt(now - Duration::hours(1)));
    if lately.count(write.rows()).await? >= limits::WEBHOOK_TESTS_AN_HOUR as u64 {
        return Err(forms::wrong("id", Problem::TooMany));
    }
    let told = telling::delivery(&webhook, WebhookKind::Test, None, now);
    bulk::insert::<Entity>(write.rows(), vec![told.clone()]).await?;
    write.record(line(&webhook, "webhook_tested").with(None, Some(logged(&webhook))));
    app.commit(write).await?;
    Ok((told, webhook))
}

/// Tries once more what was given up, from the beginning of the schedule. For whoever decides about the webhook, and for
/// staff of the city, who see all that was given up.
pub(super) async fn retry(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: WebhookDeliveryId,
) -> Result<(Model, webhook::Model)> {
    let not_found = || Error::NotFound("delivery");
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let told = Entity::find_by_id(id).lock_exclusive().one(write.rows()).await?.ok_or_else(not_found)?;
    let webhook = webhook::Entity::find_by_id(told.webhook_id).one(write.rows()).await?;
    let webhook = webhook.ok_or_else(not_found)?;
    if !somebody.looks_after_the_city() {
        let is_of_theirs = webhook.organisation_id.is_some_and(|id| somebody.role_in(id).is_some());
        if !is_of_theirs {
            return Err(not_found());
        }
        require_manager(somebody, webhook.organisation_id)?;
    }
    if told.given_up_at.is_none() {
        return Err(forms::wrong("id", Problem::NotPossibleNow));
    }
    let mut changed = told.into_active_model();
    changed.attempts = Set(0);
    changed.given_up_at = Set(None);
    changed.due_at = Set(Some(Utc::now()));
    let told = changed.update(write.rows()).await?;
    let mut what = logged(&webhook);
    what["delivery"] = json!(told.id);
    write.record(line(&webhook, "webhook_retried").with(None, Some(what)));
    app.commit(write).await?;
    Ok((told, webhook))
}
