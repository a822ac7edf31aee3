//! What the API shows of a request to staff to verify an organisation.

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use shared::{VerificationKind, VerificationStatus};

use super::types::{Contact, Organisation};
use crate::{entities::verification, error::Error, graphql::context::Ask};

/// A request to staff to verify an organisation.
pub struct Verification(pub(crate) verification::Model);

/// A request to staff to verify an organisation.
#[Object]
impl Verification {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.into()
    }
    /// Entered here, or claimed from the public data.
    async fn kind(&self) -> VerificationKind {
        self.0.kind
    }
    /// How far it has come.
    async fn status(&self) -> VerificationStatus {
        self.0.status
    }
    /// The organisation; null for those who claimed it and do not act for it yet.
    async fn organisation(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Organisation>> {
        let row = ctx.load(self.0.organisation_id).await?.ok_or(Error::NotFound("organisation"))?;
        let somebody = ctx.signed_in()?;
        let may_see = somebody.role_in(row.id).is_some() || somebody.is_staff_for(&row);
        Ok(may_see.then_some(Organisation(row)))
    }
    /// Its id.
    async fn organisation_id(&self) -> ID {
        self.0.organisation_id.into()
    }
    /// Its name.
    async fn organisation_name(&self, ctx: &Context<'_>) -> async_graphql::Result<String> {
        let row = ctx.load(self.0.organisation_id).await?.ok_or(Error::NotFound("organisation"))?;
        Ok(row.name.clone())
    }
    /// How to reach the person who asked; for staff.
    async fn asked_by_contact(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Contact>> {
        if ctx.signed_in()?.staff.is_none() {
            return Ok(None);
        }
        let account = ctx.load(self.0.asked_by).await?;
        Ok(account.as_deref().map(Contact::of_person))
    }
    /// The name of the person who asked.
    async fn asked_by(&self, ctx: &Context<'_>) -> async_graphql::Result<String> {
        Ok(ctx.load(self.0.asked_by).await?.map(|account| account.name.clone()).unwrap_or_default())
    }
    /// When.
    async fn asked_at(&self) -> DateTime<Utc> {
        self.0.asked_at
    }
    /// What the one who asks says.
    async fn message(&self) -> Option<&str> {
        self.0.message.as_deref()
    }
    /// When it was decided or taken back.
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.0.decided_at
    }
    /// Why it was decided so.
    async fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }
}
