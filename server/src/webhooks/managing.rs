//! Entering and changing webhooks. Their secrets leave the server once, when they are made.

use std::sync::Arc;

use async_graphql::MaybeUndefined;
use chrono::Utc;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, Set,
    prelude::Json,
};
use serde_json::json;
use shared::{OrganisationId, Problem, WebhookId, WebhookKind, limits};

use super::{
    inputs::{NewWebhook, WebhookChanges},
    kinds, line, lock, require_manager, signature, target,
};
use crate::{
    accounts::SignedIn,
    app::App,
    changes::Write,
    entities::webhook,
    error::{Error, Result},
    forms::{self, Form},
    graphql::context::parse_id,
    organisations,
};

/// What the log says of one: of the address no more than the host, since the rest may hold a secret.
pub(super) fn logged(row: &webhook::Model) -> Json {
    json!({ "webhook": row.id, "host": target::host(&row.url), "kinds": kinds(row), "note": row.note })
}

/// Enters one; it comes with its secret.
pub(super) async fn create(app: &Arc<App>, somebody: &SignedIn, input: NewWebhook) -> Result<webhook::Model> {
    let organisation: Option<OrganisationId> =
        input.organisation.map(|id| parse_id(&id, "organisation")).transpose()?;
    let mut form = Form::default();
    let url = url(app, &mut form, &input.url);
    let kinds = input.kinds.and_then(|kinds| stored(&mut form, &kinds));
    let note = form.optional_line("input.note", input.note.as_deref(), limits::LINE_CHARS);
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    require_trader(&write, somebody, organisation).await?;
    form.finish()?;
    let known = webhook::Entity::find().filter(match organisation {
        Some(id) => webhook::Column::OrganisationId.eq(id),
        None => webhook::Column::OrganisationId.is_null(),
    });
    if known.count(write.rows()).await? >= limits::WEBHOOKS as u64 {
        return Err(forms::wrong("input.organisation", Problem::TooMany));
    }
    let now = Utc::now();
    let row = webhook::Model {
        id: WebhookId::new(),
        organisation_id: organisation,
        url,
        secret: signature::new_secret(),
        kinds,
        note,
        created_by: somebody.account_id,
        paused_at: None,
        created_at: now,
        updated_at: now,
        version: 1,
    };
    webhook::Entity::insert(row.clone().into_active_model()).exec_without_returning(write.rows()).await?;
    write.record(line(&row, "webhook_created").with(None, Some(logged(&row))));
    app.commit(write).await?;
    Ok(row)
}

/// Only organisations that staff have verified: nobody shall have us call others who came by a moment ago.
async fn require_trader(
    write: &Write,
    somebody: &SignedIn,
    organisation: Option<OrganisationId>,
) -> Result<()> {
    let row = match organisation {
        Some(id) => Some(organisations::require(write.rows(), id).await?),
        None => None,
    };
    require_manager(somebody, organisation)?;
    match row {
        Some(row) if row.verified_at.is_none() => {
            Err(forms::wrong("input.organisation", Problem::NotVerified))
        }
        _ => Ok(()),
    }
}

fn url(app: &App, form: &mut Form, text: &str) -> String {
    let read = target::read(text, app.config.webhooks_to_private_addresses);
    form.read("input.url", read).map(String::from).unwrap_or_default()
}

/// Kinds as the table has them.
fn stored(form: &mut Form, kinds: &[WebhookKind]) -> Option<String> {
    if kinds.is_empty() {
        form.wrong("input.kinds", Problem::Missing);
    }
    if kinds.contains(&WebhookKind::Test) {
        form.wrong("input.kinds", Problem::NotOffered);
    }
    let chosen = WebhookKind::CHOICES.iter().filter(|kind| kinds.contains(kind));
    Some(chosen.map(|kind| kind.as_str()).collect::<Vec<_>>().join(","))
}

/// Changes one; `version` is the one that was read.
pub(super) async fn update(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: WebhookId,
    version: i32,
    changes: WebhookChanges,
) -> Result<webhook::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let mut row = lock(write.rows(), somebody, id).await?;
    if row.version != version {
        return Err(Error::Conflict("webhook"));
    }
    let before = logged(&row);
    let mut form = Form::default();
    if let Some(text) = &changes.url {
        row.url = url(app, &mut form, text);
    }
    match changes.kinds {
        MaybeUndefined::Undefined => {}
        MaybeUndefined::Null => row.kinds = None,
        MaybeUndefined::Value(kinds) => row.kinds = stored(&mut form, &kinds),
    }
    if !changes.note.is_undefined() {
        let note = changes.note.value().map(String::as_str);
        row.note = form.optional_line("input.note", note, limits::LINE_CHARS);
    }
    form.finish()?;
    row.touch();
    webhook::Entity::update(row.clone().into_active_model().reset_all()).exec(write.rows()).await?;
    write.record(line(&row, "webhook_updated").with(Some(before), Some(logged(&row))));
    app.commit(write).await?;
    Ok(row)
}

/// Gives one a new secret; the old one signs nothing any more.
pub(super) async fn renew_secret(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: WebhookId,
) -> Result<webhook::Model> {
    change(app, somebody, id, "webhook_secret_renewed", |row| row.secret = Set(signature::new_secret())).await
}

/// Tells one nothing any more, or tells it again. What waits meanwhile waits on; what happens meanwhile it is not told.
pub(super) async fn pause(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: WebhookId,
    is_paused: bool,
) -> Result<webhook::Model> {
    let action = if is_paused { "webhook_paused" } else { "webhook_resumed" };
    let paused_at = is_paused.then(Utc::now);
    change(app, somebody, id, action, |row| row.paused_at = Set(paused_at)).await
}

/// Changes what nobody edits in a form, so the version stays.
async fn change(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: WebhookId,
    action: &'static str,
    change: impl FnOnce(&mut webhook::ActiveModel) + Send,
) -> Result<webhook::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let mut row = lock(write.rows(), somebody, id).await?.into_active_model();
    change(&mut row);
    let row = row.update(write.rows()).await?;
    write.record(line(&row, action).with(None, Some(logged(&row))));
    app.commit(write).await?;
    Ok(row)
}

/// Deletes one with all that it was told; what it was.
pub(super) async fn delete(app: &Arc<App>, somebody: &SignedIn, id: WebhookId) -> Result<webhook::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let row = lock(write.rows(), somebody, id).await?;
    webhook::Entity::delete_by_id(id).exec(write.rows()).await?;
    write.record(line(&row, "webhook_deleted").with(Some(logged(&row)), None));
    app.commit(write).await?;
    Ok(row)
}
