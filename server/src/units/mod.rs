//! Units of measure in the API. What follows from them (conversion, prices that can be compared) stands in
//! `shared::units`.

use async_graphql::{Context, Object, SimpleObject};
use sea_orm::{EntityTrait, QueryOrder};
use shared::{Dimension, Quantity};

use crate::{entities::unit, error::Result, graphql::context::Ask};

/// A unit of measure.
#[derive(SimpleObject, Clone, Debug)]
pub struct Unit {
    /// Its code: `kg`, `dozen`, `packet`.
    pub code: String,
    /// As it stands after a number, in Vietnamese.
    pub name_vi: String,
    /// As it stands after a number, in English.
    pub name_en: String,
    /// What it measures.
    pub dimension: Dimension,
    /// How many base units it has: gram, millilitre, millimetre, piece, use. Null for a pack, whose content differs
    /// from product to product.
    pub base_factor: Option<Quantity>,
}

impl From<unit::Model> for Unit {
    fn from(row: unit::Model) -> Self {
        let unit::Model { code, name_vi, name_en, dimension, base_factor, .. } = row;
        Self { code, name_vi, name_en, dimension, base_factor }
    }
}

/// Queries for units of measure.
#[derive(Default)]
pub struct UnitQueries;

/// Queries for units of measure.
#[Object]
impl UnitQueries {
    /// Units of measure, in the order of the list.
    #[graphql(complexity = "80 * child_complexity")]
    async fn units(&self, ctx: &Context<'_>) -> Result<Vec<Unit>> {
        let rows = unit::Entity::find().order_by_asc(unit::Column::Position);
        let rows = rows.all(ctx.app().database.read()).await?;
        Ok(rows.into_iter().map(Unit::from).collect())
    }
}
