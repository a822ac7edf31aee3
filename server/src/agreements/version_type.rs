//! What the API shows of the versions of an agreement: what it says, and who stands by it.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject};
use chrono::{DateTime, Utc};
use shared::{Dong, OrganisationId, Promise, Quantity, TradeParty, months, promises};

use super::{stated::Stated, stored::PartyDetails, types::lines_of};
use crate::{
    deliveries::loaders::FollowedOf,
    entities::{agreement_line, agreement_version},
    error::Error,
    graphql::{context::Ask, date::Date, loaders::CardOf},
    products::graphql::Product,
    units::Unit,
};

/// What an agreement says.
pub struct AgreementVersion {
    of: Arc<Stated>,
    row: Arc<agreement_version::Model>,
}

impl AgreementVersion {
    pub(super) fn new(of: Arc<Stated>, row: agreement_version::Model) -> Self {
        Self { of, row: Arc::new(row) }
    }
}

/// What an agreement says.
#[Object]
impl AgreementVersion {
    /// From one, without a gap.
    async fn number(&self) -> i32 {
        self.row.number
    }
    /// Who wrote it.
    async fn written_by(&self) -> TradeParty {
        self.row.written_by
    }
    /// Words of who sent it.
    async fn note(&self) -> Option<&str> {
        self.row.note.as_deref()
    }
    /// When it was begun.
    async fn created_at(&self) -> DateTime<Utc> {
        self.row.created_at
    }
    /// First day of its term.
    async fn starts_on(&self) -> Option<Date> {
        self.row.starts_on.map(Date)
    }
    /// Last day of its term.
    async fn ends_on(&self) -> Option<Date> {
        self.row.ends_on.map(Date)
    }
    /// Where it is signed.
    async fn place(&self) -> Option<&str> {
        self.row.place.as_deref()
    }
    /// How goods are delivered.
    async fn delivery_terms(&self) -> Option<&str> {
        self.row.delivery_terms.as_deref()
    }
    /// How they are paid.
    async fn payment_terms(&self) -> Option<&str> {
        self.row.payment_terms.as_deref()
    }
    /// What they must be like.
    async fn quality_terms(&self) -> Option<&str> {
        self.row.quality_terms.as_deref()
    }
    /// All else.
    async fn other_terms(&self) -> Option<&str> {
        self.row.other_terms.as_deref()
    }
    /// Who buys, as it stands in the document.
    async fn retailer(&self, ctx: &Context<'_>) -> AgreementSide {
        AgreementSide::shown(ctx, &self.row.retailer, self.of.row.retailer_id)
    }
    /// Who delivers, as it stands in the document.
    async fn producer(&self, ctx: &Context<'_>) -> AgreementSide {
        AgreementSide::shown(ctx, &self.row.producer, self.of.row.producer_id)
    }
    /// When the retailer stood by it.
    async fn retailer_signed_at(&self) -> Option<DateTime<Utc>> {
        self.row.retailer_signed_at
    }
    /// When the producer stood by it.
    async fn producer_signed_at(&self) -> Option<DateTime<Utc>> {
        self.row.producer_signed_at
    }
    /// Its goods.
    #[graphql(complexity = "10 * child_complexity")]
    async fn lines(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<AgreementLine>> {
        let lines = lines_of(ctx, &self.row).await?;
        Ok(lines.into_iter().map(|row| AgreementLine::new(row, self.row.clone())).collect())
    }
}

/// A side as it stands in the document.
#[derive(SimpleObject, Clone, Debug)]
pub struct AgreementSide {
    /// Its name.
    name: String,
    /// Its address.
    address: Option<String>,
    /// Its tax code. The twelve digits of a household are a personal number, which only its own people see whole.
    tax_code: Option<String>,
    /// Its telephone.
    phone: Option<String>,
    /// Its bank account: number and bank.
    bank_account: Option<String>,
    /// Who signs for it.
    representative: Option<String>,
    /// As what.
    position: Option<String>,
}

impl AgreementSide {
    fn shown(ctx: &Context<'_>, details: &PartyDetails, side: Option<OrganisationId>) -> Self {
        let details = details.clone().shown_to(ctx.signed_in().ok(), side);
        Self {
            name: details.name,
            address: details.address,
            tax_code: details.tax_code,
            phone: details.phone,
            bank_account: details.bank_account,
            representative: details.representative,
            position: details.position,
        }
    }
}

/// What a line promises over the term of its version, and what that is worth; nothing without a term.
pub(crate) fn promised_by(
    version: &agreement_version::Model,
    line: &agreement_line::Model,
) -> Option<(Quantity, Option<Dong>)> {
    let term = version.starts_on?..=version.ends_on?;
    let promise = Promise { per_month: line.quantity_per_month, months: line.months, term };
    let whole = promise.whole();
    Some((whole, line.price.and_then(|price| promises::worth(whole, price))))
}

/// Goods of an agreement.
pub struct AgreementLine {
    row: Arc<agreement_line::Model>,
    version: Arc<agreement_version::Model>,
}

impl AgreementLine {
    /// A line of a version.
    pub(crate) fn new(row: Arc<agreement_line::Model>, version: Arc<agreement_version::Model>) -> Self {
        Self { row, version }
    }
}

/// Goods of an agreement.
#[Object]
impl AgreementLine {
    /// Its id.
    async fn id(&self) -> ID {
        self.row.id.into()
    }
    /// The product as it was called then.
    async fn product_name(&self) -> &str {
        &self.row.product_name
    }
    /// The pack as it was called then.
    async fn variant_name(&self) -> Option<&str> {
        self.row.variant_name.as_deref()
    }
    /// The product; null when it is not published or not there any more.
    async fn product(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Product>> {
        let Some(id) = self.row.product_id else { return Ok(None) };
        Ok(ctx.load(CardOf(id)).await?.map(Product::from))
    }
    /// Id of the pack.
    async fn variant_id(&self) -> Option<ID> {
        self.row.variant_id.map(ID::from)
    }
    /// Id of the product, published or not.
    async fn product_id(&self) -> Option<ID> {
        self.row.product_id.map(ID::from)
    }
    /// How much in a calendar month, in `unit`.
    async fn quantity_per_month(&self) -> Quantity {
        self.row.quantity_per_month
    }
    /// In which it is counted.
    async fn unit(&self, ctx: &Context<'_>) -> async_graphql::Result<Unit> {
        let labels = ctx.app().labels();
        Ok(labels.unit(&self.row.unit_code).cloned().map(Unit::from).ok_or(Error::NotFound("unit"))?)
    }
    /// Of one `unit`, in whole đồng; null when it is left to each order.
    async fn price(&self) -> Option<Dong> {
        self.row.price
    }
    /// Solar months (1-12) in which it is delivered; null means all.
    async fn months(&self) -> Option<Vec<i32>> {
        self.row.months.map(months::of_bits)
    }
    /// Over the whole term, in `unit`; null without a term.
    async fn promised(&self) -> Option<Quantity> {
        promised_by(&self.version, &self.row).map(|(promised, _)| promised)
    }
    /// What that is worth, in whole đồng; null without a price.
    async fn promised_value(&self) -> Option<Dong> {
        promised_by(&self.version, &self.row)?.1
    }
    /// What both sides confirm was delivered of it, in `unit`.
    async fn confirmed(&self, ctx: &Context<'_>) -> async_graphql::Result<Quantity> {
        let followed = ctx.load(FollowedOf(self.row.agreement_id)).await?;
        Ok(followed.map(|followed| followed.confirmed(self.row.id)).unwrap_or_default())
    }
}
