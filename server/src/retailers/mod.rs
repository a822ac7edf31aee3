//! Retailers (nhà phân phối, nhà bán lẻ): who sells, and looks for goods to sell.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, connection::Connection};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use shared::{LegalForm, OrganisationId};

use crate::{
    entities::organisation,
    error::{Error, Result},
    graphql::{
        context::{Ask, parse_id},
        page::{self, Page},
    },
    numbers::int,
    organisations::{
        loaders::{DetailsOf, PublicContactConsentOf},
        types::Contact,
    },
};

/// Somebody who sells goods.
pub struct Retailer(pub(crate) Arc<organisation::Model>);

/// Somebody who sells goods.
#[Object]
impl Retailer {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.into()
    }
    /// Its name.
    async fn name(&self) -> &str {
        &self.0.name
    }
    /// What it is in law.
    async fn legal_form(&self) -> Option<LegalForm> {
        self.0.legal_form
    }
    /// Name of the province of today.
    async fn province(&self, ctx: &Context<'_>) -> Option<String> {
        let labels = ctx.app().labels();
        Some(labels.province_of(self.0.province_id.as_ref()?)?.short_name.clone())
    }
    /// Whether staff have verified who it is.
    async fn is_verified(&self) -> bool {
        self.0.verified_at.is_some()
    }
    /// How to reach it; null unless it has agreed that everybody may know.
    async fn public_contact(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Contact>> {
        if ctx.load(PublicContactConsentOf(self.0.id)).await?.is_none() {
            return Ok(None);
        }
        Ok(ctx.load(DetailsOf(self.0.id)).await?.map(|details| Contact::public(&details)))
    }
}

/// What the list of retailers says beside its edges.
pub struct RetailerTotal;

/// What the list of retailers says beside its edges.
#[Object]
impl RetailerTotal {
    /// Retailers of the whole list.
    async fn total_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let count = listed().count(ctx.app().database.read()).await?;
        Ok(int(count))
    }
}

fn listed() -> Select<organisation::Entity> {
    organisation::Entity::find()
        .filter(organisation::Column::IsRetailer.eq(true))
        .filter(organisation::Column::ListedAt.is_not_null())
}

/// Queries for retailers.
#[derive(Default)]
pub struct RetailerQueries;

/// Queries for retailers.
#[Object]
impl RetailerQueries {
    /// Retailers that staff have verified once, by name.
    #[graphql(complexity = "20 + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity")]
    async fn retailers(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, Retailer, RetailerTotal>> {
        const LIST: &str = "retailers.name";
        let rows = page::rows(first)?;
        let mut query = listed();
        let key: Option<(String, OrganisationId)> = page::key(LIST, after.as_deref())?;
        if let Some((sort_key, id)) = key {
            let same_name = organisation::Column::SortKey.eq(&sort_key).and(organisation::Column::Id.gt(id));
            query = query.filter(organisation::Column::SortKey.gt(sort_key).or(same_name));
        }
        let query = query.order_by_asc(organisation::Column::SortKey).order_by_asc(organisation::Column::Id);
        let found = query.limit(rows as u64 + 1).all(ctx.app().database.read()).await?;
        let page = Page::cut(LIST, found, rows, |row| (row.sort_key.clone(), row.id));
        Ok(page.map(|row| Retailer(Arc::new(row))).into_connection(after.as_deref(), RetailerTotal))
    }

    /// One retailer.
    async fn retailer(&self, ctx: &Context<'_>, id: ID) -> async_graphql::Result<Option<Retailer>> {
        let id: OrganisationId = parse_id(&id, "retailer")?;
        let row = ctx.load(id).await?.filter(|row| row.is_retailer && row.listed_at.is_some());
        Ok(Some(Retailer(row.ok_or(Error::NotFound("retailer"))?)))
    }
}
