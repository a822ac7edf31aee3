//! Files that people put here. The bytes lie on disk under their SHA-256; a row says whose and what they are.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::columns;

/// Adds `upload`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut upload = Table::create();
        upload.table("upload");
        columns::id(&mut upload);
        upload
            .col(text("sha256"))
            .col(text("kind"))
            .col(text("media_type"))
            .col(integer("bytes"))
            .col(integer_null("width"))
            .col(integer_null("height"))
            .col(text("name"))
            .col(text("created_by"))
            .col(timestamp_with_time_zone("created_at"));
        upload.check(("upload_size_check", Expr::col("width").is_null().eq(Expr::col("height").is_null())));
        manager.create_table(upload).await?;
        // The same file is a row for each who put it here, since each may show it or take it away.
        manager.create_index(columns::index("upload", &["sha256", "kind", "created_by"], true)).await?;
        manager.create_index(columns::index("upload", &["created_by"], false)).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("upload").to_owned()).await
    }
}
