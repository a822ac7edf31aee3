//! Organisations' own side in the API: what they enter, who acts for them, and the queue of staff.

use async_graphql::{Context, ID, Object, connection::Connection};
use shared::{
    AccountId, ConsentPurpose, InvitationId, MemberRole, OrganisationId, VerificationId, VerificationStatus,
};

use super::{
    editing,
    inputs::{NewOrganisation, OrganisationChanges},
    members,
    naming::{self, NamedOrganisation},
    registering,
    request_type::Verification,
    types::{InvitationOffer, NearWard, Organisation, visible},
    verifying, wards,
};
use crate::{
    accounts::types::Membership,
    error::{Error, Result},
    graphql::{
        context::{Ask, parse_id, signed_in, staff},
        page::{self, Page},
    },
    numbers::int,
    sale_points::nearby::Coordinates,
};

/// Queries for organisations.
#[derive(Default)]
pub struct OrganisationQueries;

/// Queries for organisations.
#[Object]
impl OrganisationQueries {
    /// An organisation, for its own people and for the staff who look after it.
    #[graphql(guard = "signed_in()")]
    async fn organisation(&self, ctx: &Context<'_>, id: ID) -> async_graphql::Result<Option<Organisation>> {
        visible(ctx, parse_id(&id, "organisation")?).await.map(Some)
    }

    /// Verified organisations whose names hold all words of a text, accents or not, by name; 10 unless said, at most 50.
    /// For staff, who say with them who runs a sale point.
    #[graphql(
        guard = "staff()",
        complexity = "100 + first.unwrap_or(10).clamp(0, 50) as usize * child_complexity"
    )]
    async fn organisations(
        &self,
        ctx: &Context<'_>,
        search: String,
        first: Option<i32>,
    ) -> Result<Vec<NamedOrganisation>> {
        let first = usize::try_from(first.unwrap_or(10)).ok().filter(|first| (1..=50).contains(first));
        let first = first.ok_or_else(|| Error::bad_input("first", "must be 1 to 50"))?;
        let found = naming::find(&ctx.app().database, &search, first).await?;
        let labels = ctx.app().labels();
        Ok(found.into_iter().map(|row| NamedOrganisation::new(row, &labels)).collect())
    }

    /// What staff are asked to verify, oldest first; `WAITING` unless said. Officers see their own units.
    #[graphql(
        guard = "staff()",
        complexity = "20 + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity"
    )]
    async fn verifications(
        &self,
        ctx: &Context<'_>,
        status: Option<VerificationStatus>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, Verification, VerificationTotal>> {
        const LIST: &str = "verifications";
        let rows = page::rows(first)?;
        let status = status.unwrap_or(VerificationStatus::Waiting);
        let staff = ctx.signed_in()?.staff.as_ref().ok_or(Error::Forbidden)?;
        let after_id: Option<VerificationId> = page::key(LIST, after.as_deref())?;
        let found = verifying::list(&ctx.app().database, staff, status, after_id, rows + 1).await?;
        let page = Page::cut(LIST, found, rows, |row| row.id);
        Ok(page.map(Verification).into_connection(after.as_deref(), VerificationTotal { status }))
    }

    /// What an invitation offers, for whoever has its link; null when it is used, taken back or too old.
    async fn invitation(
        &self,
        ctx: &Context<'_>,
        token: String,
    ) -> async_graphql::Result<Option<InvitationOffer>> {
        let found = members::find_invitation(ctx.app().database.read(), &token).await?;
        let Some(invitation) = found else { return Ok(None) };
        let row = ctx.load(invitation.organisation_id).await?.ok_or(Error::NotFound("organisation"))?;
        Ok(Some(InvitationOffer {
            organisation_name: row.name.clone(),
            role: invitation.role,
            email: invitation.email,
            expires_at: invitation.expires_at,
        }))
    }

    /// The wards of today around a point, 5 unless said and at most 20: the one it lies in, where an official layer of
    /// wards is configured, then the nearest by their published points. A person has to confirm which it is.
    #[graphql(complexity = "50 + first.unwrap_or(5).clamp(0, 20) as usize * child_complexity")]
    async fn nearest_wards(
        &self,
        ctx: &Context<'_>,
        lat: f64,
        lon: f64,
        first: Option<i32>,
    ) -> Result<Vec<NearWard>> {
        let point = Coordinates::new(lat, lon).ok_or_else(|| Error::bad_input("lat", "no such point"))?;
        let first = usize::try_from(first.unwrap_or(5)).ok().filter(|first| (1..=20).contains(first));
        let first = first.ok_or_else(|| Error::bad_input("first", "must be 1 to 20"))?;
        let found = wards::near(ctx.app(), point, first).await?;
        Ok(found.into_iter().map(NearWard).collect())
    }
}

/// What the queue says beside its edges.
pub struct VerificationTotal {
    status: VerificationStatus,
}

/// What the queue says beside its edges.
#[Object]
impl VerificationTotal {
    /// Requests of the whole list.
    async fn total_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let staff = ctx.signed_in()?.staff.as_ref().ok_or(Error::Forbidden)?;
        let count = verifying::count(&ctx.app().database, staff, self.status).await?;
        Ok(int(count))
    }
}

/// What is done about organisations.
#[derive(Default)]
pub struct OrganisationMutations;

/// What is done about organisations.
#[Object]
impl OrganisationMutations {
    /// Enters a new organisation; whoever does is its owner, and staff are asked to verify it.
    #[graphql(guard = "signed_in()")]
    async fn register_organisation(&self, ctx: &Context<'_>, input: NewOrganisation) -> Result<Organisation> {
        registering::register(ctx.app(), ctx.signed_in()?, input).await.map(Organisation::new)
    }

    /// Changes an organisation, for its members. `version` is the one that was read; `CONFLICT` when somebody else was
    /// quicker, and nothing is changed.
    #[graphql(guard = "signed_in()")]
    async fn update_organisation(
        &self,
        ctx: &Context<'_>,
        id: ID,
        version: i32,
        changes: OrganisationChanges,
    ) -> Result<Organisation> {
        let id: OrganisationId = parse_id(&id, "organisation")?;
        editing::update(ctx.app(), ctx.signed_in()?, id, version, changes).await.map(Organisation::new)
    }

    /// Asks staff again to verify an organisation, for its members.
    #[graphql(guard = "signed_in()")]
    async fn request_verification(
        &self,
        ctx: &Context<'_>,
        id: ID,
        message: Option<String>,
    ) -> Result<Organisation> {
        let id: OrganisationId = parse_id(&id, "organisation")?;
        verifying::ask_again(ctx.app(), ctx.signed_in()?, id, message.as_deref()).await.map(Organisation::new)
    }

    /// Says that an organisation of the public data is the own one; `message` says how staff can check that.
    #[graphql(guard = "signed_in()")]
    async fn claim_organisation(&self, ctx: &Context<'_>, id: ID, message: String) -> Result<Verification> {
        let id: OrganisationId = parse_id(&id, "organisation")?;
        verifying::claim(ctx.app(), ctx.signed_in()?, id, &message).await.map(Verification)
    }

    /// Takes back an own request that waits.
    #[graphql(guard = "signed_in()")]
    async fn withdraw_verification(&self, ctx: &Context<'_>, id: ID) -> Result<Verification> {
        let id: VerificationId = parse_id(&id, "verification")?;
        verifying::withdraw(ctx.app(), ctx.signed_in()?, id).await.map(Verification)
    }

    /// Decides a request that waits; a refusal says why. For the staff who look after the organisation, and not by
    /// people of it.
    #[graphql(guard = "staff()")]
    async fn verify_organisation(
        &self,
        ctx: &Context<'_>,
        verification: ID,
        approve: bool,
        reason: Option<String>,
    ) -> Result<Verification> {
        let id: VerificationId = parse_id(&verification, "verification")?;
        let decided = verifying::decide(ctx.app(), ctx.signed_in()?, id, approve, reason.as_deref()).await?;
        Ok(Verification(decided))
    }

    /// Invites somebody by mail to act for an organisation, for its owners.
    #[graphql(guard = "signed_in()")]
    async fn invite_member(
        &self,
        ctx: &Context<'_>,
        organisation: ID,
        email: String,
        role: MemberRole,
    ) -> Result<Organisation> {
        let id: OrganisationId = parse_id(&organisation, "organisation")?;
        let invited = members::invite(ctx.app(), ctx.caller(), ctx.signed_in()?, id, &email, role).await?;
        Ok(Organisation::new(invited))
    }

    /// Takes an invitation back, for owners.
    #[graphql(guard = "signed_in()")]
    async fn revoke_invitation(&self, ctx: &Context<'_>, id: ID) -> Result<Organisation> {
        let id: InvitationId = parse_id(&id, "invitation")?;
        members::revoke(ctx.app(), ctx.signed_in()?, id).await.map(Organisation::new)
    }

    /// Joins an organisation with the token of an invitation's link.
    #[graphql(guard = "signed_in()")]
    async fn accept_invitation(&self, ctx: &Context<'_>, token: String) -> Result<Membership> {
        let (organisation, role) = members::accept(ctx.app(), ctx.signed_in()?, &token).await?;
        Ok(Membership { organisation, role, since: chrono::Utc::now() })
    }

    /// Gives a member another role, or with null takes them out; for owners, and for members who leave. There is always
    /// an owner.
    #[graphql(guard = "signed_in()")]
    async fn change_member(
        &self,
        ctx: &Context<'_>,
        organisation: ID,
        account: ID,
        role: Option<MemberRole>,
    ) -> Result<Organisation> {
        let id: OrganisationId = parse_id(&organisation, "organisation")?;
        let account: AccountId = parse_id(&account, "member")?;
        members::change(ctx.app(), ctx.signed_in()?, id, account, role).await.map(Organisation::new)
    }

    /// Agrees for an organisation to the text of that version; for owners.
    #[graphql(guard = "signed_in()")]
    async fn give_consent(
        &self,
        ctx: &Context<'_>,
        organisation: ID,
        purpose: ConsentPurpose,
        text_version: String,
    ) -> Result<Organisation> {
        let id: OrganisationId = parse_id(&organisation, "organisation")?;
        let agreed =
            editing::set_consent(ctx.app(), ctx.signed_in()?, id, purpose, Some(&text_version)).await?;
        Ok(Organisation::new(agreed))
    }

    /// Takes a consent back; for owners.
    #[graphql(guard = "signed_in()")]
    async fn withdraw_consent(
        &self,
        ctx: &Context<'_>,
        organisation: ID,
        purpose: ConsentPurpose,
    ) -> Result<Organisation> {
        let id: OrganisationId = parse_id(&organisation, "organisation")?;
        let withdrawn = editing::set_consent(ctx.app(), ctx.signed_in()?, id, purpose, None).await?;
        Ok(Organisation::new(withdrawn))
    }
}
