//! What people ask about their personal data, and until when it must be answered.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::columns;

/// Adds `data_request`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut request = Table::create();
        let table = "data_request";
        request.table(table);
        columns::id(&mut request);
        request
            .col(uuid("account_id"))
            .col(text("kind"))
            .col(text("status"))
            .col(text_null("message"))
            .col(timestamp_with_time_zone("asked_at"))
            .col(date("due_on"))
            .col(uuid_null("decided_by"))
            .col(timestamp_with_time_zone_null("decided_at"))
            .col(text_null("note"));
        for column in ["account_id", "decided_by"] {
            let restrict = ForeignKeyAction::Restrict;
            columns::foreign_key(&mut request, table, column, "account", "id", restrict);
        }
        manager.create_table(request).await?;
        manager.create_index(columns::index(table, &["account_id"], false)).await?;
        manager.create_index(columns::index(table, &["status", "id"], false)).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("data_request").to_owned()).await
    }
}
