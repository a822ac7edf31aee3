//! Signing in and out.

use std::sync::Arc;

use shared::Email;

use super::{Caller, SignedIn, find_by_email, links, links::Purpose, passwords, sessions};
use crate::{
    app::App,
    changes::{Line, Write},
    entities::account,
    error::{Error, Result},
    forms,
    mail::{self, letters},
};

/// A session that has just begun.
#[derive(Clone, Debug)]
pub struct Begun {
    /// Who is signed in.
    pub somebody: SignedIn,
    /// What proves it from now on.
    pub token: String,
}

/// Signs in with mail address and password. A wrong address and a wrong password are told in the same words after the
/// same time.
pub async fn sign_in(app: &Arc<App>, caller: &Caller, email: &str, password: String) -> Result<Begun> {
    let email: Option<Email> = email.trim().parse().ok();
    // What is no address at all counts as well.
    let key = email.as_ref().map(Email::key).unwrap_or_default();
    app.throttle.sign_in(&key, caller.address)?;
    let account = match &email {
        Some(email) => find_by_email(app.database.read(), email).await?,
        None => None,
    };
    let hash = account.as_ref().map(|account| account.password_hash.clone());
    let is_right = passwords::is_right(password, hash).await?;
    let account = account.filter(|account| is_right && account.disabled_at.is_none());
    let account = account.ok_or(Error::WrongCredentials)?;
    if account.confirmed_at.is_none() {
        remind_to_confirm(app, caller, &account).await?;
        return Err(forms::wrong("email", shared::Problem::Unconfirmed));
    }
    let write = Write::begin(&app.database, account.id.to_string()).await?;
    begin(write, account, caller).await
}

/// Begins a session in a transaction, and commits it.
pub(super) async fn begin(mut write: Write, account: account::Model, caller: &Caller) -> Result<Begun> {
    let (session_id, token) = sessions::begin(&mut write, account.id, &caller.device).await?;
    let somebody = sessions::signed_in(write.rows(), &account, session_id).await?;
    write.commit().await?;
    Ok(Begun { somebody, token })
}

/// Sends the mail again that confirms the address; whoever gets here knows the password.
async fn remind_to_confirm(app: &Arc<App>, caller: &Caller, account: &account::Model) -> Result<()> {
    app.throttle.mail(&account.email_key, caller.address)?;
    let mut write = Write::begin(&app.database, account.id.to_string()).await?;
    let link = links::make(&write, &app.config, account.id, Purpose::ConfirmAddress).await?;
    mail::post(&write, &account.email, letters::confirm_address(&link)).await?;
    write.record(Line::of("account", account.id, "reminded"));
    write.commit().await.map(drop)
}
