//! The log of every write: audit trail, what each node's search index follows, the source of subscriptions, and later of
//! notifications and the undo of an import.
//!
//! A write goes through [`Write`]: the rows and their log lines share one transaction, and the log lines
//! come last, so that the lock that keeps `seq` in commit order on PostgreSQL is held briefly.

mod attending;
pub mod graphql;
pub mod listener;
pub(crate) mod notices;
pub mod subscription;

use chrono::Utc;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, prelude::Json,
};

use crate::{database::Database, entities::change, error::Result};

/// Rows of one INSERT; eight values each, below the limit of both databases.
const LINES_AT_ONCE: usize = 1_000;
/// Advisory lock of PostgreSQL that puts commits in the order of `seq`.
pub const ORDER_LOCK: i64 = 0x6f63_6f70;
/// Channel on which PostgreSQL tells other nodes that there is something new.
pub const CHANNEL: &str = "ocop_change";

/// One line of the log, before it has a number.
#[derive(Clone, Debug)]
pub struct Line {
    /// Table name of the thing: `product`, `sale_point`. What belongs to a thing (its stock, papers, ratings) is told
    /// by a line of that thing: followers know things, not their parts.
    pub entity: &'static str,
    /// Its id.
    pub entity_id: String,
    /// What was done: `created`, `updated`, `loaded`.
    pub action: &'static str,
    /// The columns that changed, as they were; personal fields masked.
    pub before: Option<Json>,
    /// The columns that changed, as they are now; personal fields masked.
    pub after: Option<Json>,
}

impl Line {
    /// A line that only says what was done.
    pub fn of(entity: &'static str, id: impl std::fmt::Display, action: &'static str) -> Self {
        Self { entity, entity_id: id.to_string(), action, before: None, after: None }
    }

    /// The same with the columns that changed.
    pub fn with(self, before: Option<Json>, after: Option<Json>) -> Self {
        Self { before, after, ..self }
    }
}

/// A transaction that writes rows and their log lines together, or neither.
#[derive(Debug)]
pub struct Write {
    transaction: DatabaseTransaction,
    database: Database,
    actor: String,
    lines: Vec<Line>,
}

impl Write {
    /// Begins; `actor` is who writes: an account, or the name of a command.
    pub async fn begin(database: &Database, actor: impl Into<String>) -> Result<Self> {
        let transaction = database.begin().await?;
        Ok(Self { transaction, database: database.clone(), actor: actor.into(), lines: Vec::new() })
    }

    /// Where to write the rows.
    pub fn rows(&self) -> &DatabaseTransaction {
        &self.transaction
    }

    /// Notes what was written.
    pub fn record(&mut self, line: Line) {
        self.lines.push(line);
    }

    /// Appends the log and commits; the number of the last line, or `None` if nothing was written.
    pub async fn commit(self) -> Result<Option<i64>> {
        if self.lines.is_empty() {
            self.transaction.rollback().await?;
            return Ok(None);
        }
        let postgres = self.database.backend() == DbBackend::Postgres;
        if postgres {
            let lock = format!("SELECT pg_advisory_xact_lock({ORDER_LOCK})");
            self.transaction.execute_unprepared(&lock).await?;
        }
        let at = Utc::now();
        for lines in self.lines.chunks(LINES_AT_ONCE) {
            let rows = lines.iter().cloned().map(|line| change::ActiveModel {
                at: Set(at),
                actor: Set(self.actor.clone()),
                entity: Set(line.entity.to_owned()),
                entity_id: Set(line.entity_id),
                action: Set(line.action.to_owned()),
                before: Set(line.before),
                after: Set(line.after),
                ..Default::default()
            });
            change::Entity::insert_many(rows).exec_without_returning(&self.transaction).await?;
        }
        let last = last_seq(&self.transaction).await?;
        if postgres {
            self.transaction.execute_unprepared(&format!("NOTIFY {CHANNEL}")).await?;
        }
        self.transaction.commit().await?;
        self.database.last_change().send_replace(last);
        Ok(Some(last))
    }
}

/// The number of the newest line, 0 when there is none.
pub async fn last_seq(connection: &impl ConnectionTrait) -> Result<i64> {
    let query = change::Entity::find().select_only().column_as(change::Column::Seq.max(), "seq");
    let last: Option<Option<i64>> = query.into_tuple().one(connection).await?;
    Ok(last.flatten().unwrap_or(0))
}

/// Lines after `seq`, oldest first, at most `limit` of them: entity and id of each.
pub async fn after(
    connection: &impl ConnectionTrait,
    seq: i64,
    limit: u64,
) -> Result<Vec<(i64, String, String)>> {
    let query = change::Entity::find()
        .select_only()
        .columns([change::Column::Seq, change::Column::Entity, change::Column::EntityId])
        .filter(change::Column::Seq.gt(seq))
        .order_by_asc(change::Column::Seq)
        .limit(limit);
    Ok(query.into_tuple().all(connection).await?)
}

/// The log of one thing, newest first.
pub async fn of(connection: &impl ConnectionTrait, entity: &str, id: &str) -> Result<Vec<change::Model>> {
    let query = change::Entity::find()
        .filter(change::Column::Entity.eq(entity))
        .filter(change::Column::EntityId.eq(id))
        .order_by_desc(change::Column::Seq)
        .limit(shared::limits::PAGE_ROWS as u64);
    Ok(query.all(connection).await?)
}
