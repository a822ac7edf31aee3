//! What the API shows of organisations to their own people and to staff.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject, connection::Connection};
use chrono::{DateTime, Utc};
use shared::{ConsentPurpose, LegalForm, MemberRole, OrganisationId, WardBasis, limits};

use super::{
    loaders::{AlikeTo, DetailsOf, InvitationsOf, LatestVerificationOf, MembersOf, PublicContactConsentOf},
    masked_tax_code,
    request_type::Verification,
};
use crate::{
    admin_units::graphql::{AdminUnit, Location, unit},
    catalogue::{self, listing::OwnProductTotal, types::OwnProduct},
    changes::{Line, Write},
    entities::{account, consent, invitation, organisation, organisation_details},
    error::{Error, Result},
    graphql::{context::Ask, loaders::MakersCertificatesOf},
    products::papers::Certificate,
    sale_points::graphql::SalePoint,
};

/// An organisation as its own people and staff see it.
pub struct Organisation(pub(crate) Arc<organisation::Model>);

impl Organisation {
    pub(super) fn new(row: organisation::Model) -> Self {
        Self(Arc::new(row))
    }

    async fn details(
        &self,
        ctx: &Context<'_>,
    ) -> async_graphql::Result<Option<Arc<organisation_details::Model>>> {
        Ok(ctx.load(DetailsOf(self.0.id)).await?)
    }
}

/// An organisation as its own people and staff see it.
#[Object]
impl Organisation {
    /// Its id; as a producer it has the same.
    async fn id(&self) -> ID {
        self.0.id.into()
    }
    /// Its whole name.
    async fn name(&self) -> &str {
        &self.0.name
    }
    /// What it is in law.
    async fn legal_form(&self) -> Option<LegalForm> {
        self.0.legal_form
    }
    /// Whether it makes OCOP goods.
    async fn is_producer(&self) -> bool {
        self.0.is_producer
    }
    /// Whether it sells or buys goods.
    async fn is_retailer(&self) -> bool {
        self.0.is_retailer
    }
    /// The tax code. One of 12 digits is personal: whole for its owners and administrators, `001******345` for others.
    async fn tax_code(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<String>> {
        let details = self.details(ctx).await?;
        let Some(code) = details.and_then(|details| details.tax_code.clone()) else { return Ok(None) };
        let somebody = ctx.signed_in()?;
        let is_owner = somebody.require_owner(self.0.id).is_ok();
        let masked = masked_tax_code(&code);
        if masked == code || is_owner {
            return Ok(Some(code));
        }
        if !somebody.is_administrator() {
            return Ok(Some(masked));
        }
        // Who reads the personal number of somebody else is on record.
        let mut write = Write::begin(&ctx.app().database, somebody.actor()).await?;
        write.record(Line::of("organisation", self.0.id, "personal_number_read"));
        write.commit().await?;
        Ok(Some(code))
    }
    /// House, street, village.
    async fn address(&self) -> Option<&str> {
        self.0.address.as_deref()
    }
    /// Ward or commune of today.
    async fn ward(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<AdminUnit>> {
        unit(ctx, &self.0.ward_id).await
    }
    /// How the ward is known.
    async fn ward_basis(&self) -> Option<WardBasis> {
        self.0.ward_basis
    }
    /// Province of today.
    async fn province(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<AdminUnit>> {
        unit(ctx, &self.0.province_id).await
    }
    /// District until 30 June 2025.
    async fn former_district(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<AdminUnit>> {
        unit(ctx, &self.0.district_id).await
    }
    /// Its door, or the point of its ward.
    async fn location(&self) -> Option<Location> {
        let row = &self.0;
        Location::of(row.lat, row.lon, row.coord_precision, row.coord_source.clone())
    }
    /// For staff and partners.
    async fn contact(&self, ctx: &Context<'_>) -> async_graphql::Result<Contact> {
        Ok(self.details(ctx).await?.map(|details| Contact::for_staff(&details)).unwrap_or_default())
    }
    /// For everybody, and shown to everybody while `publicContactConsent` is not null.
    async fn public_contact(&self, ctx: &Context<'_>) -> async_graphql::Result<Contact> {
        Ok(self.details(ctx).await?.map(|details| Contact::public(&details)).unwrap_or_default())
    }
    /// That the public contact may be shown.
    async fn public_contact_consent(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Consent>> {
        Ok(ctx.load(PublicContactConsentOf(self.0.id)).await?.map(Consent::from))
    }
    /// When staff verified it; null when they did not, or when it has changed since.
    async fn verified_at(&self) -> Option<DateTime<Utc>> {
        self.0.verified_at
    }
    /// The latest request to staff.
    async fn verification(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Verification>> {
        Ok(ctx.load(LatestVerificationOf(self.0.id)).await?.map(Verification))
    }
    /// Who acts for it.
    #[graphql(complexity = "10 * child_complexity")]
    async fn members(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Member>> {
        let members = ctx.load(MembersOf(self.0.id)).await?.unwrap_or_default();
        let member = |(row, account): (crate::entities::membership::Model, Arc<account::Model>)| Member {
            account_id: account.id.into(),
            name: account.name.clone(),
            email: account.email.clone(),
            role: row.role,
            since: row.since,
        };
        Ok(members.into_iter().map(member).collect())
    }
    /// Invitations that wait for an answer.
    #[graphql(complexity = "10 * child_complexity")]
    async fn invitations(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Invitation>> {
        let invitations = ctx.load(InvitationsOf(self.0.id)).await?.unwrap_or_default();
        Ok(invitations.into_iter().map(Invitation::from).collect())
    }
    /// Others that may be the same: the same tax code, or a name nearly the same in the same province. For staff.
    #[graphql(complexity = "20 + 10 * child_complexity")]
    async fn alike(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Organisation>> {
        if ctx.signed_in()?.staff.is_none() {
            return Err(Error::Forbidden.into());
        }
        let others = ctx.load(AlikeTo(self.0.id)).await?.unwrap_or_default();
        Ok(others.into_iter().map(Organisation::new).collect())
    }
    /// What it makes, published or not, by name.
    #[graphql(complexity = "20 + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity")]
    async fn products(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, OwnProduct, OwnProductTotal>> {
        catalogue::listing::of(ctx, self.0.id, first, after).await
    }
    /// Papers of the organisation as a whole.
    #[graphql(complexity = "10 * child_complexity")]
    async fn certificates(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Certificate>> {
        let papers = ctx.load(MakersCertificatesOf(self.0.id)).await?.unwrap_or_default();
        Ok(papers.into_iter().map(Certificate).collect())
    }
    /// The sale points it runs that everybody sees, by name; at most 100.
    #[graphql(complexity = "20 * child_complexity")]
    async fn sale_points(&self, ctx: &Context<'_>) -> Vec<SalePoint> {
        let register = ctx.app().register();
        let own = register.all().iter().filter(|point| point.row.operator_id == Some(self.0.id));
        own.take(limits::PAGE_ROWS).cloned().map(SalePoint::from).collect()
    }
    /// Counts the changes; an edit names the version it was made from.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// How to reach an organisation.
#[derive(SimpleObject, Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// The person to ask for.
    pub name: Option<String>,
    /// Telephone in E.164: `+84912345678`; 1800 and 1900 numbers as they are dialled.
    pub phone: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// Web address.
    pub website: Option<String>,
}

impl Contact {
    /// How to reach a person with an account.
    pub(crate) fn of_person(account: &account::Model) -> Self {
        Self {
            name: Some(account.name.clone()),
            phone: account.phone.clone(),
            email: Some(account.email.clone()),
            website: None,
        }
    }

    fn for_staff(details: &organisation_details::Model) -> Self {
        Self {
            name: details.contact_name.clone(),
            phone: details.contact_phone.clone(),
            email: details.contact_email.clone(),
            website: details.contact_website.clone(),
        }
    }

    pub(crate) fn public(details: &organisation_details::Model) -> Self {
        Self {
            name: details.public_name.clone(),
            phone: details.public_phone.clone(),
            email: details.public_email.clone(),
            website: details.public_website.clone(),
        }
    }
}

/// That somebody agreed to something.
#[derive(SimpleObject)]
pub struct Consent {
    /// To what.
    purpose: ConsentPurpose,
    /// In which words: the version of the text.
    text_version: String,
    /// When.
    given_at: DateTime<Utc>,
}

impl From<consent::Model> for Consent {
    fn from(row: consent::Model) -> Self {
        Self { purpose: row.purpose, text_version: row.text_version, given_at: row.given_at }
    }
}

/// Somebody who acts for an organisation.
#[derive(SimpleObject)]
pub struct Member {
    /// The account.
    account_id: ID,
    /// The name of the person.
    name: String,
    /// The mail address of the account.
    email: String,
    /// What the person may do.
    role: MemberRole,
    /// Since when.
    since: DateTime<Utc>,
}

/// A mail that asks somebody to join.
#[derive(SimpleObject)]
pub struct Invitation {
    /// Its id.
    id: ID,
    /// Where it was sent.
    email: String,
    /// What the person may do then.
    role: MemberRole,
    /// When it was sent.
    invited_at: DateTime<Utc>,
    /// Until when it holds.
    expires_at: DateTime<Utc>,
}

impl From<invitation::Model> for Invitation {
    fn from(row: invitation::Model) -> Self {
        let invitation::Model { id, email, role, invited_at, expires_at, .. } = row;
        Self { id: id.into(), email, role, invited_at, expires_at }
    }
}

/// What somebody with the link of an invitation sees of it.
#[derive(SimpleObject)]
pub struct InvitationOffer {
    /// The organisation to join.
    pub(super) organisation_name: String,
    /// What the person may do then.
    pub(super) role: MemberRole,
    /// Where it was sent.
    pub(super) email: String,
    /// Until when it holds.
    pub(super) expires_at: DateTime<Utc>,
}

/// A ward around a point.
pub struct NearWard {
    pub(super) unit: AdminUnit,
    pub(super) distance_m: f64,
}

/// A ward around a point.
#[Object]
impl NearWard {
    /// The ward.
    async fn unit(&self) -> AdminUnit {
        self.unit.clone()
    }
    /// Metres from the point to the ward's published point.
    async fn distance_m(&self) -> i32 {
        self.distance_m.round() as i32
    }
}

/// Whether somebody who is signed in may see the own side of an organisation.
pub(super) async fn visible(ctx: &Context<'_>, id: OrganisationId) -> async_graphql::Result<Organisation> {
    let row = ctx.load(id).await?.ok_or(Error::NotFound("organisation"))?;
    let somebody = ctx.signed_in()?;
    let may_see = somebody.role_in(id).is_some() || somebody.is_staff_for(&row);
    if may_see { Ok(Organisation(row)) } else { Err(Error::NotFound("organisation").into()) }
}
