//! Proof of markets in the API.

use async_graphql::{Context, ID, Object};
use shared::ProductId;

use super::{reading, types::Evidence};
use crate::{
    error::{Error, Result},
    graphql::{
        context::{Ask, parse_id, signed_in},
        date::Date,
    },
};

/// Queries for proof of markets.
#[derive(Default)]
pub struct EvidenceQueries;

/// Queries for proof of markets.
#[Object]
impl EvidenceQueries {
    /// The markets of a product within some time, as proof for its next star rating: for people of its producer, and the
    /// staff who look after that.
    #[graphql(guard = "signed_in()", complexity = "200 + 20 * child_complexity")]
    async fn evidence(&self, ctx: &Context<'_>, product: ID, from: Date, until: Date) -> Result<Evidence> {
        let id: ProductId = parse_id(&product, "product")?;
        if until.0 < from.0 {
            return Err(Error::bad_input("until", "must not be before `from`"));
        }
        let gathered = reading::evidence(ctx.app(), ctx.signed_in()?, id, from.0..=until.0).await?;
        Ok(gathered.evidence)
    }
}
