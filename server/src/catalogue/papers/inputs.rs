//! What people say of their papers.

use async_graphql::{ID, InputObject};
use shared::PartialDate;

use crate::graphql::date::Date;

/// A paper.
#[derive(Clone, Debug, InputObject)]
pub struct CertificateInput {
    /// Code of the kind of paper.
    pub kind: String,
    /// Its number.
    pub number: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// When it was issued, as exactly as known.
    pub issued_on: Option<PartialDate>,
    /// Last day it holds.
    pub valid_until: Option<Date>,
    /// Id of the uploaded document.
    pub file: Option<ID>,
}

/// A paper of a product or of an organisation as a whole.
#[derive(Clone, Debug, InputObject)]
pub struct NewCertificate {
    /// The product it is of, or none.
    pub product: Option<ID>,
    /// The organisation it is of, or none.
    pub organisation: Option<ID>,
    /// The paper.
    pub certificate: CertificateInput,
}

/// A decision about the stars of a product.
#[derive(Clone, Debug, InputObject)]
pub struct StarDecisionInput {
    /// 3 to 5; none for a dossier with five-star points that waits for the ministry.
    pub stars: Option<i32>,
    /// Whether the province found it worth five stars and sent it to the ministry; then there are no stars yet.
    #[graphql(default)]
    pub potential_five_star: bool,
    /// Mean score of the council, 0 to 100.
    pub score: Option<f64>,
    /// Number of the decision; it must be there.
    pub number: Option<String>,
    /// Who signed, in the words of its time; it must be there.
    pub issuer: Option<String>,
    /// When it was signed, as exactly as known; it must be there.
    pub signed_on: Option<PartialDate>,
    /// Id of the uploaded document.
    pub file: Option<ID>,
}
