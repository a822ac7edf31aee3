//! Where facts were read, the log of every write, and the few facts about the database itself.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::columns;

/// Adds `source`, `fact_source`, `change` and `setting`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut source = Table::create();
        source.table("source");
        columns::id(&mut source);
        source.col(text("citation")).col(text_null("url")).col(date_null("read_on"));
        manager.create_table(source).await?;
        manager.create_index(columns::index("source", &["citation"], true)).await?;

        let mut fact = Table::create();
        fact.table("fact_source")
            .col(text("entity"))
            .col(uuid("entity_id"))
            .col(uuid("source_id"))
            .col(integer("position"))
            .primary_key(
                Index::create().name("fact_source_pkey").col("entity").col("entity_id").col("source_id"),
            );
        columns::foreign_key(
            &mut fact,
            "fact_source",
            "source_id",
            "source",
            "id",
            ForeignKeyAction::Restrict,
        );
        manager.create_table(fact).await?;
        manager.create_index(columns::index("fact_source", &["source_id"], false)).await?;

        let mut change = Table::create();
        change
            .table("change")
            .col(ColumnDef::new("seq").big_integer().not_null().auto_increment().primary_key())
            .col(timestamp_with_time_zone("at"))
            .col(text("actor"))
            .col(text("entity"))
            .col(text("entity_id"))
            .col(text("action"))
            .col(json_binary_null("before"))
            .col(json_binary_null("after"));
        manager.create_table(change).await?;
        manager.create_index(columns::index("change", &["entity", "entity_id", "seq"], false)).await?;

        let mut setting = Table::create();
        setting.table("setting");
        columns::text_key(&mut setting, "key");
        setting.col(text("value"));
        manager.create_table(setting).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["setting", "change", "fact_source", "source"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
