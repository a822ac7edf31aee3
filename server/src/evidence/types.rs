//! What the API shows of the markets of a product.

use async_graphql::{ComplexObject, Context, SimpleObject};
use shared::{AgreementId, Quantity};

use crate::{
    agreements::types::Agreement,
    catalogue::types::OwnProduct,
    error::Error,
    graphql::{context::Ask, date::Date},
    units::Unit,
};

/// The markets of a product within some time, as proof for its next star rating.
#[derive(SimpleObject)]
pub struct Evidence {
    /// The product.
    pub(super) product: OwnProduct,
    /// First day of the time.
    pub(super) from: Date,
    /// Last day of the time.
    pub(super) until: Date,
    /// Signed agreements with a line of the product that held within the time, the earliest first.
    pub(super) agreements: Vec<EvidenceAgreement>,
    /// Buyers with a confirmed delivery of it.
    pub(super) buyers: i32,
    /// Buyers of modern trade with such an agreement. A buyer is counted as one only where the register knows it: it runs a
    /// sale point that is a supermarket, or that stands in a trade centre or supermarket (location type L3, but no market).
    pub(super) modern_trade_buyers: i32,
    /// Stars that hold now; null for none.
    pub(super) stars: Option<i32>,
    /// What the next rank asks of the market, and whether this shows it.
    pub(super) next: Vec<EvidenceDemand>,
}

/// A signed agreement with a line of the product.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct EvidenceAgreement {
    #[graphql(skip)]
    pub(super) id: AgreementId,
    /// What it promises of the product within the time, one amount for each unit.
    pub(super) promised: Vec<EvidenceAmount>,
    /// What both sides confirm of that: in checks whose last day lies within the time.
    pub(super) confirmed: Vec<EvidenceAmount>,
}

/// A signed agreement with a line of the product.
#[ComplexObject]
impl EvidenceAgreement {
    /// The agreement.
    async fn agreement(&self, ctx: &Context<'_>) -> async_graphql::Result<Agreement> {
        Ok(ctx.load(self.id).await?.ok_or(Error::NotFound("agreement"))?.into())
    }
}

/// An amount in its unit.
#[derive(Clone, Debug, SimpleObject)]
pub struct EvidenceAmount {
    /// How much.
    pub(super) quantity: Quantity,
    /// Of what.
    pub(super) unit: Unit,
}

/// Something that a rank asks of the market.
#[derive(Clone, Debug, SimpleObject)]
pub struct EvidenceDemand {
    /// The rank.
    pub(super) stars: i32,
    /// What it asks, in Vietnamese.
    pub(super) vi: String,
    /// What it asks, in English.
    pub(super) en: String,
    /// How many there are.
    pub(super) has: i32,
    /// How many are asked for.
    pub(super) needs: i32,
    /// Whether that is enough.
    pub(super) is_met: bool,
}
