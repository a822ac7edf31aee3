//! What the API shows of a product's sheet.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, Enum, ID, Object, SimpleObject};
use chrono::{DateTime, Utc};
use sea_orm::{EntityTrait, QueryOrder};
use shared::{
    Dong, FactKind, Freshness, Gtin, InvoiceAnswer, OrganisationId, Quantity, Unit as Measure, UnitPrice,
};

use super::{
    loaders::{AnswersOf, FactsOf, PhotosOf, TermsOf, VariantsOf},
    publishing, readiness,
};
use crate::{
    calendar,
    entities::{
        organisation, product, product_fact, product_terms, requirement, requirement_certificate, upload,
        variant,
    },
    error::{Error, Result},
    graphql::{
        context::Ask,
        loaders::{CertificatesOf, DecisionsOf, MakersCertificatesOf},
    },
    organisations::{loaders::DetailsOf, types::Organisation},
    products::{groups::ProductGroup, papers::Certificate, papers::StarDecision, stars::rating},
    requirements::{self, Requirement},
    units::Unit,
};

/// A product as its producer and staff see it, published or not.
pub struct OwnProduct(pub(super) Arc<product::Model>);

impl OwnProduct {
    pub(super) fn new(row: product::Model) -> Self {
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
        let months = self.0.months?;
        Some((1..=12).filter(|month| months & (1 << (month - 1)) != 0).collect())
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
        photos(ctx, self.0.id).await
    }
    /// Its packs in their order.
    #[graphql(complexity = "5 * child_complexity")]
    async fn variants(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Variant>> {
        Ok(variants(ctx, self.0.id)
            .await?
            .into_iter()
            .map(|row| Variant { row, shows_wholesale: true })
            .collect())
    }
    /// On what terms it can be had.
    async fn terms(&self, ctx: &Context<'_>) -> async_graphql::Result<ProductTerms> {
        Ok(ProductTerms(ctx.load(TermsOf(self.0.id)).await?))
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
        let items = requirement::Entity::find().order_by_asc(requirement::Column::Position);
        let items = items.all(ctx.app().database.read()).await?;
        let links = requirement_certificate::Entity::find().all(ctx.app().database.read()).await?;
        let mut accepted: HashMap<String, Vec<String>> = HashMap::new();
        for link in &links {
            accepted.entry(link.requirement_code.clone()).or_default().push(link.certificate_code.clone());
        }
        let producer = self.producer_row(ctx).await?;
        let details = ctx.load(DetailsOf(producer.id)).await?;
        let terms = ctx.load(TermsOf(self.0.id)).await?;
        let variants = variants(ctx, self.0.id).await?;
        let own = ctx.load(CertificatesOf(self.0.id)).await?;
        let makers = ctx.load(MakersCertificatesOf(producer.id)).await?;
        let papers: Vec<_> = own.into_iter().chain(makers).flatten().collect();
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
            accepted: &accepted,
            stars: rating(&decisions, today).stars.map(i32::from),
            today,
        };
        let asked = items.into_iter().filter(|row| readiness::is_asked(row, channel.as_deref()));
        let labels = ctx.app().labels();
        let items: Vec<ReadinessItem> = asked
            .map(|row| {
                let readiness::Verdict { state, rests, mend } = known.verdict(&row);
                let requirement = requirements::shown(row, &links, &labels);
                ReadinessItem { requirement, state, rests, mend }
            })
            .collect();
        Ok(Readiness { items })
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

/// The photos of a product.
pub(crate) async fn photos(ctx: &Context<'_>, id: shared::ProductId) -> async_graphql::Result<Vec<Photo>> {
    Ok(ctx.load(PhotosOf(id)).await?.unwrap_or_default().into_iter().map(Photo).collect())
}

async fn variants(ctx: &Context<'_>, id: shared::ProductId) -> async_graphql::Result<Vec<variant::Model>> {
    Ok(ctx.load(VariantsOf(id)).await?.unwrap_or_default())
}

/// The packs of a published product; wholesale prices for those who trade.
pub(crate) async fn public_variants(
    ctx: &Context<'_>,
    id: shared::ProductId,
    producer: OrganisationId,
) -> async_graphql::Result<Vec<Variant>> {
    let shows_wholesale = may_see_terms(ctx, producer).await?;
    Ok(variants(ctx, id).await?.into_iter().map(|row| Variant { row, shows_wholesale }).collect())
}

/// The terms of a published product, for those who trade.
pub(crate) async fn public_terms(
    ctx: &Context<'_>,
    id: shared::ProductId,
    producer: OrganisationId,
) -> async_graphql::Result<Option<ProductTerms>> {
    if !may_see_terms(ctx, producer).await? {
        return Ok(None);
    }
    Ok(Some(ProductTerms(ctx.load(TermsOf(id)).await?)))
}

/// Terms of trade are for the producer, for staff, and for people of organisations that staff have verified.
async fn may_see_terms(ctx: &Context<'_>, producer: OrganisationId) -> async_graphql::Result<bool> {
    let Ok(somebody) = ctx.signed_in() else { return Ok(false) };
    if somebody.staff.is_some() || somebody.role_in(producer).is_some() {
        return Ok(true);
    }
    let own = somebody.memberships.iter().map(|(id, _)| *id);
    Ok(crate::organisations::any_verified(ctx.app().database.read(), own, |_| true).await?)
}

/// What keeps a product from being published.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// Staff have not verified its producer.
    NotVerified,
    /// Nothing says what it is.
    NoDescription,
}

/// A photo.
pub struct Photo(upload::Model);

/// A photo.
#[Object]
impl Photo {
    /// The id of the upload.
    async fn id(&self) -> ID {
        self.0.id.into()
    }
    /// Its address, at most 1,600 pixels wide or high.
    async fn url(&self) -> String {
        format!("/uploads/{}", self.0.id)
    }
    /// The address of the small one, at most 480 pixels.
    async fn small_url(&self) -> String {
        format!("/uploads/{}/small", self.0.id)
    }
    /// Pixels.
    async fn width(&self) -> i32 {
        self.0.width.unwrap_or_default()
    }
    /// Pixels.
    async fn height(&self) -> i32 {
        self.0.height.unwrap_or_default()
    }
}

/// The file of a paper.
#[derive(SimpleObject)]
pub struct PaperFile {
    /// The id of the upload.
    id: ID,
    /// Its address, for those who may see it.
    url: String,
    /// The address of a small picture of it; null for a PDF.
    small_url: Option<String>,
    /// `image/jpeg` or `application/pdf`.
    media_type: String,
    /// How it was called.
    name: String,
}

impl From<upload::Model> for PaperFile {
    fn from(row: upload::Model) -> Self {
        let url = format!("/uploads/{}", row.id);
        let small_url = row.width.map(|_| format!("{url}/small"));
        Self { id: row.id.into(), small_url, url, media_type: row.media_type, name: row.name }
    }
}

/// A pack of a product.
pub struct Variant {
    row: variant::Model,
    shows_wholesale: bool,
}

impl Variant {
    fn net_unit(&self, ctx: &Context<'_>) -> Option<Unit> {
        unit(ctx, self.row.net_unit.as_deref())
    }
}

/// A pack of a product.
#[Object]
impl Variant {
    /// Its id.
    async fn id(&self) -> ID {
        self.row.id.into()
    }
    /// How it is called.
    async fn name(&self) -> &str {
        &self.row.name
    }
    /// Its barcode.
    async fn gtin(&self) -> Option<Gtin> {
        self.row.gtin.clone()
    }
    /// Whether the barcode was registered in Vietnam (893); null without a barcode.
    async fn gtin_is_vietnamese(&self) -> Option<bool> {
        self.row.gtin.as_ref().map(Gtin::is_vietnamese)
    }
    /// How much is in it, in `netUnit`.
    async fn net_content(&self) -> Option<Quantity> {
        self.row.net_content
    }
    /// The unit of the content.
    #[graphql(name = "netUnit")]
    async fn unit_of_content(&self, ctx: &Context<'_>) -> Option<Unit> {
        self.net_unit(ctx)
    }
    /// The kind of pack.
    async fn pack_unit(&self, ctx: &Context<'_>) -> Option<Unit> {
        unit(ctx, self.row.pack_unit.as_deref())
    }
    /// What it costs in a shop, in whole đồng; null when it is not known.
    async fn retail_price(&self) -> Option<Dong> {
        self.row.retail_price
    }
    /// What it costs those who sell it on; null for guests and people of no verified organisation.
    async fn wholesale_price(&self) -> Option<Dong> {
        self.row.wholesale_price.filter(|_| self.shows_wholesale)
    }
    /// The retail price of a kilogram, litre or metre, so that packs can be compared; null when price or content is not
    /// known.
    async fn retail_price_per_kilo(&self, ctx: &Context<'_>) -> Option<Dong> {
        let unit = self.net_unit(ctx)?;
        let measure = |code: &str| ctx.app().labels().unit(code).map(measure);
        let content = measure(&unit.code)?;
        let whole = match unit.dimension {
            shared::Dimension::Mass => measure("kg")?,
            shared::Dimension::Volume => measure("litre")?,
            shared::Dimension::Length => measure("m")?,
            _ => return None,
        };
        UnitPrice::of(self.row.retail_price?, &content, Some((self.row.net_content?, &content)))?.per(&whole)
    }
}

fn unit(ctx: &Context<'_>, code: Option<&str>) -> Option<Unit> {
    ctx.app().labels().unit(code?).cloned().map(Unit::from)
}

fn measure(row: &crate::entities::unit::Model) -> Measure {
    Measure {
        code: row.code.clone(),
        dimension: row.dimension,
        factor: row.base_factor.and_then(|factor| factor.try_into().ok()),
    }
}

/// On what terms a product can be had; what is not known is null.
pub struct ProductTerms(Option<product_terms::Model>);

impl ProductTerms {
    fn of<T>(&self, column: impl Fn(&product_terms::Model) -> Option<T>) -> Option<T> {
        self.0.as_ref().and_then(column)
    }
}

/// On what terms a product can be had; what is not known is null.
#[Object]
impl ProductTerms {
    /// The unit in which capacity and least order are counted.
    async fn unit(&self, ctx: &Context<'_>) -> Option<Unit> {
        unit(ctx, self.of(|terms| terms.unit_code.clone()).as_deref())
    }
    /// How much can be delivered in a calendar month.
    async fn capacity_per_month(&self) -> Option<Quantity> {
        self.of(|terms| terms.capacity_per_month)
    }
    /// The least that can be ordered.
    async fn minimum_order(&self) -> Option<Quantity> {
        self.of(|terms| terms.minimum_order)
    }
    /// Days from order to delivery.
    async fn lead_time_days(&self) -> Option<i32> {
        self.of(|terms| terms.lead_time_days)
    }
    /// Days it keeps.
    async fn shelf_life_days(&self) -> Option<i32> {
        self.of(|terms| terms.shelf_life_days)
    }
    /// How it is kept.
    async fn storage(&self) -> Option<String> {
        self.of(|terms| terms.storage.clone())
    }
    /// Where it is delivered, in words.
    async fn delivery_area(&self) -> Option<String> {
        self.of(|terms| terms.delivery_area.clone())
    }
    /// Whether it is delivered to Hanoi.
    async fn delivers_to_hanoi(&self) -> Option<bool> {
        self.of(|terms| terms.delivers_to_hanoi)
    }
    /// Days a buyer may take to pay.
    async fn credit_days(&self) -> Option<i32> {
        self.of(|terms| terms.credit_days)
    }
    /// Whether goods are given on consignment.
    async fn accepts_consignment(&self) -> Option<bool> {
        self.of(|terms| terms.accepts_consignment)
    }
    /// Whether a VAT invoice is issued.
    async fn vat_invoice(&self) -> Option<InvoiceAnswer> {
        self.of(|terms| terms.vat_invoice)
    }
    /// Where its way can be traced.
    async fn traceability_url(&self) -> Option<String> {
        self.of(|terms| terms.traceability_url.clone())
    }
}

/// Since when a fact is known to be true.
#[derive(SimpleObject)]
pub struct ProductFact {
    /// Which fact.
    kind: FactKind,
    /// When somebody of the producer last said so.
    as_of: DateTime<Utc>,
    /// How old that is.
    freshness: Freshness,
}

impl From<product_fact::Model> for ProductFact {
    fn from(row: product_fact::Model) -> Self {
        let days = (Utc::now() - row.as_of).num_days();
        Self { kind: row.kind, as_of: row.as_of, freshness: Freshness::after_days(days) }
    }
}

/// What buyers ask, against what is known.
pub struct Readiness {
    items: Vec<ReadinessItem>,
}

impl Readiness {
    fn count(&self, state: ReadinessState) -> i32 {
        let count = self.items.iter().filter(|item| item.state == state).count();
        i32::try_from(count).unwrap_or(i32::MAX)
    }
}

/// What buyers ask, against what is known.
#[Object]
impl Readiness {
    /// How much of it is met.
    async fn met(&self) -> i32 {
        self.count(ReadinessState::Met)
    }
    /// How much is not.
    async fn unmet(&self) -> i32 {
        self.count(ReadinessState::Unmet)
    }
    /// Of how much nothing is known.
    async fn unknown(&self) -> i32 {
        self.count(ReadinessState::Unknown)
    }
    /// All of it, in the order of the list.
    async fn items(&self) -> &[ReadinessItem] {
        &self.items
    }
}

/// One thing that buyers ask.
#[derive(SimpleObject)]
pub struct ReadinessItem {
    /// What they ask.
    requirement: Requirement,
    /// Whether it is met.
    state: ReadinessState,
    /// What that rests on, as data: a number, a date, the number of a paper; null when nothing is known.
    rests: Option<String>,
    /// Where it can be mended; null when it is met.
    mend: Option<Mend>,
}

/// Whether something that is asked is met.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadinessState {
    /// It is.
    Met,
    /// It is not.
    Unmet,
    /// Nothing is known.
    Unknown,
}

/// Where something is mended.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mend {
    /// With the organisation: its tax code, its verification.
    Organisation,
    /// With the terms of the product.
    Terms,
    /// With its packs.
    Variants,
    /// With its months.
    Months,
    /// With a paper.
    Certificate,
    /// With a rating by the province or the ministry.
    Stars,
    /// With an answer to this very question (`answerRequirement`).
    Answer,
}
