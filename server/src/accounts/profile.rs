//! What somebody changes about the own account: name, telephone number, password.

use std::sync::Arc;

use async_graphql::MaybeUndefined;
use chrono::Utc;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use serde_json::json;
use shared::{Email, Phone, Problem, limits};

use super::{
    Caller, SignedIn, find_by_email,
    links::{self, Purpose},
    passwords, require, sessions,
    sign_in::{self, Begun},
};
use crate::{
    app::App,
    changes::{Line, Write},
    entities::account,
    error::{Error, Result},
    forms::{self, Form},
    mail::{self, letters},
};

/// What to change about the own account; what is left out stays.
#[derive(Clone, Debug, Default, async_graphql::InputObject)]
pub struct AccountChanges {
    /// The name of the person.
    pub name: Option<String>,
    /// A telephone number of Vietnam; null takes it away.
    pub phone: MaybeUndefined<String>,
}

/// Changes name and telephone number.
pub async fn update(
    app: &Arc<App>,
    somebody: &SignedIn,
    version: i32,
    changes: AccountChanges,
) -> Result<()> {
    let mut form = Form::default();
    let name = changes.name.as_deref().map(|name| form.line("changes.name", name, limits::NAME_CHARS));
    let phone = changes.phone.as_opt_ref();
    let phone = phone.map(|phone| form.optional_phone("changes.phone", phone.map(String::as_str)));
    form.finish()?;
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let account = require(write.rows(), somebody.account_id).await?;
    if account.version != version {
        return Err(Error::Conflict("account"));
    }
    // Name and number are personal: the log says that they changed.
    let changed = json!({ "name": name.is_some(), "phone": phone.is_some() });
    let mut row = account.into_active_model();
    if let Some(name) = name {
        row.name = Set(name);
    }
    if let Some(phone) = phone {
        row.phone = Set(phone.map(Phone::into));
    }
    row.touch();
    row.update(write.rows()).await?;
    write.record(Line::of("account", somebody.account_id, "updated").with(None, Some(changed)));
    write.commit().await.map(drop)
}

/// Changes the password, which ends all other sessions.
pub async fn change_password(
    app: &Arc<App>,
    caller: &Caller,
    somebody: &SignedIn,
    current: String,
    password: String,
) -> Result<()> {
    let account = require(app.database.read(), somebody.account_id).await?;
    app.throttle.sign_in(&account.email_key, caller.address)?;
    if !passwords::is_right(current, Some(account.password_hash.clone())).await? {
        return Err(forms::wrong("current", Problem::WrongPassword));
    }
    check(&password, &account)?;
    let hash = passwords::hash(password).await?;
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    set_password(app, &mut write, account, hash).await?;
    sessions::end_others(&write, somebody.account_id, Some(somebody.session_id)).await?;
    write.commit().await.map(drop)
}

/// Sends a link for a new password, if the address has an account. The answer does not tell.
pub async fn request_reset(app: &Arc<App>, caller: &Caller, email: &str) -> Result<()> {
    let email: Email = email.trim().parse().map_err(|problem| forms::wrong("email", problem))?;
    app.throttle.mail(&email.key(), caller.address)?;
    let Some(account) = find_by_email(app.database.read(), &email).await? else { return Ok(()) };
    if account.disabled_at.is_some() {
        return Ok(());
    }
    // Afterwards, so that the answer takes no longer than for an address that nobody has.
    let running = app.clone();
    app.background.spawn(async move {
        if let Err(error) = send_reset(&running, &account).await {
            tracing::error!(%error, "a link for a new password could not be made");
        }
    });
    Ok(())
}

async fn send_reset(app: &App, account: &account::Model) -> Result<()> {
    let mut write = Write::begin(&app.database, "password-reset").await?;
    let link = links::make(&write, &app.config, account.id, Purpose::NewPassword).await?;
    mail::post(&write, &account.email, letters::new_password(&link)).await?;
    write.record(Line::of("account", account.id, "reset_requested"));
    write.commit().await.map(drop)
}

/// Sets a new password with the link of a mail, ends all sessions and begins one. The link proves the address, so an
/// account that was not confirmed is confirmed by it.
pub async fn reset(app: &Arc<App>, caller: &Caller, token: &str, password: String) -> Result<Begun> {
    let invalid = || forms::wrong("token", Problem::LinkInvalid);
    let id = links::account_of(app.database.read(), token, Purpose::NewPassword).await?;
    let account = require(app.database.read(), id.ok_or_else(invalid)?).await?;
    check(&password, &account)?;
    let hash = passwords::hash(password).await?;
    let mut write = Write::begin(&app.database, account.id.to_string()).await?;
    // Two may have pressed the link at once; the second finds it gone.
    if links::account_of(write.rows(), token, Purpose::NewPassword).await?.is_none() {
        return Err(invalid());
    }
    links::forget(&write, account.id, Purpose::NewPassword).await?;
    sessions::end_others(&write, account.id, None).await?;
    let account = set_password(app, &mut write, account, hash).await?;
    sign_in::begin(write, account, caller).await
}

fn check(password: &str, account: &account::Model) -> Result<()> {
    match passwords::problem_with(password, &[&account.name, &account.email]) {
        Some(problem) => Err(forms::wrong("password", problem)),
        None => Ok(()),
    }
}

async fn set_password(
    app: &App,
    write: &mut Write,
    account: account::Model,
    hash: String,
) -> Result<account::Model> {
    let confirmed_at = account.confirmed_at;
    let mut row = account.into_active_model();
    row.password_hash = Set(hash);
    row.confirmed_at = Set(confirmed_at.or(Some(Utc::now())));
    row.touch();
    let account = row.update(write.rows()).await?;
    write.record(Line::of("account", account.id, "password_changed"));
    let forgotten = app.config.address_of("/quen-mat-khau");
    mail::post(write, &account.email, letters::password_changed(&forgotten)).await?;
    Ok(account)
}
