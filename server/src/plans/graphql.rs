//! Plans in the API.

use async_graphql::{Context, ID, Object};
use shared::PartialDate;

use crate::{
    entities::plan,
    error::Result,
    graphql::context::Ask,
    sources::{self, Source},
};

/// A yearly plan of the city, as published. A year can have several.
#[derive(Clone, Debug)]
pub struct Plan(plan::Model);

/// A yearly plan of the city, as published. A year can have several.
#[Object]
impl Plan {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.into()
    }
    /// The year it is for.
    async fn year(&self) -> i32 {
        self.0.year
    }
    /// Number of the document: `42/KH-UBND`.
    async fn decision_number(&self) -> Option<&str> {
        self.0.decision_number.as_deref()
    }
    /// When it was issued.
    async fn issued_on(&self) -> Option<PartialDate> {
        self.0.issued_on
    }
    /// Least number of sale points to reach.
    async fn target_min(&self) -> Option<i32> {
        self.0.target_min
    }
    /// Largest number of the target, where it is a range.
    async fn target_max(&self) -> Option<i32> {
        self.0.target_max
    }
    /// Least number for each former district.
    async fn min_per_district(&self) -> Option<i32> {
        self.0.min_per_district
    }
    /// Least number of design centres to reach.
    async fn centres_target(&self) -> Option<i32> {
        self.0.centres_target
    }
    /// The criteria it names: `950/QĐ-BCT`.
    async fn criteria_decision(&self) -> Option<&str> {
        self.0.criteria_decision.as_deref()
    }
    /// Where it was read.
    #[graphql(complexity = "5 * child_complexity")]
    async fn sources(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Source>> {
        sources::of(ctx, self.0.id).await
    }
}

/// Queries for plans.
#[derive(Default)]
pub struct PlanQueries;

/// Queries for plans.
#[Object]
impl PlanQueries {
    /// Plans, newest year first; of one year if it is given.
    #[graphql(complexity = "50 * child_complexity")]
    async fn plans(&self, ctx: &Context<'_>, year: Option<i32>) -> Result<Vec<Plan>> {
        let plans = super::list(&ctx.app().database, year).await?;
        Ok(plans.into_iter().map(Plan).collect())
    }
}
