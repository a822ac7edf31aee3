//! Addresses of other programs that are told of what happens to introductions, and what they are told.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::columns;

/// Adds `webhook` and `webhook_delivery`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        webhooks(manager).await?;
        deliveries(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["webhook_delivery", "webhook"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

async fn webhooks(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table = "webhook";
    let mut webhook = Table::create();
    webhook.table(table);
    columns::id(&mut webhook);
    webhook
        // Null for one of the whole city.
        .col(uuid_null("organisation_id"))
        .col(text("url"))
        .col(text("secret"))
        // Names of kinds with commas between them; null for all.
        .col(text_null("kinds"))
        .col(text_null("note"))
        .col(uuid("created_by"))
        .col(timestamp_with_time_zone_null("paused_at"));
    columns::history(&mut webhook);
    let cascade = ForeignKeyAction::Cascade;
    columns::foreign_key(&mut webhook, table, "organisation_id", "organisation", "id", cascade);
    let restrict = ForeignKeyAction::Restrict;
    columns::foreign_key(&mut webhook, table, "created_by", "account", "id", restrict);
    manager.create_table(webhook).await?;
    manager.create_index(columns::index(table, &["organisation_id"], false)).await?;
    manager.create_index(columns::index(table, &["created_by"], false)).await
}

async fn deliveries(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table = "webhook_delivery";
    let mut delivery = Table::create();
    delivery.table(table);
    columns::id(&mut delivery);
    delivery
        .col(uuid("webhook_id"))
        .col(text("kind"))
        // What is sent, to the letter: the signature is over it.
        .col(text("body"))
        .col(ColumnDef::new("attempts").integer().not_null().default(0))
        // When it is tried next; null when it is delivered or given up.
        .col(timestamp_with_time_zone_null("due_at"))
        .col(timestamp_with_time_zone_null("delivered_at"))
        .col(timestamp_with_time_zone_null("given_up_at"))
        // The HTTP status of the last answer; null when there was none.
        .col(integer_null("last_status"))
        .col(text_null("last_problem"))
        .col(timestamp_with_time_zone("created_at"));
    let cascade = ForeignKeyAction::Cascade;
    columns::foreign_key(&mut delivery, table, "webhook_id", "webhook", "id", cascade);
    manager.create_table(delivery).await?;
    for keys in [&["webhook_id", "id"][..], &["due_at"], &["given_up_at"], &["created_at"]] {
        manager.create_index(columns::index(table, keys, false)).await?;
    }
    Ok(())
}
