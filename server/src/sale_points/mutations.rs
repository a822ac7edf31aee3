//! What operators and staff do about sale points, in the API.

use async_graphql::{Context, ID, Object};
use shared::{OrganisationId, ProductId, SalePointId};

use super::{graphql::SalePoint, stocking};
use crate::{
    error::{Error, Result},
    graphql::context::{Ask, parse_id, signed_in, staff},
};

/// What operators and staff do about sale points.
#[derive(Default)]
pub struct SalePointMutations;

/// What operators and staff do about sale points.
#[Object]
impl SalePointMutations {
    /// Says which organisation runs a point; null for none of those here. For the staff who look after the point.
    #[graphql(guard = "staff()")]
    async fn assign_operator(
        &self,
        ctx: &Context<'_>,
        sale_point: ID,
        organisation: Option<ID>,
    ) -> Result<SalePoint> {
        let id: SalePointId = parse_id(&sale_point, "sale point")?;
        let operator: Option<OrganisationId> =
            organisation.map(|id| parse_id(&id, "organisation")).transpose()?;
        stocking::assign_operator(ctx.app(), ctx.signed_in()?, id, operator).await?;
        shown(ctx, id)
    }

    /// Says that published products are on sale at a point, at most 100 at once; also for those that were on its list
    /// already. For people of its operator.
    #[graphql(guard = "signed_in()")]
    async fn stock_products(
        &self,
        ctx: &Context<'_>,
        sale_point: ID,
        products: Vec<ID>,
    ) -> Result<SalePoint> {
        let id: SalePointId = parse_id(&sale_point, "sale point")?;
        stocking::put(ctx.app(), ctx.signed_in()?, id, &ids(&products)?).await?;
        shown(ctx, id)
    }

    /// Takes products off the list of a point. For people of its operator.
    #[graphql(guard = "signed_in()")]
    async fn unstock_products(
        &self,
        ctx: &Context<'_>,
        sale_point: ID,
        products: Vec<ID>,
    ) -> Result<SalePoint> {
        let id: SalePointId = parse_id(&sale_point, "sale point")?;
        stocking::take_off(ctx.app(), ctx.signed_in()?, id, &ids(&products)?).await?;
        shown(ctx, id)
    }

    /// Says that all that is on the list of a point is still on sale. For people of its operator.
    #[graphql(guard = "signed_in()")]
    async fn confirm_stock(&self, ctx: &Context<'_>, sale_point: ID) -> Result<SalePoint> {
        let id: SalePointId = parse_id(&sale_point, "sale point")?;
        stocking::confirm_all(ctx.app(), ctx.signed_in()?, id).await?;
        shown(ctx, id)
    }
}

fn ids(products: &[ID]) -> Result<Vec<ProductId>> {
    products.iter().map(|id| parse_id(id, "product")).collect()
}

fn shown(ctx: &Context<'_>, id: SalePointId) -> Result<SalePoint> {
    ctx.app().register().find(id).cloned().map(SalePoint::from).ok_or(Error::NotFound("sale point"))
}
