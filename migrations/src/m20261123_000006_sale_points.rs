//! Sale points and what is on sale there.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::columns;

/// Adds `sale_point` and `stock`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut point = Table::create();
        point.table("sale_point");
        columns::id(&mut point);
        point
            .col(text("name"))
            .col(text("sort_key"))
            .col(text("kind"))
            .col(text_null("location_type"))
            .col(uuid_null("operator_id"))
            .col(text_null("operator_name"))
            .col(text_null("status"))
            .col(text_null("status_as_of"))
            .col(text_null("published_on"))
            .col(text_null("opened_on"))
            .col(text_null("stopped_on"))
            .col(uuid_null("replaced_by"))
            .col(boolean("publicly_known"));
        columns::place(&mut point, "sale_point");
        columns::origin(&mut point);
        columns::history(&mut point);
        let table = "sale_point";
        columns::foreign_key(
            &mut point,
            table,
            "operator_id",
            "organisation",
            "id",
            ForeignKeyAction::Restrict,
        );
        columns::foreign_key(&mut point, table, "replaced_by", table, "id", ForeignKeyAction::Restrict);
        manager.create_table(point).await?;
        manager.create_index(columns::index(table, &["origin_key"], true)).await?;
        manager.create_index(columns::index(table, &["operator_id"], false)).await?;
        manager.create_index(columns::index(table, &["ward_id"], false)).await?;
        manager.create_index(columns::index(table, &["district_id"], false)).await?;

        let mut stock = Table::create();
        stock.table("stock");
        columns::id(&mut stock);
        stock
            .col(uuid("sale_point_id"))
            .col(uuid("product_id"))
            .col(text_null("goods_kind"))
            .col(text_null("confirmed_by"))
            .col(timestamp_with_time_zone_null("confirmed_at"));
        let table = "stock";
        columns::foreign_key(
            &mut stock,
            table,
            "sale_point_id",
            "sale_point",
            "id",
            ForeignKeyAction::Cascade,
        );
        columns::foreign_key(&mut stock, table, "product_id", "product", "id", ForeignKeyAction::Cascade);
        manager.create_table(stock).await?;
        manager.create_index(columns::index(table, &["sale_point_id", "product_id"], true)).await?;
        manager.create_index(columns::index(table, &["product_id"], false)).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("stock").to_owned()).await?;
        manager.drop_table(Table::drop().table("sale_point").to_owned()).await
    }
}
