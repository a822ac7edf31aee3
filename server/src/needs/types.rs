//! What the API shows of needs.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject};
use chrono::{DateTime, Utc};
use shared::{Dong, Era, NeedHindrance, NeedParty, NeedStatus, NeedVisibility, Quantity, months};

use super::{
    loaders::{AskedBy, GroupsOf, ProvincesOf},
    party,
};
use crate::{
    admin_units::graphql::AdminUnit,
    calendar,
    entities::{need, organisation},
    error::Error,
    graphql::{context::Ask, date::Date},
    products::groups::ProductGroup,
    requirements::Requirement,
    retailers::Retailer,
    units::Unit,
};

/// What a retailer looks for.
pub struct Need(pub(crate) need::Model);

/// One that the viewer may read.
impl From<Arc<need::Model>> for Need {
    fn from(row: Arc<need::Model>) -> Self {
        Self(Arc::unwrap_or_clone(row))
    }
}

impl Need {
    async fn retailer_row(&self, ctx: &Context<'_>) -> async_graphql::Result<Arc<organisation::Model>> {
        Ok(ctx.load(self.0.organisation_id).await?.ok_or(Error::NotFound("retailer"))?)
    }
}

/// What a retailer looks for.
#[Object]
impl Need {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.into()
    }
    /// Who looks for it.
    async fn retailer(&self, ctx: &Context<'_>) -> async_graphql::Result<Retailer> {
        Ok(Retailer(self.retailer_row(ctx).await?))
    }
    /// What is looked for, in a line.
    async fn name(&self) -> &str {
        &self.0.name
    }
    /// More about it.
    async fn description(&self) -> Option<&str> {
        self.0.description.as_deref()
    }
    /// Groups of the official classification; any of them.
    #[graphql(complexity = "3 * child_complexity")]
    async fn groups(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<ProductGroup>> {
        let codes = ctx.load(GroupsOf(self.0.id)).await?.unwrap_or_default();
        let labels = ctx.app().labels();
        Ok(codes.iter().filter_map(|code| labels.group(code)).map(ProductGroup::from).collect())
    }
    /// The fewest stars that certainly hold; null when none are asked for.
    async fn min_stars(&self) -> Option<i32> {
        self.0.min_stars
    }
    /// How much in a calendar month, in `unit`.
    async fn quantity_per_month(&self) -> Option<Quantity> {
        self.0.quantity_per_month
    }
    /// The unit of amount and price.
    async fn unit(&self, ctx: &Context<'_>) -> Option<Unit> {
        ctx.app().labels().unit(self.0.unit_code.as_deref()?).cloned().map(Unit::from)
    }
    /// Solar months (1-12) in which it is wanted; null when it does not matter.
    async fn months(&self) -> Option<Vec<i32>> {
        self.0.months.map(months::of_bits)
    }
    /// The most that is paid for one `unit`, in whole đồng.
    async fn price_ceiling(&self) -> Option<Dong> {
        self.0.price_ceiling
    }
    /// Until when answers are welcome.
    async fn deadline(&self) -> Option<Date> {
        self.0.deadline.map(Date)
    }
    /// Whether that day has passed.
    async fn is_past(&self) -> bool {
        self.0.deadline.is_some_and(|day| day < calendar::today())
    }
    /// Provinces it should come from, of today or of before; any of them, and all when there are none.
    #[graphql(complexity = "3 * child_complexity")]
    async fn provinces(&self, ctx: &Context<'_>, era: Option<Era>) -> async_graphql::Result<Vec<AdminUnit>> {
        let units = ctx.load(ProvincesOf(self.0.id)).await?.unwrap_or_default();
        let labels = ctx.app().labels();
        let is_asked = |unit: &&shared::AdminUnitId| {
            era.is_none_or(|era| unit.parts().is_some_and(|(of, ..)| of == era))
        };
        let units = units.iter().filter(is_asked).filter_map(|unit| labels.province_of(unit));
        Ok(units.cloned().map(AdminUnit).collect())
    }
    /// What is asked of producers.
    #[graphql(complexity = "10 * child_complexity")]
    async fn requirements(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<NeedRequirement>> {
        let asked = ctx.load(AskedBy(self.0.id)).await?.unwrap_or_default();
        let labels = ctx.app().labels();
        // In the order of the list.
        let known = labels.requirements().iter().filter_map(|row| Some((row, *asked.get(&row.code)?)));
        let shown = |(row, number)| NeedRequirement { requirement: Requirement::new(row, &labels), number };
        Ok(known.map(shown).collect())
    }
    /// Who may read it while it is open.
    async fn visibility(&self) -> NeedVisibility {
        self.0.visibility
    }
    /// Where it stands.
    async fn status(&self) -> NeedStatus {
        self.0.status
    }
    /// Why it was closed.
    async fn closed_because(&self) -> Option<&str> {
        self.0.closed_because.as_deref()
    }
    /// When it was last opened.
    async fn opened_at(&self) -> Option<DateTime<Utc>> {
        self.0.opened_at
    }
    /// When it was closed.
    async fn closed_at(&self) -> Option<DateTime<Utc>> {
        self.0.closed_at
    }
    /// What keeps it from being opened; empty when nothing does.
    async fn hindrances(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<NeedHindrance>> {
        let groups = ctx.load(GroupsOf(self.0.id)).await?.unwrap_or_default();
        let retailer = self.retailer_row(ctx).await?;
        Ok(super::hindrances(&self.0, !groups.is_empty(), &retailer, calendar::today()))
    }
    /// What the viewer is to it; `NeedStatus` and this say what they may do.
    async fn viewer_party(&self, ctx: &Context<'_>) -> async_graphql::Result<NeedParty> {
        let Ok(somebody) = ctx.signed_in() else { return Ok(NeedParty::Other) };
        Ok(party(somebody, &*self.retailer_row(ctx).await?))
    }
    /// Counts the changes; an edit names the version it was made from.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// Something a need asks of producers.
#[derive(SimpleObject)]
pub struct NeedRequirement {
    /// What.
    requirement: Requirement,
    /// The number asked for, where it is one.
    number: Option<Quantity>,
}
