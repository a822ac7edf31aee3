//! Products' sheets in the API.

use async_graphql::{Context, ID, Object};
use shared::{FactKind, ProductId, Quantity};

use super::{
    answering, changing, creating, facts,
    inputs::{NewProduct, ProductChanges},
    publishing, readiness, require_visible,
    types::OwnProduct,
};
use crate::{
    error::Result,
    graphql::context::{Ask, parse_id, signed_in},
};

/// Queries for products' sheets.
#[derive(Default)]
pub struct CatalogueQueries;

/// Queries for products' sheets.
#[Object]
impl CatalogueQueries {
    /// The sheet of a product, for people of its producer and the staff who look after it.
    #[graphql(guard = "signed_in()")]
    async fn own_product(&self, ctx: &Context<'_>, id: ID) -> Result<Option<OwnProduct>> {
        let id: ProductId = parse_id(&id, "product")?;
        let (row, _) = require_visible(ctx.app().database.read(), ctx.signed_in()?, id).await?;
        Ok(Some(OwnProduct::new(row)))
    }

    /// Buyers for whom readiness can be asked, by name.
    async fn readiness_channels(&self, ctx: &Context<'_>) -> Vec<String> {
        readiness::named_channels(ctx.app().labels().requirements())
    }
}

/// What producers do about their products.
#[derive(Default)]
pub struct CatalogueMutations;

/// What producers do about their products.
#[Object]
impl CatalogueMutations {
    /// Enters a product for an own organisation; nobody else sees it before it is published.
    #[graphql(guard = "signed_in()")]
    async fn create_product(&self, ctx: &Context<'_>, input: NewProduct) -> Result<OwnProduct> {
        creating::create(ctx.app(), ctx.signed_in()?, input).await.map(OwnProduct::new)
    }

    /// Changes a product of an own organisation. `version` is the one that was read; `CONFLICT` when somebody else was
    /// quicker, and nothing is changed.
    #[graphql(guard = "signed_in()")]
    async fn update_product(
        &self,
        ctx: &Context<'_>,
        id: ID,
        version: i32,
        changes: ProductChanges,
    ) -> Result<OwnProduct> {
        let id: ProductId = parse_id(&id, "product")?;
        changing::update(ctx.app(), ctx.signed_in()?, id, version, changes).await.map(OwnProduct::new)
    }

    /// Shows a product to everybody; not while `hindrances` keep it from that.
    #[graphql(guard = "signed_in()")]
    async fn publish_product(&self, ctx: &Context<'_>, id: ID) -> Result<OwnProduct> {
        let id: ProductId = parse_id(&id, "product")?;
        publishing::set(ctx.app(), ctx.signed_in()?, id, true).await.map(OwnProduct::new)
    }

    /// Hides a product from everybody but its producer and staff.
    #[graphql(guard = "signed_in()")]
    async fn hide_product(&self, ctx: &Context<'_>, id: ID) -> Result<OwnProduct> {
        let id: ProductId = parse_id(&id, "product")?;
        publishing::set(ctx.app(), ctx.signed_in()?, id, false).await.map(OwnProduct::new)
    }

    /// Says that facts are still true; all that are known, unless some are named.
    #[graphql(guard = "signed_in()")]
    async fn confirm_facts(
        &self,
        ctx: &Context<'_>,
        id: ID,
        kinds: Option<Vec<FactKind>>,
    ) -> Result<OwnProduct> {
        let id: ProductId = parse_id(&id, "product")?;
        facts::confirm(ctx.app(), ctx.signed_in()?, id, kinds).await.map(OwnProduct::new)
    }

    /// Answers one of `requirements` that takes yes or no, or a number; with neither it is unknown again.
    #[graphql(guard = "signed_in()")]
    async fn answer_requirement(
        &self,
        ctx: &Context<'_>,
        product: ID,
        requirement: String,
        yes: Option<bool>,
        number: Option<Quantity>,
    ) -> Result<OwnProduct> {
        let id: ProductId = parse_id(&product, "product")?;
        let answered = answering::answer(ctx.app(), ctx.signed_in()?, id, &requirement, yes, number).await?;
        Ok(OwnProduct::new(answered))
    }
}
