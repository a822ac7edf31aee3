//! The database: one SQLite file by default, PostgreSQL when `DATABASE_URL` says so; the same statements on
//! both.
//!
//! SQLite has one writing connection, readers beside it (WAL) and takes the write lock when a transaction
//! begins, so that two writers wait for each other and never fail half-way.

use std::{path::Path, sync::Arc, time::Duration};

use anyhow::Context;
use migrations::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectOptions, DatabaseConnection, DatabaseTransaction, DbBackend, EntityTrait, SqliteTransactionMode,
    TransactionOptions, TransactionTrait, sqlx::sqlite::SqliteJournalMode, sqlx::sqlite::SqliteSynchronous,
};
use tokio::sync::{OnceCell, watch};
use uuid::Uuid;

use crate::{entities::setting, statements};

const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
const READERS: u32 = 4;
const INSTANCE: &str = "instance";

/// Connections to one database, and the number of the last change written through them.
#[derive(Clone, Debug)]
pub struct Database {
    read: DatabaseConnection,
    write: DatabaseConnection,
    last_change: watch::Sender<i64>,
    instance: Arc<OnceCell<Uuid>>,
}

impl Database {
    /// Connects; a SQLite file and its folder are made when absent.
    pub async fn open(url: &str) -> anyhow::Result<Self> {
        let (mut read, mut write) = if url.starts_with("sqlite:") {
            make_folder_of(url)?;
            // The writer comes first: it makes the file and switches it to WAL.
            let write = sqlite(url, 1).await?;
            (sqlite(url, READERS).await?, write)
        } else {
            let mut options = ConnectOptions::new(url);
            options.max_connections(16).sqlx_logging(false);
            let pool = sea_orm::Database::connect(options).await.context("connecting to PostgreSQL")?;
            (pool.clone(), pool)
        };
        for connection in [&mut read, &mut write] {
            connection.set_metric_callback(|_| statements::sent());
        }
        Ok(Self { read, write, last_change: watch::Sender::new(0), instance: Arc::default() })
    }

    /// Closes all connections; a SQLite file is whole without its write-ahead log afterwards.
    pub async fn close(&self) -> Result<(), sea_orm::DbErr> {
        self.read.close_by_ref().await?;
        self.write.close_by_ref().await
    }

    /// Brings the tables up to date.
    pub async fn migrate(&self) -> anyhow::Result<()> {
        Migrator::up(&self.write, None).await.context("migrating the tables")
    }

    /// Connections for reading.
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// The connection that writes; only migrations and `changes` need it.
    pub fn write(&self) -> &DatabaseConnection {
        &self.write
    }

    /// A transaction that will write.
    pub async fn begin(&self) -> Result<DatabaseTransaction, sea_orm::DbErr> {
        let immediate = Some(SqliteTransactionMode::Immediate);
        let options = TransactionOptions { sqlite_transaction_mode: immediate, ..Default::default() };
        self.write.begin_with_options(options).await
    }

    /// SQLite or PostgreSQL.
    pub fn backend(&self) -> DbBackend {
        self.write.get_database_backend()
    }

    /// Tells when a change was written by this process; a hint to look, not the truth.
    pub fn last_change(&self) -> &watch::Sender<i64> {
        &self.last_change
    }

    /// Makes followers look at the log, whoever wrote.
    pub fn wake_followers(&self) {
        self.last_change.send_modify(|_| {});
    }

    /// What tells this database from any other: an index made from another one is of no use. Read once; asking
    /// again costs nothing.
    pub async fn instance(&self) -> anyhow::Result<Uuid> {
        self.instance.get_or_try_init(|| self.read_or_make_instance()).await.copied()
    }

    async fn read_or_make_instance(&self) -> anyhow::Result<Uuid> {
        let known = setting::Entity::find_by_id(INSTANCE).one(&self.write).await?;
        if let Some(row) = known {
            return row.value.parse().context("setting `instance` is no UUID");
        }
        let row = setting::ActiveModel {
            key: sea_orm::Set(INSTANCE.to_owned()),
            value: sea_orm::Set(Uuid::now_v7().to_string()),
        };
        let keep_the_first =
            sea_orm::sea_query::OnConflict::column(setting::Column::Key).do_nothing().to_owned();
        setting::Entity::insert(row).on_conflict(keep_the_first).exec_without_returning(&self.write).await?;
        let row = setting::Entity::find_by_id(INSTANCE).one(&self.write).await?;
        row.context("setting `instance` was just written")?.value.parse().context("setting `instance`")
    }
}

async fn sqlite(url: &str, connections: u32) -> anyhow::Result<DatabaseConnection> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(connections).sqlx_logging(false).map_sqlx_sqlite_opts(|options| {
        options
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // In WAL mode a crash of the process loses nothing; FULL also survives a loss of power.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(BUSY_TIMEOUT)
    });
    sea_orm::Database::connect(options).await.with_context(|| format!("opening {url}"))
}

fn make_folder_of(url: &str) -> anyhow::Result<()> {
    let path = url.trim_start_matches("sqlite:").trim_start_matches("//");
    let path = path.split('?').next().unwrap_or(path);
    match Path::new(path).parent() {
        Some(folder) if path != ":memory:" => {
            std::fs::create_dir_all(folder).with_context(|| format!("making the folder {}", folder.display()))
        }
        _ => Ok(()),
    }
}
