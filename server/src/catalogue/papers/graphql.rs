//! Papers in the API: what people enter, and what staff decide.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, connection::Connection};
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::{CertificateId, ProductId, StarDecisionId};

use super::{
    certificates,
    deciding::{self, Verdict},
    inputs::{CertificateInput, NewCertificate, StarDecisionInput},
    star_decisions, waiting,
};
use crate::{
    catalogue::types::OwnProduct,
    entities::{certificate, product, star_decision},
    error::{Error, Result},
    graphql::{
        context::{Ask, parse_id, signed_in, staff},
        loaders::DecisionsOf,
        page::{self, Page},
    },
    numbers::int,
    organisations::types::Organisation,
    products::papers::{Certificate, StarDecision},
};

async fn product_of(ctx: &Context<'_>, id: ProductId) -> async_graphql::Result<Arc<product::Model>> {
    Ok(ctx.load(id).await?.ok_or(Error::NotFound("product"))?)
}

/// A decision with the product it is about.
async fn shown(ctx: &Context<'_>, row: star_decision::Model) -> async_graphql::Result<StarDecision> {
    let siblings = ctx.load(DecisionsOf(row.product_id)).await?.unwrap_or_default();
    Ok(StarDecision::among(row, &siblings))
}

/// A certificate that waits for staff.
pub struct WaitingCertificate(certificate::Model);

/// A certificate that waits for staff.
#[Object]
impl WaitingCertificate {
    /// What it says.
    async fn certificate(&self) -> Certificate {
        Certificate(self.0.clone())
    }
    /// The product it is of; null when it is of the whole organisation.
    async fn product(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<OwnProduct>> {
        let Some(id) = self.0.product_id else { return Ok(None) };
        Ok(Some(OwnProduct(product_of(ctx, id).await?)))
    }
    /// Whose it is.
    async fn organisation(&self, ctx: &Context<'_>) -> async_graphql::Result<Organisation> {
        let id = match (self.0.organisation_id, self.0.product_id) {
            (Some(id), _) => id,
            (None, Some(id)) => product_of(ctx, id).await?.producer_id,
            (None, None) => return Err(Error::NotFound("organisation").into()),
        };
        Ok(Organisation(ctx.load(id).await?.ok_or(Error::NotFound("organisation"))?))
    }
}

/// A decision about stars that waits for staff.
pub struct WaitingStarDecision(star_decision::Model);

/// A decision about stars that waits for staff.
#[Object]
impl WaitingStarDecision {
    /// What it says.
    async fn star_decision(&self, ctx: &Context<'_>) -> async_graphql::Result<StarDecision> {
        shown(ctx, self.0.clone()).await
    }
    /// The product it is about.
    async fn product(&self, ctx: &Context<'_>) -> async_graphql::Result<OwnProduct> {
        Ok(OwnProduct(product_of(ctx, self.0.product_id).await?))
    }
    /// Whose it is.
    async fn organisation(&self, ctx: &Context<'_>) -> async_graphql::Result<Organisation> {
        let id = product_of(ctx, self.0.product_id).await?.producer_id;
        Ok(Organisation(ctx.load(id).await?.ok_or(Error::NotFound("organisation"))?))
    }
}

/// What the list of waiting certificates says beside its edges.
pub struct WaitingCertificateTotal;

/// What the list of waiting certificates says beside its edges.
#[Object]
impl WaitingCertificateTotal {
    /// Certificates of the whole list.
    async fn total_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let count = waiting::certificates(ctx.signed_in()?)?.count(ctx.app().database.read()).await?;
        Ok(int(count))
    }
}

/// What the list of waiting decisions says beside its edges.
pub struct WaitingStarDecisionTotal;

/// What the list of waiting decisions says beside its edges.
#[Object]
impl WaitingStarDecisionTotal {
    /// Decisions of the whole list.
    async fn total_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let count = waiting::star_decisions(ctx.signed_in()?)?.count(ctx.app().database.read()).await?;
        Ok(int(count))
    }
}

/// Queries for papers that wait.
#[derive(Default)]
pub struct PaperQueries;

/// Queries for papers that wait.
#[Object]
impl PaperQueries {
    /// Certificates that were entered here and that nobody has decided on, in the order in which they
    /// were first entered. For staff; officers see those
    /// of their units.
    #[graphql(
        guard = "staff()",
        complexity = "20 + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity"
    )]
    async fn waiting_certificates(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, WaitingCertificate, WaitingCertificateTotal>> {
        const LIST: &str = "waitingCertificates";
        let rows = page::rows(first)?;
        let mut query = waiting::certificates(ctx.signed_in()?)?;
        if let Some(after) = page::key::<CertificateId>(LIST, after.as_deref())? {
            query = query.filter(certificate::Column::Id.gt(after));
        }
        let query = query.order_by_asc(certificate::Column::Id).limit(rows as u64 + 1);
        let found = query.all(ctx.app().database.read()).await?;
        let page = Page::cut(LIST, found, rows, |row| row.id);
        Ok(page.map(WaitingCertificate).into_connection(after.as_deref(), WaitingCertificateTotal))
    }

    /// Decisions about stars that were entered here and that nobody has decided on, in the order in which they
    /// were first entered. For staff; officers
    /// see those of their units.
    #[graphql(
        guard = "staff()",
        complexity = "20 + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity"
    )]
    async fn waiting_star_decisions(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, WaitingStarDecision, WaitingStarDecisionTotal>> {
        const LIST: &str = "waitingStarDecisions";
        let rows = page::rows(first)?;
        let mut query = waiting::star_decisions(ctx.signed_in()?)?;
        if let Some(after) = page::key::<StarDecisionId>(LIST, after.as_deref())? {
            query = query.filter(star_decision::Column::Id.gt(after));
        }
        let query = query.order_by_asc(star_decision::Column::Id).limit(rows as u64 + 1);
        let found = query.all(ctx.app().database.read()).await?;
        let page = Page::cut(LIST, found, rows, |row| row.id);
        Ok(page.map(WaitingStarDecision).into_connection(after.as_deref(), WaitingStarDecisionTotal))
    }
}

/// What people and staff do about papers.
#[derive(Default)]
pub struct PaperMutations;

/// What people and staff do about papers.
#[Object]
impl PaperMutations {
    /// Enters a paper of an own product or organisation.
    #[graphql(guard = "signed_in()")]
    async fn add_certificate(&self, ctx: &Context<'_>, input: NewCertificate) -> Result<Certificate> {
        certificates::add(ctx.app(), ctx.signed_in()?, input).await.map(Certificate)
    }

    /// Replaces what a paper says; staff are to confirm it again.
    #[graphql(guard = "signed_in()")]
    async fn update_certificate(
        &self,
        ctx: &Context<'_>,
        id: ID,
        version: i32,
        input: CertificateInput,
    ) -> Result<Certificate> {
        let id: CertificateId = parse_id(&id, "certificate")?;
        certificates::update(ctx.app(), ctx.signed_in()?, id, version, input).await.map(Certificate)
    }

    /// Takes a paper away; gives the product it was of, or null when it was of an organisation.
    #[graphql(guard = "signed_in()")]
    async fn remove_certificate(
        &self,
        ctx: &Context<'_>,
        id: ID,
    ) -> async_graphql::Result<Option<OwnProduct>> {
        let id: CertificateId = parse_id(&id, "certificate")?;
        match certificates::remove(ctx.app(), ctx.signed_in()?, id).await? {
            Some(product) => Ok(Some(OwnProduct(product_of(ctx, product).await?))),
            None => Ok(None),
        }
    }

    /// Says that a paper is what it says, for the staff who look after its owner; from then on the search counts it.
    /// `version` is the one that was read; `CONFLICT` when its owner has changed it since.
    #[graphql(guard = "staff()")]
    async fn confirm_certificate(&self, ctx: &Context<'_>, id: ID, version: i32) -> Result<Certificate> {
        let id: CertificateId = parse_id(&id, "certificate")?;
        let confirmed = Verdict::Confirmed;
        deciding::on_certificate(ctx.app(), ctx.signed_in()?, id, version, confirmed).await.map(Certificate)
    }

    /// Says that a paper is not what it says, and why; its owner gets a mail and may correct it. One that was confirmed by
    /// mistake is refused like this, too. `version` as with `confirmCertificate`.
    #[graphql(guard = "staff()")]
    async fn refuse_certificate(
        &self,
        ctx: &Context<'_>,
        id: ID,
        version: i32,
        reason: String,
    ) -> Result<Certificate> {
        let id: CertificateId = parse_id(&id, "certificate")?;
        let verdict = Verdict::refused(&reason)?;
        deciding::on_certificate(ctx.app(), ctx.signed_in()?, id, version, verdict).await.map(Certificate)
    }

    /// Enters a decision that gave an own product its stars; they are shown once staff have confirmed it.
    #[graphql(guard = "signed_in()")]
    async fn add_star_decision(
        &self,
        ctx: &Context<'_>,
        product: ID,
        input: StarDecisionInput,
    ) -> async_graphql::Result<OwnProduct> {
        let id: ProductId = parse_id(&product, "product")?;
        let id = star_decisions::add(ctx.app(), ctx.signed_in()?, id, input).await?;
        Ok(OwnProduct(product_of(ctx, id).await?))
    }

    /// Takes back a decision that was entered here and is not confirmed.
    #[graphql(guard = "signed_in()")]
    async fn remove_star_decision(&self, ctx: &Context<'_>, id: ID) -> async_graphql::Result<OwnProduct> {
        let id: StarDecisionId = parse_id(&id, "star decision")?;
        let id = star_decisions::remove(ctx.app(), ctx.signed_in()?, id).await?;
        Ok(OwnProduct(product_of(ctx, id).await?))
    }

    /// Says that a decision is what it says, for the staff who look after the producer; from then on its stars are
    /// shown. `version` is the one that was read.
    #[graphql(guard = "staff()")]
    async fn confirm_star_decision(
        &self,
        ctx: &Context<'_>,
        id: ID,
        version: i32,
    ) -> async_graphql::Result<StarDecision> {
        let id: StarDecisionId = parse_id(&id, "star decision")?;
        let confirmed = Verdict::Confirmed;
        let row = deciding::on_star_decision(ctx.app(), ctx.signed_in()?, id, version, confirmed).await?;
        shown(ctx, row).await
    }

    /// Says that a decision is not what it says, and why; its owner gets a mail. One that was confirmed by mistake is
    /// refused like this, too. `version` is the one that was read.
    #[graphql(guard = "staff()")]
    async fn refuse_star_decision(
        &self,
        ctx: &Context<'_>,
        id: ID,
        version: i32,
        reason: String,
    ) -> async_graphql::Result<StarDecision> {
        let id: StarDecisionId = parse_id(&id, "star decision")?;
        let verdict = Verdict::refused(&reason)?;
        let row = deciding::on_star_decision(ctx.app(), ctx.signed_in()?, id, version, verdict).await?;
        shown(ctx, row).await
    }
}
