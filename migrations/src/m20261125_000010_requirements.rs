//! Lists that staff edit: what buyers ask for, the papers that meet it, and units of measure.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::columns;

/// Adds `requirement`, `requirement_certificate` and `unit`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut requirement = Table::create();
        requirement.table("requirement");
        columns::text_key(&mut requirement, "code");
        requirement
            .col(text("name_vi"))
            .col(text("name_en"))
            .col(text("kind"))
            .col(text("who_asks"))
            .col(integer("position"));
        manager.create_table(requirement).await?;

        let mut certificate = Table::create();
        let table = "requirement_certificate";
        certificate.table(table).col(text("requirement_code")).col(text("certificate_code")).primary_key(
            Index::create()
                .name("requirement_certificate_pkey")
                .col("requirement_code")
                .col("certificate_code"),
        );
        let cascade = ForeignKeyAction::Cascade;
        columns::foreign_key(&mut certificate, table, "requirement_code", "requirement", "code", cascade);
        let restrict = ForeignKeyAction::Restrict;
        columns::foreign_key(
            &mut certificate,
            table,
            "certificate_code",
            "certificate_kind",
            "code",
            restrict,
        );
        manager.create_table(certificate).await?;
        manager.create_index(columns::index(table, &["certificate_code"], false)).await?;

        let mut unit = Table::create();
        unit.table("unit");
        columns::text_key(&mut unit, "code");
        // The factor is in thousandths of the base unit.
        unit.col(text("name_vi"))
            .col(text("name_en"))
            .col(text("dimension"))
            .col(big_integer_null("base_factor"))
            .col(integer("position"));
        unit.check((
            "unit_base_factor_check",
            Expr::col("base_factor").is_null().or(Expr::col("base_factor").gt(0)),
        ));
        manager.create_table(unit).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["unit", "requirement_certificate", "requirement"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
