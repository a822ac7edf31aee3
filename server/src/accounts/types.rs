//! What the API shows of accounts: all of it to their owners, who is who to administrators.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject};
use chrono::{DateTime, Utc};
use shared::{AccountId, MailChoice, MemberRole, OrganisationId, SessionId, StaffRole};

use super::{
    SignedIn, device,
    loaders::{MembershipsOf, UnitsOf},
    sessions,
};
use crate::{
    admin_units::graphql::AdminUnit,
    entities::{account, session},
    error::{Error, Result},
    graphql::context::Ask,
    notifications,
    numbers::int,
    organisations::{request_type::Verification, types::Organisation, verifying},
};

/// The account that is signed in.
pub struct ViewerAccount {
    account: AccountId,
    session: SessionId,
}

impl From<&SignedIn> for ViewerAccount {
    fn from(somebody: &SignedIn) -> Self {
        Self { account: somebody.account_id, session: somebody.session_id }
    }
}

impl ViewerAccount {
    async fn row(&self, ctx: &Context<'_>) -> async_graphql::Result<Arc<account::Model>> {
        Ok(ctx.load(self.account).await?.ok_or(Error::NotFound("account"))?)
    }
}

/// The account that is signed in.
#[Object(name = "Viewer")]
impl ViewerAccount {
    /// Its id.
    async fn id(&self) -> ID {
        self.account.into()
    }
    /// The name of the person.
    async fn name(&self, ctx: &Context<'_>) -> async_graphql::Result<String> {
        Ok(self.row(ctx).await?.name.clone())
    }
    /// The mail address to sign in with.
    async fn email(&self, ctx: &Context<'_>) -> async_graphql::Result<String> {
        Ok(self.row(ctx).await?.email.clone())
    }
    /// The telephone number, in E.164: `+84912345678`.
    async fn phone(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<String>> {
        Ok(self.row(ctx).await?.phone.clone())
    }
    /// What the person may do for the city; null for people of organisations.
    async fn staff_role(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<StaffRole>> {
        Ok(self.row(ctx).await?.staff_role)
    }
    /// The wards an officer is limited to; empty for all others.
    #[graphql(complexity = "10 * child_complexity")]
    async fn units(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<AdminUnit>> {
        units_of(ctx, self.account).await
    }
    /// The organisations the person acts for.
    #[graphql(complexity = "10 * child_complexity")]
    async fn memberships(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Membership>> {
        memberships_of(ctx, self.account).await
    }
    /// What the person has asked staff to verify, the latest first; also claims of organisations that are not theirs yet.
    #[graphql(complexity = "10 * child_complexity")]
    async fn verifications(&self, ctx: &Context<'_>) -> Result<Vec<Verification>> {
        let asked = verifying::asked_by(&ctx.app().database, self.account).await?;
        Ok(asked.into_iter().map(Verification).collect())
    }
    /// Where the person is signed in, the latest use first.
    #[graphql(complexity = "10 * child_complexity")]
    async fn sessions(&self, ctx: &Context<'_>) -> Result<Vec<Session>> {
        let rows = sessions::of(&ctx.app().database, self.account).await?;
        let is_current = |row: &session::Model| row.id == self.session;
        Ok(rows.into_iter().map(|row| Session { is_current: is_current(&row), row }).collect())
    }
    /// How the person is told of introductions by mail.
    async fn mail_choice(&self, ctx: &Context<'_>) -> async_graphql::Result<MailChoice> {
        Ok(self.row(ctx).await?.mail_choice)
    }
    /// Notifications not seen yet.
    async fn unread_notifications(&self, ctx: &Context<'_>) -> Result<i32> {
        let unread = notifications::reading::count(&ctx.app().database, self.account, true).await?;
        Ok(int(unread))
    }
    /// Counts the changes; an edit names the version it was made from.
    async fn version(&self, ctx: &Context<'_>) -> async_graphql::Result<i32> {
        Ok(self.row(ctx).await?.version)
    }
}

/// An account as administrators see it.
pub struct Account(pub(super) account::Model);

/// An account as administrators see it.
#[Object]
impl Account {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.into()
    }
    /// The name of the person.
    async fn name(&self) -> &str {
        &self.0.name
    }
    /// The mail address.
    async fn email(&self) -> &str {
        &self.0.email
    }
    /// What the person may do for the city.
    async fn staff_role(&self) -> Option<StaffRole> {
        self.0.staff_role
    }
    /// The wards an officer is limited to.
    #[graphql(complexity = "10 * child_complexity")]
    async fn units(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<AdminUnit>> {
        units_of(ctx, self.0.id).await
    }
    /// The organisations the person acts for.
    #[graphql(complexity = "10 * child_complexity")]
    async fn memberships(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Membership>> {
        memberships_of(ctx, self.0.id).await
    }
    /// Since when it may not sign in any more.
    async fn disabled_at(&self) -> Option<DateTime<Utc>> {
        self.0.disabled_at
    }
    /// Counts the changes.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

async fn units_of(ctx: &Context<'_>, account: AccountId) -> async_graphql::Result<Vec<AdminUnit>> {
    let units = ctx.load(UnitsOf(account)).await?.unwrap_or_default();
    Ok(units.into_iter().map(AdminUnit).collect())
}

async fn memberships_of(ctx: &Context<'_>, account: AccountId) -> async_graphql::Result<Vec<Membership>> {
    let rows = ctx.load(MembershipsOf(account)).await?.unwrap_or_default();
    let membership = |(organisation, role, since)| Membership { organisation, role, since };
    Ok(rows.into_iter().map(membership).collect())
}

/// That a person acts for an organisation.
pub struct Membership {
    pub(crate) organisation: OrganisationId,
    pub(crate) role: MemberRole,
    pub(crate) since: DateTime<Utc>,
}

/// That a person acts for an organisation.
#[Object]
impl Membership {
    /// The organisation.
    async fn organisation(&self, ctx: &Context<'_>) -> async_graphql::Result<Organisation> {
        let row = ctx.load(self.organisation).await?.ok_or(Error::NotFound("organisation"))?;
        Ok(Organisation(row))
    }
    /// What the person may do in it.
    async fn role(&self) -> MemberRole {
        self.role
    }
    /// Since when.
    async fn since(&self) -> DateTime<Utc> {
        self.since
    }
}

/// A sign-in on one device.
pub struct Session {
    row: session::Model,
    is_current: bool,
}

/// A sign-in on one device.
#[Object]
impl Session {
    /// Its id.
    async fn id(&self) -> ID {
        self.row.id.into()
    }
    /// Browser and system, as far as the browser tells: `Chrome · Android`.
    async fn device(&self) -> String {
        device::in_words(&self.row.device)
    }
    /// When it began.
    async fn signed_in_at(&self) -> DateTime<Utc> {
        self.row.signed_in_at
    }
    /// When it was last used, to the hour.
    async fn last_used_at(&self) -> DateTime<Utc> {
        self.row.last_used_at
    }
    /// Whether it is the one that asks.
    async fn current(&self) -> bool {
        self.is_current
    }
}

/// The answer to those who ask for a mail.
#[derive(SimpleObject)]
pub struct MailSent {
    /// Always true; it says nothing about whether the address is known.
    sent: bool,
}

impl MailSent {
    pub(super) const YES: Self = Self { sent: true };
}

/// A session that has begun.
#[derive(SimpleObject)]
#[graphql(name = "SignedIn")]
pub struct SignedInAnswer {
    /// Who is signed in now.
    pub(super) viewer: ViewerAccount,
    /// For programs only: the token to send as `Authorization: Bearer`.
    pub(super) token: Option<String>,
}
