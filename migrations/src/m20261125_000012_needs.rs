//! What retailers look for.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::columns;

/// Adds `need`, `need_group`, `need_province` and `need_requirement`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let (restrict, cascade) = (|| ForeignKeyAction::Restrict, || ForeignKeyAction::Cascade);
        let mut need = Table::create();
        need.table("need");
        columns::id(&mut need);
        need.col(uuid("organisation_id"))
            .col(text("name"))
            .col(text_null("description"))
            .col(integer_null("min_stars"))
            // Thousandths of the unit, in a calendar month.
            .col(big_integer_null("quantity_per_month"))
            .col(text_null("unit_code"))
            .col(integer_null("months"))
            // Whole đồng for one of the unit.
            .col(big_integer_null("price_ceiling"))
            .col(date_null("deadline"))
            .col(text("visibility"))
            .col(text("status"))
            .col(text_null("closed_because"))
            .col(timestamp_with_time_zone_null("opened_at"))
            .col(timestamp_with_time_zone_null("closed_at"));
        columns::history(&mut need);
        columns::foreign_key(&mut need, "need", "organisation_id", "organisation", "id", cascade());
        columns::foreign_key(&mut need, "need", "unit_code", "unit", "code", restrict());
        manager.create_table(need).await?;
        manager.create_index(columns::index("need", &["organisation_id"], false)).await?;
        manager.create_index(columns::index("need", &["status", "id"], false)).await?;

        let mut group = Table::create();
        group
            .table("need_group")
            .col(uuid("need_id"))
            .col(text("group_code"))
            .primary_key(Index::create().name("need_group_pkey").col("need_id").col("group_code"));
        columns::foreign_key(&mut group, "need_group", "need_id", "need", "id", cascade());
        columns::foreign_key(&mut group, "need_group", "group_code", "product_group", "code", restrict());
        manager.create_table(group).await?;
        manager.create_index(columns::index("need_group", &["group_code"], false)).await?;

        let mut province = Table::create();
        province
            .table("need_province")
            .col(uuid("need_id"))
            .col(text("unit_id"))
            .primary_key(Index::create().name("need_province_pkey").col("need_id").col("unit_id"));
        columns::foreign_key(&mut province, "need_province", "need_id", "need", "id", cascade());
        columns::foreign_key(&mut province, "need_province", "unit_id", "admin_unit", "id", restrict());
        manager.create_table(province).await?;

        let mut asked = Table::create();
        asked
            .table("need_requirement")
            .col(uuid("need_id"))
            .col(text("requirement_code"))
            .col(big_integer_null("number"))
            .primary_key(
                Index::create().name("need_requirement_pkey").col("need_id").col("requirement_code"),
            );
        let table = "need_requirement";
        columns::foreign_key(&mut asked, table, "need_id", "need", "id", cascade());
        columns::foreign_key(&mut asked, table, "requirement_code", "requirement", "code", restrict());
        manager.create_table(asked).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["need_requirement", "need_province", "need_group", "need"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
