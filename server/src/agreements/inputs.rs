//! What people fill in of an agreement.

use async_graphql::{ID, InputObject};
use shared::{AgreementKind, Dong, Quantity};

use crate::graphql::date::Date;

/// An agreement that no introduction led to: by a side that knows the other, or by staff (an event, departments).
#[derive(Clone, Debug, InputObject)]
pub struct NewAgreement {
    /// Who buys. Left out where that side is a department, named in `terms`; only staff of the city leave it out.
    pub retailer: Option<ID>,
    /// Who delivers; the same.
    pub producer: Option<ID>,
    /// The introduction that led to it, of the same sides.
    pub introduction: Option<ID>,
    /// What it says.
    pub terms: AgreementTermsInput,
}

/// All that a version says; what is left out is empty.
#[derive(Clone, Debug, InputObject)]
pub struct AgreementTermsInput {
    /// What kind of agreement.
    pub kind: AgreementKind,
    /// The event it is agreed at.
    pub event: Option<ID>,
    /// First day of its term.
    pub starts_on: Option<Date>,
    /// Last day of its term; at most ten years after the first.
    pub ends_on: Option<Date>,
    /// Where it is signed, at most 300 characters.
    pub place: Option<String>,
    /// How goods are delivered, at most 4,000 characters.
    pub delivery_terms: Option<String>,
    /// How they are paid, at most 4,000 characters.
    pub payment_terms: Option<String>,
    /// What they must be like, at most 4,000 characters.
    pub quality_terms: Option<String>,
    /// All else, at most 4,000 characters.
    pub other_terms: Option<String>,
    /// Who buys, as it stands in the document. What is left out is filled with what is known of the organisation; an
    /// empty text stays empty.
    pub retailer: Option<AgreementSideInput>,
    /// Who delivers; the same.
    pub producer: Option<AgreementSideInput>,
    /// The goods, at most 50 lines.
    pub lines: Vec<AgreementLineInput>,
}

/// A side as it stands in the document.
#[derive(Clone, Debug, Default, InputObject)]
pub struct AgreementSideInput {
    /// Its name.
    pub name: Option<String>,
    /// Its address.
    pub address: Option<String>,
    /// Its tax code.
    pub tax_code: Option<String>,
    /// Its telephone.
    pub phone: Option<String>,
    /// Its bank account: number and bank.
    pub bank_account: Option<String>,
    /// Who signs for it.
    pub representative: Option<String>,
    /// As what.
    pub position: Option<String>,
}

/// Goods of an agreement.
#[derive(Clone, Debug, InputObject)]
pub struct AgreementLineInput {
    /// A product of the producer; left out for goods that are named only.
    pub product: Option<ID>,
    /// A pack of it.
    pub variant: Option<ID>,
    /// How the goods are called; needed without a product.
    pub name: Option<String>,
    /// How much in a calendar month, in `unit`.
    pub quantity_per_month: Quantity,
    /// Code of the unit.
    pub unit: String,
    /// Of one `unit`, in whole đồng; left out when each order says it.
    pub price: Option<Dong>,
    /// Solar months, 1 to 12; left out for all.
    pub months: Option<Vec<i32>>,
}
