//! Where facts were read. Every public row shows its sources and the day we read them.

use std::collections::{HashMap, HashSet};

use async_graphql::{Context, ID, Object};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::SourceId;
use uuid::Uuid;

use crate::{
    database::Database,
    entities::{fact_source, source},
    error::Result,
    graphql::{context::Ask, date::Date, loaders::SourcesOf},
};

/// Where a fact was read.
#[derive(Clone, Debug)]
pub struct Source(pub source::Model);

/// Where a fact was read.
#[Object]
impl Source {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.into()
    }
    /// The address or the name of the document.
    async fn citation(&self) -> &str {
        &self.0.citation
    }
    /// The address; null for a document, or a copy whose first address is not known.
    async fn url(&self) -> Option<&str> {
        self.0.url.as_deref()
    }
    /// When we read it.
    async fn read_on(&self) -> Option<Date> {
        self.0.read_on.map(Date)
    }
}

/// The sources of a row.
pub(crate) async fn of(ctx: &Context<'_>, row: impl Into<SourcesOf>) -> async_graphql::Result<Vec<Source>> {
    let sources = ctx.load(row.into()).await?.unwrap_or_default();
    Ok(sources.into_iter().map(Source).collect())
}

/// The sources of rows of one table, by row, with two statements for any number of rows.
pub(crate) async fn of_rows(
    database: &Database,
    table: &str,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Vec<source::Model>>> {
    let links = fact_source::Entity::find()
        .filter(fact_source::Column::Entity.eq(table))
        .filter(fact_source::Column::EntityId.is_in(ids))
        .order_by_asc(fact_source::Column::Position)
        .all(database.read())
        .await?;
    let cited: HashSet<SourceId> = links.iter().map(|link| link.source_id).collect();
    let sources = source::Entity::find().filter(source::Column::Id.is_in(cited)).all(database.read()).await?;
    let sources: HashMap<SourceId, source::Model> = sources.into_iter().map(|row| (row.id, row)).collect();
    let mut of_rows: HashMap<Uuid, Vec<source::Model>> = HashMap::new();
    for link in links {
        of_rows.entry(link.entity_id).or_default().extend(sources.get(&link.source_id).cloned());
    }
    Ok(of_rows)
}
