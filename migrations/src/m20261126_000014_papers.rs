//! Star decisions that people enter, and what staff say to papers that were entered.

use sea_orm_migration::prelude::*;

/// Says of star decisions and certificates when and by whom they were entered, and what staff decided about them.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const WHEN: [&str; 2] = ["entered_at", "refused_at"];
const BECAUSE: &str = "refused_because";
/// Columns that certificates have had before.
const OF_STAR_DECISIONS: [&str; 3] = ["file_id", "entered_by", "confirmed_by"];
const CONFIRMED_AT: &str = "confirmed_at";
const VERSION: &str = "version";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["certificate", "star_decision"] {
            for name in WHEN {
                add(manager, table, ColumnDef::new(name).timestamp_with_time_zone().null()).await?;
            }
            add(manager, table, ColumnDef::new(BECAUSE).text().null()).await?;
        }
        // SQLite adds no foreign key to a table that is there; what these name is never deleted.
        for name in OF_STAR_DECISIONS {
            add(manager, "star_decision", ColumnDef::new(name).uuid().null()).await?;
        }
        add(manager, "star_decision", ColumnDef::new(CONFIRMED_AT).timestamp_with_time_zone().null()).await?;
        add(manager, "star_decision", ColumnDef::new(VERSION).integer().not_null().default(1)).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["certificate", "star_decision"] {
            for name in WHEN.into_iter().chain([BECAUSE]) {
                drop(manager, table, name).await?;
            }
        }
        for name in OF_STAR_DECISIONS.into_iter().chain([CONFIRMED_AT, VERSION]) {
            drop(manager, "star_decision", name).await?;
        }
        Ok(())
    }
}

async fn add(manager: &SchemaManager<'_>, table: &'static str, column: &mut ColumnDef) -> Result<(), DbErr> {
    manager.alter_table(Table::alter().table(table).add_column(column.to_owned()).to_owned()).await
}

async fn drop(manager: &SchemaManager<'_>, table: &'static str, name: &'static str) -> Result<(), DbErr> {
    manager.alter_table(Table::alter().table(table).drop_column(name).to_owned()).await
}
