//! Organisations: producers, retailers or both. Members, contacts and papers come with accounts.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::columns;

/// Adds `organisation`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::create();
        table.table("organisation");
        columns::id(&mut table);
        table
            .col(text("name"))
            .col(text("sort_key"))
            .col(text_null("legal_form"))
            .col(boolean("is_producer"))
            .col(boolean("is_retailer"))
            .col(timestamp_with_time_zone_null("verified_at"));
        columns::place(&mut table, "organisation");
        columns::origin(&mut table);
        columns::history(&mut table);
        manager.create_table(table).await?;
        manager.create_index(columns::index("organisation", &["origin_key"], true)).await?;
        manager.create_index(columns::index("organisation", &["sort_key", "id"], false)).await?;
        manager.create_index(columns::index("organisation", &["province_id"], false)).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("organisation").to_owned()).await
    }
}
