//! Lists that staff edit: the official product groups and the kinds of certificates.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::columns;

/// Adds `product_group` and `certificate_kind`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut group = Table::create();
        group.table("product_group");
        columns::text_key(&mut group, "code");
        group
            .col(text_null("parent_code"))
            .col(text("name_vi"))
            .col(text("name_en"))
            .col(boolean("confirmed"))
            .col(integer("position"));
        let table = "product_group";
        columns::foreign_key(&mut group, table, "parent_code", table, "code", ForeignKeyAction::Restrict);
        manager.create_table(group).await?;
        manager.create_index(columns::index("product_group", &["parent_code"], false)).await?;

        let mut kind = Table::create();
        kind.table("certificate_kind");
        columns::text_key(&mut kind, "code");
        kind.col(text("name_vi"))
            .col(text("name_en"))
            .col(integer_null("typical_validity_months"))
            .col(text("applies_to"))
            .col(integer("position"));
        manager.create_table(kind).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("certificate_kind").to_owned()).await?;
        manager.drop_table(Table::drop().table("product_group").to_owned()).await
    }
}
