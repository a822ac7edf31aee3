//! Products in the API.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Object, SimpleObject, Value, connection::Connection};
use chrono::{DateTime, NaiveDate, Utc};
use shared::{Era, PartialDate, ProductId, StarState};

use super::{
    groups::{CertificateKind, ProductGroup},
    inputs::{ProductFilter, ProductOrder},
    listing,
    stars::decision_among,
};
use crate::{
    admin_units::graphql::{AdminUnit, unit},
    calendar,
    entities::{certificate, product, star_decision},
    error::{Error, Result},
    graphql::{
        context::{Ask, parse_id},
        date::Date,
        loaders::{CardOf, CertificatesOf, DecisionsOf},
        plain_list::{PlainList, PlainRecord},
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
        Ok(self.decisions(ctx).await?.iter().any(|decision| decision.potential_five_star))
    }
    /// All known ratings, the latest first.
    #[graphql(complexity = "5 * child_complexity")]
    async fn star_decisions(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<StarDecision>> {
        let rows = self.decisions(ctx).await?;
        let today = calendar::today();
        let mut decisions: Vec<StarDecision> = rows
            .iter()
            .map(|row| StarDecision { row: row.clone(), rule: decision_among(row, &rows), today })
            .collect();
        decisions.sort_by_key(|decision| std::cmp::Reverse((decision.row.signed_on, decision.row.id)));
        Ok(decisions)
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
        Producer::named(self.0.producer_id, Some(&self.0.producer_name))
    }
    /// Solar months (1-12) in which it can be had; null when unknown.
    async fn months(&self) -> Option<Vec<i32>> {
        let months = self.0.months?;
        Some((1..=12).filter(|month| months & (1 << (month - 1)) != 0).collect())
    }
    /// Its papers.
    #[graphql(complexity = "5 * child_complexity")]
    async fn certificates(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Certificate>> {
        let papers = ctx.load(CertificatesOf(self.0.id)).await?.unwrap_or_default();
        Ok(papers.into_iter().map(Certificate).collect())
    }
    /// Where it is on sale and who said so when; at most 100.
    #[graphql(complexity = "10 * child_complexity")]
    async fn sold_at(&self, ctx: &Context<'_>) -> Vec<Stock> {
        Stock::of_product(ctx.app().register().selling(self.0.id), self.0.id)
    }
    /// Products like this one.
    #[graphql(complexity = "100 + first.unwrap_or(6).clamp(0, 100) as usize * child_complexity")]
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

fn province_unit(ctx: &Context<'_>, era: Era, unit: Option<&search::UnitName>) -> Option<AdminUnit> {
    ctx.app().labels().province(era, &unit?.code).cloned().map(AdminUnit)
}

/// One rating of a product.
#[derive(Clone, Debug)]
pub struct StarDecision {
    row: star_decision::Model,
    rule: shared::StarDecision,
    today: NaiveDate,
}

/// One rating of a product.
#[Object]
impl StarDecision {
    /// Its id.
    async fn id(&self) -> ID {
        self.row.id.into()
    }
    /// 3 to 5; null for a dossier that waits for the ministry.
    async fn stars(&self) -> Option<i32> {
        self.row.stars
    }
    /// What it is worth today.
    async fn state(&self) -> StarState {
        self.rule.state_on(self.today)
    }
    /// Whether the province found it worth five stars and sent it to the ministry.
    async fn potential_five_star(&self) -> bool {
        self.row.potential_five_star
    }
    /// Mean score of the council, 0 to 100.
    async fn score(&self) -> Option<f64> {
        self.row.score
    }
    /// Number of the decision.
    async fn number(&self) -> Option<&str> {
        self.row.number.as_deref()
    }
    /// Who signed, in the words of its time.
    async fn issuer(&self) -> Option<&str> {
        self.row.issuer.as_deref()
    }
    /// When it was signed, as exactly as known.
    async fn signed_on(&self) -> Option<PartialDate> {
        self.row.signed_on
    }
    /// Last day it holds; null when the day of signing is not known.
    async fn valid_until(&self) -> Option<Date> {
        self.rule.ends_between().filter(|(first, last)| first == last).map(|(day, _)| day).map(Date)
    }
    /// Earliest day on which it can end, when only the year of signing is known.
    async fn ends_from(&self) -> Option<Date> {
        self.rule.ends_between().map(|(first, _)| first).map(Date)
    }
    /// Latest day on which it can end.
    async fn ends_to(&self) -> Option<Date> {
        self.rule.ends_between().map(|(_, last)| last).map(Date)
    }
    /// Kept until the result of a renewal, at most to this day.
    async fn extended_until(&self) -> Option<Date> {
        self.row.extended_until.map(Date)
    }
    /// When it was taken back.
    async fn withdrawn_on(&self) -> Option<Date> {
        self.row.withdrawn_on.map(Date)
    }
}

/// A paper of a product.
#[derive(Clone, Debug)]
pub struct Certificate(certificate::Model);

/// A paper of a product.
#[Object]
impl Certificate {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.into()
    }
    /// What kind of paper.
    async fn kind(&self, ctx: &Context<'_>) -> Result<CertificateKind> {
        let labels = ctx.app().labels();
        let kind = labels.certificate_kind(&self.0.kind_code).map(CertificateKind::from);
        kind.ok_or(Error::NotFound("certificate kind"))
    }
    /// Its number.
    async fn number(&self) -> Option<&str> {
        self.0.number.as_deref()
    }
    /// Who issued it.
    async fn issuer(&self) -> Option<&str> {
        self.0.issuer.as_deref()
    }
    /// When it was issued.
    async fn issued_on(&self) -> Option<PartialDate> {
        self.0.issued_on
    }
    /// Last day it holds.
    async fn valid_until(&self) -> Option<Date> {
        self.0.valid_until.map(Date)
    }
}

/// How a search text was understood in the end.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "search::Reading")]
pub enum SearchReading {
    /// As typed.
    Plain,
    /// The last word as the beginning of one.
    Prefix,
    /// As Telex or VNI keystrokes of an input method that was off.
    Keystrokes,
    /// With one slip of the fingers.
    Typo,
    /// Only most of the words.
    Relaxed,
}

/// One value of a facet.
#[derive(SimpleObject)]
pub struct FacetValue {
    /// What a filter takes.
    pub value: String,
    /// Its name in Vietnamese.
    pub label: String,
    /// Results that have it.
    pub count: i32,
}

impl PlainRecord for FacetValue {
    fn plain_field(&self, name: &str) -> Option<Value> {
        match name {
            "value" => Some(Value::from(self.value.as_str())),
            "label" => Some(Value::from(self.label.as_str())),
            "count" => Some(Value::from(self.count)),
            _ => None,
        }
    }
}

/// Values of results with their counts. A facet's own filter does not shrink it.
#[derive(SimpleObject)]
pub struct Facets {
    /// Groups at every level, in the order of their codes.
    pub groups: PlainList<FacetValue>,
    /// Stars that certainly hold: `5`, `4`, `3`; `0` counts products without one.
    pub stars: PlainList<FacetValue>,
    /// Provinces of today, the most frequent first.
    pub provinces: PlainList<FacetValue>,
    /// Provinces until 30 June 2025, the most frequent first.
    pub former_provinces: PlainList<FacetValue>,
    /// Kinds of valid certificates, the most frequent first.
    pub certificates: PlainList<FacetValue>,
    /// Solar months 1-12 in which it is known to be had.
    pub months: PlainList<FacetValue>,
}

/// What a page of products says beside its edges.
pub struct ProductTotal {
    pub(super) page: search::Page<ProductCard>,
}

/// What a page of products says beside its edges.
#[Object]
impl ProductTotal {
    /// Products on all pages.
    async fn total_count(&self) -> i32 {
        i32::try_from(self.page.total).unwrap_or(i32::MAX)
    }
    /// Counts by group, star, province, certificate and month.
    async fn facets(&self, ctx: &Context<'_>) -> Facets {
        super::facets::labelled(self.page.facets.as_ref(), &ctx.app().labels())
    }
    /// How the text was understood in the end.
    async fn reading(&self) -> SearchReading {
        self.page.reading.into()
    }
    /// The text searched for instead, when it is not the one typed.
    async fn read_as(&self) -> Option<&str> {
        self.page.read_as.as_deref()
    }
}

/// Why one product was found.
pub struct ProductMatches {
    pub(super) card: Arc<ProductCard>,
    pub(super) words: Arc<str>,
}

/// Which text of a product is cut up.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum HighlightField {
    /// Its name.
    Name,
    /// Its producer's name.
    Producer,
}

/// A piece of a text.
#[derive(SimpleObject, Clone, Debug)]
pub struct TextPart {
    /// The piece.
    pub text: String,
    /// Whether the search matched it.
    pub hit: bool,
}

/// A text cut where the search matched.
#[derive(SimpleObject)]
pub struct Highlight {
    /// Which text.
    field: HighlightField,
    /// Its pieces, in order; joined they are the whole text.
    parts: Vec<TextPart>,
}

/// Why one product was found.
#[Object]
impl ProductMatches {
    /// Name and producer cut where the search matched.
    async fn highlights(&self) -> Vec<Highlight> {
        let cut = |field, text: &str| Highlight { field, parts: parts(text, &self.words) };
        vec![
            cut(HighlightField::Name, &self.card.name),
            cut(HighlightField::Producer, &self.card.producer_name),
        ]
    }
}

/// A text cut where the words of a query stand in it.
pub(crate) fn parts(text: &str, query: &str) -> Vec<TextPart> {
    let mut parts = Vec::new();
    let mut from = 0;
    let mut push = |range: std::ops::Range<usize>, hit| {
        if !range.is_empty() {
            parts.push(TextPart { text: text[range].to_owned(), hit });
        }
    };
    for range in shared::text::highlight(text, query) {
        push(from..range.start, false);
        from = range.end;
        push(range, true);
    }
    push(from..text.len(), false);
    parts
}

/// Queries for products.
#[derive(Default)]
pub struct ProductQueries;

/// Queries for products.
#[Object]
impl ProductQueries {
    /// Published products: searched, filtered, counted by facets.
    #[graphql(complexity = "first.unwrap_or(20).clamp(0, 100) as usize * child_complexity")]
    async fn products(
        &self,
        ctx: &Context<'_>,
        search: Option<String>,
        filter: Option<ProductFilter>,
        order: Option<ProductOrder>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, Product, ProductTotal, ProductMatches>> {
        let order = order.unwrap_or(ProductOrder::Relevance).into();
        listing::connection(ctx, search, filter, order, first, after)
    }

    /// One published product.
    async fn product(&self, ctx: &Context<'_>, id: ID) -> async_graphql::Result<Option<Product>> {
        Product::require(ctx, parse_id(&id, "product")?).await.map(Some)
    }
}
