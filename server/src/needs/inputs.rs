//! What retailers fill in about a need.

use async_graphql::{ID, InputObject, MaybeUndefined};
use shared::{Dong, NeedVisibility, Quantity};

use crate::graphql::date::Date;

/// A new need.
#[derive(Clone, Debug, InputObject)]
pub struct NewNeed {
    /// The retailer.
    pub organisation: ID,
    /// What is looked for, in a line: `Miến dong, gói 500 g`.
    pub name: String,
    /// All else.
    pub details: Option<NeedChanges>,
}

/// What to change about a need. What is left out stays as it is; null says that it does not matter.
#[derive(Clone, Debug, Default, InputObject)]
pub struct NeedChanges {
    /// What is looked for, in a line.
    pub name: Option<String>,
    /// More about it, at most 4,000 characters.
    pub description: MaybeUndefined<String>,
    /// Codes of groups of the official classification; any of them.
    pub groups: Option<Vec<String>>,
    /// The fewest stars that certainly hold, 3 to 5.
    pub min_stars: MaybeUndefined<i32>,
    /// How much in a calendar month, in `unit`.
    pub quantity_per_month: MaybeUndefined<Quantity>,
    /// Code of the unit.
    pub unit: MaybeUndefined<String>,
    /// Solar months, 1 to 12, in which it is wanted.
    pub months: MaybeUndefined<Vec<i32>>,
    /// The most that is paid for one `unit`, in whole đồng.
    pub price_ceiling: MaybeUndefined<Dong>,
    /// Until when answers are welcome.
    pub deadline: MaybeUndefined<Date>,
    /// Codes of provinces of today it should come from; any of them.
    pub provinces: Option<Vec<String>>,
    /// Codes of provinces until 30 June 2025 it should come from; any of them.
    pub former_provinces: Option<Vec<String>>,
    /// What is asked of producers.
    pub requirements: Option<Vec<NeedRequirementInput>>,
    /// Who may read it; verified producers unless said.
    pub visibility: Option<NeedVisibility>,
}

/// Something a need asks of producers.
#[derive(Clone, Debug, InputObject)]
pub struct NeedRequirementInput {
    /// Code of one of `requirements`.
    pub requirement: String,
    /// The number asked for, where the requirement is one: at least, or for prices, days to wait and rates at most.
    pub number: Option<Quantity>,
}
