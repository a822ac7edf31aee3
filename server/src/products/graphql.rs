//! Products in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, InputType, Object, Value};
use chrono::{DateTime, Utc};
use futures::future;
use shared::{Era, ProductId, StarState, limits::SEARCH_COST, months};

use super::{
    groups::ProductGroup,
    inputs::{ProductFilter, ProductOrder},
    listing::{self, ProductConnection},
    papers::{Certificate, StarDecision},
    stars::rating,
};
use crate::{
    admin_units::graphql::{AdminUnit, unit},
    calendar,
    catalogue::parts::{self, Photo, ProductTerms, Variant},
    entities::{product, star_decision},
    error::{Error, Result},
    graphql::{
        context::{Ask, parse_id},
        loaders::{CardOf, CertificatesOf, DecisionsOf, MakersCertificatesOf},
        plain_list::{PlainField, PlainRecord},
    },
    producers::graphql::Producer,
    sale_points::graphql::Stock,
    search::{self, ProductCard},
    sources::{self, Source},
};

/// A product. What a result row shows is at hand; the rest is read when it is asked for.
#[derive(Clone, Debug)]
pub struct Product(Arc<ProductCard>);

impl From<Arc<ProductCard>> for Product {
    fn from(card: Arc<ProductCard>) -> Self {
        Self(card)
    }
}

impl Product {
    /// A published product of an id, straight from the database.
    pub(crate) async fn require(ctx: &Context<'_>, id: ProductId) -> async_graphql::Result<Self> {
        Ok(Self(ctx.load(CardOf(id)).await?.ok_or(Error::NotFound("product"))?))
    }

    pub(crate) fn card(&self) -> &ProductCard {
        &self.0
    }

    fn maker(&self) -> Producer {
        Producer::named(self.0.producer_id, Some(&self.0.producer_name))
    }

    async fn row(&self, ctx: &Context<'_>) -> async_graphql::Result<Arc<product::Model>> {
        Ok(ctx.load(self.0.id).await?.ok_or(Error::NotFound("product"))?)
    }

    async fn decisions(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<star_decision::Model>> {
        Ok(ctx.load(DecisionsOf(self.0.id)).await?.unwrap_or_default())
    }
}

/// A product. What a result row shows is at hand; the rest is read when it is asked for.
#[Object]
impl Product {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.into()
    }
    /// Its name as the source writes it.
    async fn name(&self) -> &str {
        &self.0.name
    }
    /// What it is, in its maker's words; null when nothing is known.
    async fn description(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<String>> {
        Ok(self.row(ctx).await?.description.clone())
    }
    /// The finest known node of the official classification.
    async fn group(&self, ctx: &Context<'_>) -> Result<ProductGroup> {
        let labels = ctx.app().labels();
        labels.group(&self.0.group_code).map(ProductGroup::from).ok_or(Error::NotFound("product group"))
    }
    /// The star that certainly holds today, 3 to 5, or null.
    async fn stars(&self) -> Option<i32> {
        self.0.stars.map(i32::from)
    }
    /// State of the latest rating; null when no rating is known.
    async fn star_state(&self) -> Option<StarState> {
        self.0.star_state
    }
    /// Whether the province found it worth five stars and the ministry has not answered; not a star.
    async fn potential_five_star(&self, ctx: &Context<'_>) -> async_graphql::Result<bool> {
        Ok(rating(&self.decisions(ctx).await?, calendar::today()).potential_five_star)
    }
    /// All known ratings, the latest first.
    #[graphql(complexity = "5 * child_complexity")]
    async fn star_decisions(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<StarDecision>> {
        Ok(StarDecision::counted(self.decisions(ctx).await?))
    }
    /// Name of the province of today.
    async fn province(&self) -> Option<&str> {
        self.0.province.as_ref().map(|unit| unit.name.as_str())
    }
    /// Name of the province until 30 June 2025.
    async fn former_province(&self) -> Option<&str> {
        self.0.former_province.as_ref().map(|unit| unit.name.as_str())
    }
    /// The province of today.
    async fn province_unit(&self, ctx: &Context<'_>) -> Option<AdminUnit> {
        province_unit(ctx, Era::Current, self.0.province.as_ref())
    }
    /// The province until 30 June 2025.
    async fn former_province_unit(&self, ctx: &Context<'_>) -> Option<AdminUnit> {
        province_unit(ctx, Era::Legacy, self.0.former_province.as_ref())
    }
    /// The district until 30 June 2025.
    async fn former_district(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<AdminUnit>> {
        unit(ctx, &self.row(ctx).await?.district_id).await
    }
    /// Who makes it.
    async fn producer(&self) -> Producer {
        self.maker()
    }
    /// Solar months (1-12) in which it can be had; null when unknown.
    async fn months(&self) -> Option<Vec<i32>> {
        self.0.months.map(|bits| months::of_bits(bits.into()))
    }
    /// Its photos in their order.
    #[graphql(complexity = "8 * child_complexity")]
    async fn photos(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Photo>> {
        parts::photos(ctx, self.0.id).await
    }
    /// Its packs in their order; empty when none are known.
    #[graphql(complexity = "5 * child_complexity")]
    async fn variants(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Variant>> {
        parts::public_variants(ctx, self.0.id, self.0.producer_id).await
    }
    /// On what terms it can be had; null for guests and people of no verified organisation.
    async fn terms(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<ProductTerms>> {
        parts::public_terms(ctx, self.0.id, self.0.producer_id).await
    }
    /// Its own papers, then those of its maker as a whole.
    #[graphql(complexity = "5 * child_complexity")]
    async fn certificates(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Certificate>> {
        let (own, makers) = future::try_join(
            ctx.load(CertificatesOf(self.0.id)),
            ctx.load(MakersCertificatesOf(self.0.producer_id)),
        )
        .await?;
        Ok(Certificate::shown(own.into_iter().chain(makers).flatten()))
    }
    /// Where it is on sale and who said so when; at most 100.
    #[graphql(complexity = "10 * child_complexity")]
    async fn sold_at(&self, ctx: &Context<'_>) -> Vec<Stock> {
        Stock::of_product(ctx.app().register().selling(self.0.id), self.0.id)
    }
    /// Products like this one.
    #[graphql(complexity = "SEARCH_COST + first.unwrap_or(6).clamp(0, 100) as usize * child_complexity")]
    async fn similar(&self, ctx: &Context<'_>, first: Option<i32>) -> Result<Vec<Product>> {
        listing::similar(ctx, self, first)
    }
    /// Where it was read.
    #[graphql(complexity = "5 * child_complexity")]
    async fn sources(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Source>> {
        sources::of(ctx, self.0.id).await
    }
    /// When the entry was last changed.
    async fn updated_at(&self, ctx: &Context<'_>) -> async_graphql::Result<DateTime<Utc>> {
        Ok(self.row(ctx).await?.updated_at)
    }
}

/// What a result row shows.
impl PlainRecord for Product {
    fn plain_field(&self, field: &PlainField<'_>) -> Option<Value> {
        let card = &self.0;
        let unit = |unit: &Option<search::UnitName>| unit.as_ref().map(|unit| unit.name.as_str()).into();
        Some(match field.name {
            "id" => Value::String(card.id.to_string()),
            "name" => Value::from(card.name.as_str()),
            "stars" => card.stars.map(i32::from).into(),
            "starState" => card.star_state.map_or(Value::Null, |state| state.to_value()),
            "province" => unit(&card.province),
            "formerProvince" => unit(&card.former_province),
            "producer" => field.of(&self.maker())?,
            _ => return None,
        })
    }
}

fn province_unit(ctx: &Context<'_>, era: Era, unit: Option<&search::UnitName>) -> Option<AdminUnit> {
    ctx.app().labels().province(era, &unit?.code).cloned().map(AdminUnit)
}

/// Queries for products.
#[derive(Default)]
pub struct ProductQueries;

/// Queries for products.
#[Object]
impl ProductQueries {
    /// Published products: searched, filtered, counted by facets.
    #[graphql(complexity = "SEARCH_COST + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity")]
    async fn products(
        &self,
        ctx: &Context<'_>,
        search: Option<String>,
        filter: Option<ProductFilter>,
        order: Option<ProductOrder>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<ProductConnection> {
        let order = order.unwrap_or(ProductOrder::Relevance).into();
        listing::connection(ctx, search, filter, order, first, after)
    }

    /// One published product.
    async fn product(&self, ctx: &Context<'_>, id: ID) -> async_graphql::Result<Option<Product>> {
        Product::require(ctx, parse_id(&id, "product")?).await.map(Some)
    }
}
