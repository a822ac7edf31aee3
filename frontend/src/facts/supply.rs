//! What a producer says about supplying a product: packs, terms, photos. The same fragments serve the public page and
//! the sheet of its producer.

use shared::{Dong, Gtin, Quantity};

use crate::api::{Dimension, InvoiceAnswer, schema};
use crate::text::{Language, language};

/// A unit in which something is measured or packed.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Unit")]
pub(crate) struct Measure {
    pub(crate) code: String,
    pub(crate) name_vi: String,
    pub(crate) name_en: String,
    pub(crate) dimension: Dimension,
    /// None for a pack, whose content differs.
    pub(crate) base_factor: Option<Quantity>,
}

/// A pack.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Variant")]
pub(crate) struct Pack {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) gtin: Option<Gtin>,
    pub(crate) net_content: Option<Quantity>,
    pub(crate) net_unit: Option<Measure>,
    pub(crate) pack_unit: Option<Measure>,
    pub(crate) retail_price: Option<Dong>,
    pub(crate) wholesale_price: Option<Dong>,
    pub(crate) retail_price_per_kilo: Option<Dong>,
}

/// On what terms a product can be had.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "ProductTerms")]
pub(crate) struct Terms {
    pub(crate) unit: Option<Measure>,
    pub(crate) capacity_per_month: Option<Quantity>,
    pub(crate) minimum_order: Option<Quantity>,
    pub(crate) lead_time_days: Option<i32>,
    pub(crate) shelf_life_days: Option<i32>,
    pub(crate) storage: Option<String>,
    pub(crate) delivery_area: Option<String>,
    pub(crate) delivers_to_hanoi: Option<bool>,
    pub(crate) credit_days: Option<i32>,
    pub(crate) accepts_consignment: Option<bool>,
    pub(crate) vat_invoice: Option<InvoiceAnswer>,
    pub(crate) traceability_url: Option<String>,
}

/// A photo in its two sizes.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
pub(crate) struct Photo {
    pub(crate) id: cynic::Id,
    pub(crate) url: String,
    pub(crate) small_url: String,
    pub(crate) width: i32,
    pub(crate) height: i32,
}

impl Measure {
    /// Its name in the language of the page.
    pub(crate) fn name(&self) -> &str {
        match language() {
            Language::Vietnamese => &self.name_vi,
            Language::English => &self.name_en,
        }
    }
}
