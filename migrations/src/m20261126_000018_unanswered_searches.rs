//! Searches that found nothing, counted by month, without who searched.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::columns;

/// Adds `unanswered_search`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const TABLE: &str = "unanswered_search";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut search = Table::create();
        search
            .table(TABLE)
            // The first day of the month.
            .col(date("month"))
            // Without accents and case, so that spellings of one thing are counted together.
            .col(text("words"))
            // What was filtered by, empty for nothing: a key has no null.
            .col(text("group_code"))
            .col(text("province_code"))
            // As it was first typed.
            .col(text("typed"))
            .col(integer("times"))
            .col(date("last_on"))
            .primary_key(
                Index::create()
                    .name("unanswered_search_pkey")
                    .col("month")
                    .col("words")
                    .col("group_code")
                    .col("province_code"),
            );
        manager.create_table(search).await?;
        manager.create_index(columns::index(TABLE, &["month", "times"], false)).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table(TABLE).to_owned()).await
    }
}
