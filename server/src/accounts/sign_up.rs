//! Signing up: an account that nobody can use until its address is confirmed. The link of the mail is not enough for
//! that, the password is needed too: otherwise somebody could sign up with another's address and own password, and wait
//! for the other to press the link.

use std::sync::Arc;

use chrono::Utc;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use shared::{AccountId, ConsentPurpose, Email, MailChoice, Problem, limits};

use super::{
    Caller, find_by_email,
    links::{self, Purpose},
    passwords, require,
    sign_in::{self, Begun},
};
use crate::{
    app::App,
    changes::{Line, Write},
    consents,
    entities::account,
    error::{Error, Result},
    forms::{self, Form},
    mail::{self, letters},
};

/// What somebody fills in to get an account.
#[derive(Clone, Debug, async_graphql::InputObject)]
pub struct NewAccount {
    /// The name of a person, at most 200 characters.
    pub name: String,
    /// The mail address to sign in with.
    pub email: String,
    /// At least ten characters and not one that everybody would guess.
    pub password: String,
    /// A telephone number of Vietnam.
    pub phone: Option<String>,
    /// The version of the terms that were read and agreed to.
    pub terms_version: String,
}

/// What was filled in, checked.
struct Checked {
    name: String,
    email: Email,
    phone: Option<String>,
}

/// Signs somebody up and sends the mail that confirms the address. The answer says nothing about whether the address
/// is known already.
pub async fn sign_up(app: &Arc<App>, caller: &Caller, input: NewAccount) -> Result<()> {
    let checked = check(&input)?;
    app.throttle.mail(&checked.email.key(), caller.address)?;
    let password_hash = passwords::hash(input.password).await?;
    let known = find_by_email(app.database.read(), &checked.email).await?;
    let mut write = Write::begin(&app.database, "sign-up").await?;
    match known {
        Some(account) if account.confirmed_at.is_some() => {
            let letter = letters::has_account_already(&app.config.address_of("/dang-nhap"));
            mail::post(&write, &account.email, letter).await?;
            write.record(Line::of("account", account.id, "asked_again"));
        }
        unconfirmed => {
            let id = save(&mut write, unconfirmed, &checked, password_hash).await?;
            consents::record(&write, id, ConsentPurpose::Account, None).await?;
            let link = links::make(&write, &app.config, id, Purpose::ConfirmAddress).await?;
            mail::post(&write, checked.email.as_str(), letters::confirm_address(&link)).await?;
        }
    }
    write.commit().await.map(drop)
}

fn check(input: &NewAccount) -> Result<Checked> {
    let mut form = Form::default();
    let name = form.line("input.name", &input.name, limits::NAME_CHARS);
    let email = form.optional_email("input.email", Some(&input.email));
    if input.email.trim().is_empty() {
        form.wrong("input.email", Problem::Missing);
    }
    let phone = form.optional_phone("input.phone", input.phone.as_deref());
    if let Some(problem) = passwords::problem_with(&input.password, &[&name, &input.email]) {
        form.wrong("input.password", problem);
    }
    if input.terms_version != shared::consent::ACCOUNT_TERMS {
        form.wrong("input.termsVersion", Problem::NotAgreed);
    }
    form.finish()?;
    let email = email.ok_or_else(|| forms::wrong("input.email", Problem::NoMailAddress))?;
    Ok(Checked { name, email, phone: phone.map(String::from) })
}

async fn save(
    write: &mut Write,
    unconfirmed: Option<account::Model>,
    checked: &Checked,
    password_hash: String,
) -> Result<AccountId> {
    let now = Utc::now();
    if let Some(earlier) = unconfirmed {
        let id = earlier.id;
        let mut again = earlier.into_active_model();
        again.name = Set(checked.name.clone());
        again.email = Set(checked.email.as_str().to_owned());
        again.phone = Set(checked.phone.clone());
        again.password_hash = Set(password_hash);
        again.updated_at = Set(now);
        again.update(write.rows()).await?;
        write.record(Line::of("account", id, "signed_up"));
        return Ok(id);
    }
    let row = new_account(checked.name.clone(), &checked.email, checked.phone.clone(), password_hash);
    let id = row.id;
    account::Entity::insert(row.into_active_model()).exec_without_returning(write.rows()).await?;
    write.record(Line::of("account", id, "signed_up"));
    Ok(id)
}

/// An account that is not confirmed.
pub(super) fn new_account(
    name: String,
    email: &Email,
    phone: Option<String>,
    password_hash: String,
) -> account::Model {
    let now = Utc::now();
    account::Model {
        id: AccountId::new(),
        email: email.as_str().to_owned(),
        email_key: email.key(),
        name,
        phone,
        password_hash,
        staff_role: None,
        confirmed_at: None,
        disabled_at: None,
        created_at: now,
        updated_at: now,
        version: 1,
        mail_choice: MailChoice::AtOnce,
    }
}

/// Confirms the address of a new account with the link of the mail and the password chosen, and signs in.
pub async fn confirm(app: &Arc<App>, caller: &Caller, token: &str, password: String) -> Result<Begun> {
    let invalid = || forms::wrong("token", Problem::LinkInvalid);
    let id = links::account_of(app.database.read(), token, Purpose::ConfirmAddress).await?;
    let account = require(app.database.read(), id.ok_or_else(invalid)?).await?;
    app.throttle.sign_in(&account.email_key, caller.address)?;
    if !passwords::is_right(password, Some(account.password_hash.clone())).await? {
        return Err(Error::WrongCredentials);
    }
    let mut write = Write::begin(&app.database, account.id.to_string()).await?;
    links::forget(&write, account.id, Purpose::ConfirmAddress).await?;
    let mut confirmed = account.into_active_model();
    confirmed.confirmed_at = Set(Some(Utc::now()));
    let account = confirmed.update(write.rows()).await?;
    write.record(Line::of("account", account.id, "confirmed"));
    sign_in::begin(write, account, caller).await
}
