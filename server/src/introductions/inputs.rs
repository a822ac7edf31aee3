//! What people fill in to propose an introduction.

use async_graphql::{ID, InputObject};

/// A proposal to meet.
#[derive(Clone, Debug, InputObject)]
pub struct NewIntroduction {
    /// The need; left out for one without a need.
    pub need: Option<ID>,
    /// The product.
    pub product: ID,
    /// The retailer, where no need says who.
    pub retailer: Option<ID>,
    /// A few words to the other side, at most 1,000 characters.
    pub note: Option<String>,
    /// Days the other side has to answer, 1 to 30; 7 unless said.
    pub answer_days: Option<i32>,
}
