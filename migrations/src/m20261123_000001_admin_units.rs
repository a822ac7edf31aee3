//! Administrative units of both eras. Codes were used again by the reform of 1 July 2025, so the key is
//! (era, level, code), written as one text: `current.ward.00004`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::columns;

/// Adds `admin_unit` and `admin_unit_successor`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut unit = Table::create();
        unit.table("admin_unit");
        columns::text_key(&mut unit, "id");
        unit.col(text("era"))
            .col(text("level"))
            .col(text("code"))
            .col(text("name"))
            .col(text("short_name"))
            .col(text("kind"))
            .col(text_null("parent_id"))
            .col(date_null("valid_from"))
            .col(date_null("valid_to"))
            .col(double_null("lat"))
            .col(double_null("lon"))
            .col(text_null("coord_precision"))
            .col(text_null("coord_source"))
            .col(double_null("area_km2"))
            .col(text_null("legal_basis"));
        columns::foreign_key(
            &mut unit,
            "admin_unit",
            "parent_id",
            "admin_unit",
            "id",
            ForeignKeyAction::Restrict,
        );
        manager.create_table(unit).await?;
        manager.create_index(columns::index("admin_unit", &["era", "level", "code"], true)).await?;
        manager.create_index(columns::index("admin_unit", &["parent_id"], false)).await?;

        let mut successor = Table::create();
        successor
            .table("admin_unit_successor")
            .col(text("unit_id"))
            .col(text("successor_id"))
            .col(integer("position"))
            .primary_key(
                Index::create().name("admin_unit_successor_pkey").col("unit_id").col("successor_id"),
            );
        for column in ["unit_id", "successor_id"] {
            let table = "admin_unit_successor";
            columns::foreign_key(
                &mut successor,
                table,
                column,
                "admin_unit",
                "id",
                ForeignKeyAction::Cascade,
            );
        }
        manager.create_table(successor).await?;
        manager.create_index(columns::index("admin_unit_successor", &["successor_id"], false)).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("admin_unit_successor").to_owned()).await?;
        manager.drop_table(Table::drop().table("admin_unit").to_owned()).await
    }
}
