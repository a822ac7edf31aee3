//! The log in the API; staff only.

use async_graphql::{Context, ID, Json, Object, SimpleObject};
use chrono::{DateTime, Utc};

use crate::{
    entities::change,
    error::Result,
    graphql::context::{Ask, staff},
};

/// One line of the log of writes.
#[derive(SimpleObject)]
pub struct Change {
    /// Number of the line; larger is later.
    seq: i64,
    /// When it was written.
    at: DateTime<Utc>,
    /// Who wrote it.
    actor: String,
    /// Table of the thing: `product`, `sale_point`.
    entity: String,
    /// Its id.
    entity_id: String,
    /// What was done: `created`, `updated`, `loaded`.
    action: String,
    /// The columns that changed, as they were.
    before: Option<Json<serde_json::Value>>,
    /// The columns that changed, as they are.
    after: Option<Json<serde_json::Value>>,
}

impl From<change::Model> for Change {
    fn from(row: change::Model) -> Self {
        Self {
            seq: row.seq,
            at: row.at,
            actor: row.actor,
            entity: row.entity,
            entity_id: row.entity_id,
            action: row.action,
            before: row.before.map(Json),
            after: row.after.map(Json),
        }
    }
}

/// Queries for the log.
#[derive(Default)]
pub struct ChangeQueries;

/// Queries for the log.
#[Object]
impl ChangeQueries {
    /// The log of one thing, newest first, at most 100 lines; staff only.
    #[graphql(guard = "staff()", complexity = "100 * child_complexity")]
    async fn changes(&self, ctx: &Context<'_>, entity: String, id: ID) -> Result<Vec<Change>> {
        let lines = super::of(ctx.app().database.read(), &entity, &id).await?;
        Ok(lines.into_iter().map(Change::from).collect())
    }
}
