//! What the API shows of a product's sheet.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Object};
use chrono::{DateTime, Utc};

use shared::months;

use super::{
    loaders::{AnswersOf, FactsOf, TermsOf},
    papers::Entered,
    parts::{self, Photo, ProductFact, ProductTerms, Variant},
    publishing, readiness,
    readiness_types::{Readiness, ReadinessItem},
};
use crate::{
    calendar,
    entities::{organisation, product},
    error::{Error, Result},
    graphql::{
        context::Ask,
        loaders::{CertificatesOf, DecisionsOf, MakersCertificatesOf},
    },
    organisations::{loaders::DetailsOf, types::Organisation},
    products::{groups::ProductGroup, papers::Certificate, papers::StarDecision, stars::rating},
    requirements::Requirement,
};

/// A product as its producer and staff see it, published or not.
pub struct OwnProduct(pub(in crate::catalogue) Arc<product::Model>);

impl OwnProduct {
    pub(crate) fn new(row: product::Model) -> Self {
        Self(Arc::new(row))
    }

    async fn producer_row(&self, ctx: &Context<'_>) -> async_graphql::Result<Arc<organisation::Model>> {
        Ok(ctx.load(self.0.producer_id).await?.ok_or(Error::NotFound("organisation"))?)
    }
}

/// A product as its producer and staff see it, published or not.
#[Object]
impl OwnProduct {
    /// Its id; in public it has the same.
    async fn id(&self) -> ID {
        self.0.id.into()
    }
    /// Who makes it.
    async fn producer(&self, ctx: &Context<'_>) -> async_graphql::Result<Organisation> {
        Ok(Organisation(self.producer_row(ctx).await?))
    }
    /// Its name.
    async fn name(&self) -> &str {
        &self.0.name
    }
    /// Its place in the official classification.
    async fn group(&self, ctx: &Context<'_>) -> Result<ProductGroup> {
        let labels = ctx.app().labels();
        labels.group(&self.0.group_code).map(ProductGroup::from).ok_or(Error::NotFound("product group"))
    }
    /// What it is, in its maker's words.
    async fn description(&self) -> Option<&str> {
        self.0.description.as_deref()
    }
    /// Solar months (1-12) in which it can be had; null when unknown.
    async fn months(&self) -> Option<Vec<i32>> {
        self.0.months.map(months::of_bits)
    }
    /// Since when everybody sees it; null while nobody does.
    async fn published_at(&self) -> Option<DateTime<Utc>> {
        self.0.published_at
    }
    /// What keeps it from being published; empty when nothing does.
    async fn hindrances(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Hindrance>> {
        Ok(publishing::hindrances(&self.0, &*self.producer_row(ctx).await?))
    }
    /// Its photos in their order.
    #[graphql(complexity = "8 * child_complexity")]
    async fn photos(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Photo>> {
        parts::photos(ctx, self.0.id).await
    }
    /// Its packs in their order.
    #[graphql(complexity = "5 * child_complexity")]
    async fn variants(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Variant>> {
        parts::own_variants(ctx, self.0.id).await
    }
    /// On what terms it can be had.
    async fn terms(&self, ctx: &Context<'_>) -> async_graphql::Result<ProductTerms> {
        parts::own_terms(ctx, self.0.id).await
    }
    /// What is known, with the time at which it was last confirmed.
    #[graphql(complexity = "14 * child_complexity")]
    async fn facts(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<ProductFact>> {
        let rows = ctx.load(FactsOf(self.0.id)).await?.unwrap_or_default();
        Ok(rows.into_iter().map(ProductFact::from).collect())
    }
    /// What buyers ask against what is known; of one of `readinessChannels`, or of all.
    #[graphql(complexity = "100 + 40 * child_complexity")]
    async fn readiness(
        &self,
        ctx: &Context<'_>,
        channel: Option<String>,
    ) -> async_graphql::Result<Readiness> {
        let labels = ctx.app().labels();
        let producer = self.producer_row(ctx).await?;
        let details = ctx.load(DetailsOf(producer.id)).await?;
        let terms = ctx.load(TermsOf(self.0.id)).await?;
        let variants = parts::variants(ctx, self.0.id).await?;
        let own = ctx.load(CertificatesOf(self.0.id)).await?;
        let makers = ctx.load(MakersCertificatesOf(producer.id)).await?;
        let papers = own.into_iter().chain(makers).flatten();
        let papers: Vec<_> = papers.filter(|paper| !paper.is_refused()).collect();
        let answers = ctx.load(AnswersOf(self.0.id)).await?.unwrap_or_default();
        let answers = answers.into_iter().map(|row| (row.requirement_code.clone(), row)).collect();
        let decisions = ctx.load(DecisionsOf(self.0.id)).await?.unwrap_or_default();
        let today = calendar::today();
        let known = readiness::Known {
            product: &self.0,
            producer: &producer,
            details: details.as_deref(),
            terms: terms.as_ref(),
            variants: &variants,
            papers: &papers,
            answers: &answers,
            labels: &labels,
            stars: rating(&decisions, today).stars.map(i32::from),
            today,
        };
        let asked = labels.requirements().iter();
        let asked = asked.filter(|row| readiness::is_asked(row, channel.as_deref()));
        let items: Vec<ReadinessItem> = asked
            .map(|row| {
                let readiness::Verdict { state, rests, mend } = known.verdict(row);
                let requirement = Requirement::new(row, &labels);
                ReadinessItem { requirement, state, rests, mend }
            })
            .collect();
        Ok(Readiness::new(items))
    }
    /// Its ratings, the latest first.
    #[graphql(complexity = "5 * child_complexity")]
    async fn star_decisions(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<StarDecision>> {
        Ok(StarDecision::latest_first(ctx.load(DecisionsOf(self.0.id)).await?.unwrap_or_default()))
    }
    /// Its own papers, then those of its producer as a whole.
    #[graphql(complexity = "10 * child_complexity")]
    async fn certificates(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Certificate>> {
        let own = ctx.load(CertificatesOf(self.0.id)).await?;
        let makers = ctx.load(MakersCertificatesOf(self.0.producer_id)).await?;
        Ok(own.into_iter().chain(makers).flatten().map(Certificate).collect())
    }
    /// Counts the changes; an edit names the version it was made from.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// What keeps a product from being published.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// Staff have not verified its producer.
    NotVerified,
    /// Nothing says what it is.
    NoDescription,
}
