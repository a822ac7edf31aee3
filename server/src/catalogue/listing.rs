//! The products of an organisation, for its own people and for staff.

use async_graphql::{Context, Object, connection::Connection};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::{OrganisationId, ProductId};

use super::types::OwnProduct;
use crate::{
    entities::product,
    error::Result,
    graphql::{
        context::Ask,
        page::{self, Page},
    },
    numbers::int,
};

const LIST: &str = "organisation.products";

/// A page of them, by name.
pub(crate) async fn of(
    ctx: &Context<'_>,
    organisation: OrganisationId,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<String, OwnProduct, OwnProductTotal>> {
    let rows = page::rows(first)?;
    let key: Option<(String, ProductId)> = page::key(LIST, after.as_deref())?;
    let mut query = product::Entity::find().filter(product::Column::ProducerId.eq(organisation));
    if let Some((name, id)) = key {
        let same_name = product::Column::Name.eq(&name).and(product::Column::Id.gt(id));
        query = query.filter(product::Column::Name.gt(name).or(same_name));
    }
    let query = query.order_by_asc(product::Column::Name).order_by_asc(product::Column::Id);
    let found = query.limit(rows as u64 + 1).all(ctx.app().database.read()).await?;
    let page = Page::cut(LIST, found, rows, |row| (row.name.clone(), row.id));
    Ok(page.map(OwnProduct::new).into_connection(after.as_deref(), OwnProductTotal { organisation }))
}

/// What the list says beside its edges.
pub struct OwnProductTotal {
    organisation: OrganisationId,
}

/// What the list says beside its edges.
#[Object]
impl OwnProductTotal {
    /// Products of the whole list.
    async fn total_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let all = product::Entity::find().filter(product::Column::ProducerId.eq(self.organisation));
        let count = all.count(ctx.app().database.read()).await?;
        Ok(int(count))
    }
}
