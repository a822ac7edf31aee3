//! What producers fill in about a product.

use async_graphql::{ID, InputObject, MaybeUndefined};
use shared::{Dong, InvoiceAnswer, Quantity};

/// A new product; nobody but its producer and staff sees it before it is published.
#[derive(Clone, Debug, InputObject)]
pub struct NewProduct {
    /// The producer.
    pub organisation: ID,
    /// Its name, at most 200 characters.
    pub name: String,
    /// Code of its place in the official classification; the finest that is known.
    pub group: String,
    /// All else that is known; name and group in it are passed over.
    pub details: Option<ProductChanges>,
}

/// What to change about a product. What is left out stays as it is; null says that it is not known.
#[derive(Clone, Debug, Default, InputObject)]
pub struct ProductChanges {
    /// Its name.
    pub name: Option<String>,
    /// Code of its place in the official classification.
    pub group: Option<String>,
    /// What it is, in the maker's words, at most 4,000 characters.
    pub description: MaybeUndefined<String>,
    /// Solar months, 1 to 12, in which it can be had.
    pub months: MaybeUndefined<Vec<i32>>,
    /// Ids of uploaded photos in their order, at most 8.
    pub photos: Option<Vec<ID>>,
    /// All its packs in their order, at most 30; one with an id stays the pack that it is.
    pub variants: Option<Vec<VariantInput>>,
    /// Code of the unit in which capacity and least order are counted.
    pub unit: MaybeUndefined<String>,
    /// How much can be delivered in a calendar month, in `unit`.
    pub capacity_per_month: MaybeUndefined<Quantity>,
    /// The least that can be ordered, in `unit`.
    pub minimum_order: MaybeUndefined<Quantity>,
    /// Days from order to delivery.
    pub lead_time_days: MaybeUndefined<i32>,
    /// Days it keeps from the day it was made.
    pub shelf_life_days: MaybeUndefined<i32>,
    /// How it is kept.
    pub storage: MaybeUndefined<String>,
    /// Where it is delivered, in words.
    pub delivery_area: MaybeUndefined<String>,
    /// Whether it is delivered to Hanoi.
    pub delivers_to_hanoi: MaybeUndefined<bool>,
    /// Days a buyer may take to pay; 0 for payment on delivery.
    pub credit_days: MaybeUndefined<i32>,
    /// Whether goods are given on consignment.
    pub accepts_consignment: MaybeUndefined<bool>,
    /// Whether a VAT invoice is issued.
    pub vat_invoice: MaybeUndefined<InvoiceAnswer>,
    /// Web address where its way can be traced.
    pub traceability_url: MaybeUndefined<String>,
}

/// A pack of a product.
#[derive(Clone, Debug, InputObject)]
pub struct VariantInput {
    /// The pack it was; none for a new one.
    pub id: Option<ID>,
    /// How it is called: `Hộp 500 g`.
    pub name: String,
    /// Its own barcode: GTIN-8, 12, 13 or 14 with its check digit.
    pub gtin: Option<String>,
    /// How much is in it, in `netUnit`.
    pub net_content: Option<Quantity>,
    /// Code of a unit of mass, volume, length or pieces.
    pub net_unit: Option<String>,
    /// Code of the kind of pack: box, bottle.
    pub pack_unit: Option<String>,
    /// What it costs in a shop, VAT included, in whole đồng.
    pub retail_price: Option<Dong>,
    /// What it costs those who sell it on, in whole đồng.
    pub wholesale_price: Option<Dong>,
}
