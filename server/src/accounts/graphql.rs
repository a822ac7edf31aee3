//! Accounts in the API: who is signed in, and signing in and out.

use async_graphql::{Context, ID, Object, connection::Connection};
use axum::http::header::SET_COOKIE;
use shared::{AccountId, SessionId, StaffRole};

use super::{
    administration, cookie, profile,
    profile::AccountChanges,
    sessions, sign_in, sign_up,
    sign_up::NewAccount,
    types::{Account, MailSent, SignedInAnswer, ViewerAccount},
};
use crate::{
    accounts::Begun,
    error::{Error, Result},
    graphql::{
        context::{Ask, administrator, parse_id, signed_in},
        page::{self, Page},
    },
    numbers::int,
};

/// Queries for accounts.
#[derive(Default)]
pub struct AccountQueries;

/// Queries for accounts.
#[Object]
impl AccountQueries {
    /// Who is signed in; null for a guest.
    async fn viewer(&self, ctx: &Context<'_>) -> Option<ViewerAccount> {
        ctx.signed_in().ok().map(ViewerAccount::from)
    }

    /// Accounts, newest first; those whose name or mail address holds a text. For administrators.
    #[graphql(
        guard = "administrator()",
        complexity = "20 + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity"
    )]
    async fn accounts(
        &self,
        ctx: &Context<'_>,
        search: Option<String>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, Account, AccountTotal>> {
        const LIST: &str = "accounts";
        let rows = page::rows(first)?;
        let after_id: Option<AccountId> = page::key(LIST, after.as_deref())?;
        let database = &ctx.app().database;
        let found = administration::list(database, search.as_deref(), after_id, rows + 1).await?;
        let page = Page::cut(LIST, found, rows, |row| row.id);
        Ok(page.map(Account).into_connection(after.as_deref(), AccountTotal { search }))
    }
}

/// What the list of accounts says beside its edges.
pub struct AccountTotal {
    search: Option<String>,
}

/// What the list of accounts says beside its edges.
#[Object]
impl AccountTotal {
    /// Accounts of the whole list.
    async fn total_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let count = administration::count(&ctx.app().database, self.search.as_deref()).await?;
        Ok(int(count))
    }
}

/// What people do about their accounts.
#[derive(Default)]
pub struct AccountMutations;

/// What people do about their accounts.
#[Object]
impl AccountMutations {
    /// Signs somebody up: sends a mail with a link that confirms the address. The answer is the same whether the
    /// address has an account or not.
    async fn sign_up(&self, ctx: &Context<'_>, input: NewAccount) -> Result<MailSent> {
        sign_up::sign_up(ctx.app(), ctx.caller(), input).await.map(|()| MailSent::YES)
    }

    /// Confirms the address of a new account, with the token of the mail's link and the password that was chosen, and
    /// signs in.
    async fn confirm_email(
        &self,
        ctx: &Context<'_>,
        token: String,
        password: String,
    ) -> Result<SignedInAnswer> {
        let begun = sign_up::confirm(ctx.app(), ctx.caller(), &token, password).await?;
        Ok(signed_in_now(ctx, begun, false))
    }

    /// Signs in. `WRONG_CREDENTIALS` does not tell whether the address or the password is wrong. A page gets a cookie;
    /// `asProgram: true` gives a token for `Authorization: Bearer` instead.
    async fn sign_in(
        &self,
        ctx: &Context<'_>,
        email: String,
        password: String,
        as_program: Option<bool>,
    ) -> Result<SignedInAnswer> {
        let begun = sign_in::sign_in(ctx.app(), ctx.caller(), &email, password).await?;
        Ok(signed_in_now(ctx, begun, as_program.unwrap_or(false)))
    }

    /// Ends this session. True also when nobody was signed in.
    async fn sign_out(&self, ctx: &Context<'_>) -> Result<bool> {
        if let Ok(somebody) = ctx.signed_in() {
            match sessions::end(&ctx.app().database, somebody, somebody.session_id).await {
                // Ended meanwhile by another request.
                Ok(()) | Err(Error::NotFound(_)) => {}
                Err(error) => return Err(error),
            }
        }
        ctx.append_http_header(SET_COOKIE, cookie::cleared(&ctx.app().config));
        Ok(true)
    }

    /// Sends a mail with a link for a new password, if the address has an account. The answer does not tell.
    async fn request_password_reset(&self, ctx: &Context<'_>, email: String) -> Result<MailSent> {
        profile::request_reset(ctx.app(), ctx.caller(), &email).await.map(|()| MailSent::YES)
    }

    /// Sets a new password with the token of the mail's link, ends all sessions and signs in.
    async fn reset_password(
        &self,
        ctx: &Context<'_>,
        token: String,
        password: String,
    ) -> Result<SignedInAnswer> {
        let begun = profile::reset(ctx.app(), ctx.caller(), &token, password).await?;
        Ok(signed_in_now(ctx, begun, false))
    }

    /// Changes the own password, which ends all other sessions.
    #[graphql(guard = "signed_in()")]
    async fn change_password(
        &self,
        ctx: &Context<'_>,
        current: String,
        password: String,
    ) -> Result<ViewerAccount> {
        let somebody = ctx.signed_in()?;
        profile::change_password(ctx.app(), ctx.caller(), somebody, current, password).await?;
        Ok(somebody.into())
    }

    /// Changes the own name or telephone number; `version` is the one that was read.
    #[graphql(guard = "signed_in()")]
    async fn update_account(
        &self,
        ctx: &Context<'_>,
        version: i32,
        changes: AccountChanges,
    ) -> Result<ViewerAccount> {
        let somebody = ctx.signed_in()?;
        profile::update(ctx.app(), somebody, version, changes).await?;
        Ok(somebody.into())
    }

    /// Ends one of the own sessions, on a device that is lost or lent.
    #[graphql(guard = "signed_in()")]
    async fn revoke_session(&self, ctx: &Context<'_>, id: ID) -> Result<ViewerAccount> {
        let somebody = ctx.signed_in()?;
        let id: SessionId = parse_id(&id, "session")?;
        sessions::end(&ctx.app().database, somebody, id).await?;
        Ok(somebody.into())
    }

    /// Gives an account a role in the city; null takes it away. `units` are codes of wards of today, for officers of
    /// units only. For administrators; nobody sets the own role.
    #[graphql(guard = "administrator()")]
    async fn set_staff_role(
        &self,
        ctx: &Context<'_>,
        account: ID,
        role: Option<StaffRole>,
        units: Option<Vec<String>>,
    ) -> Result<Account> {
        let id: AccountId = parse_id(&account, "account")?;
        let units = units.unwrap_or_default();
        administration::set_staff_role(ctx.app(), ctx.signed_in()?, id, role, &units).await.map(Account)
    }

    /// Lets an account sign in no more and ends its sessions, or lets it again. For administrators.
    #[graphql(guard = "administrator()")]
    async fn disable_account(&self, ctx: &Context<'_>, account: ID, disabled: bool) -> Result<Account> {
        let id: AccountId = parse_id(&account, "account")?;
        administration::disable(ctx.app(), ctx.signed_in()?, id, disabled).await.map(Account)
    }
}

fn signed_in_now(ctx: &Context<'_>, begun: Begun, as_program: bool) -> SignedInAnswer {
    if !as_program {
        ctx.append_http_header(SET_COOKIE, cookie::set(&ctx.app().config, &begun.token));
    }
    SignedInAnswer { viewer: (&begun.somebody).into(), token: as_program.then_some(begun.token) }
}
