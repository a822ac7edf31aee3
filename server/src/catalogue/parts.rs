//! What the API shows of the parts of a product's sheet: photos, packs, terms, files of papers, the age of facts.

use async_graphql::{Context, ID, Object, SimpleObject};
use chrono::{DateTime, Utc};
use shared::{
    Dong, FactKind, Freshness, Gtin, InvoiceAnswer, OrganisationId, ProductId, Quantity, Unit as Measure,
    UnitPrice,
};

use super::loaders::{PhotosOf, TermsOf, VariantsOf};
use crate::{
    accounts::{SignedIn, Viewer},
    entities::{product_fact, product_terms, unit, upload, variant},
    graphql::context::Ask,
    units::Unit,
};

/// The photos of a product.
pub(crate) async fn photos(ctx: &Context<'_>, id: ProductId) -> async_graphql::Result<Vec<Photo>> {
    Ok(ctx.load(PhotosOf(id)).await?.unwrap_or_default().into_iter().map(Photo).collect())
}

pub(super) async fn variants(ctx: &Context<'_>, id: ProductId) -> async_graphql::Result<Vec<variant::Model>> {
    Ok(ctx.load(VariantsOf(id)).await?.unwrap_or_default())
}

/// The packs of a product for its own people and staff.
pub(super) async fn own_variants(ctx: &Context<'_>, id: ProductId) -> async_graphql::Result<Vec<Variant>> {
    Ok(variants(ctx, id).await?.into_iter().map(|row| Variant { row, shows_wholesale: true }).collect())
}

/// The terms of a product for its own people and staff.
pub(super) async fn own_terms(ctx: &Context<'_>, id: ProductId) -> async_graphql::Result<ProductTerms> {
    Ok(ProductTerms(ctx.load(TermsOf(id)).await?))
}

/// The packs of a published product; wholesale prices for those who trade.
pub(crate) async fn public_variants(
    ctx: &Context<'_>,
    id: ProductId,
    producer: OrganisationId,
) -> async_graphql::Result<Vec<Variant>> {
    let shows_wholesale = may_see_terms(ctx.viewer(), producer);
    Ok(variants(ctx, id).await?.into_iter().map(|row| Variant { row, shows_wholesale }).collect())
}

/// The terms of a published product, for those who trade.
pub(crate) async fn public_terms(
    ctx: &Context<'_>,
    id: ProductId,
    producer: OrganisationId,
) -> async_graphql::Result<Option<ProductTerms>> {
    if !may_see_terms(ctx.viewer(), producer) {
        return Ok(None);
    }
    Ok(Some(ProductTerms(ctx.load(TermsOf(id)).await?)))
}

/// Terms of trade are for the producer, for staff, and for people of organisations that staff have verified.
fn may_see_terms(viewer: &Viewer, producer: OrganisationId) -> bool {
    let may = |somebody: &SignedIn| {
        somebody.staff.is_some() || somebody.role_in(producer).is_some() || somebody.trades()
    };
    viewer.signed_in().is_ok_and(may)
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

fn measure(row: &unit::Model) -> Measure {
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
