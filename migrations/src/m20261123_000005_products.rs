//! Products, their ratings and certificates. What a source does not state is null, never a default.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::columns;

/// Adds `product`, `star_decision` and `certificate`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut product = Table::create();
        product.table("product");
        columns::id(&mut product);
        product
            .col(uuid("producer_id"))
            .col(text("name"))
            .col(text("group_code"))
            .col(text_null("description"))
            .col(integer_null("months"))
            .col(text_null("district_id"))
            .col(text_null("province_id"))
            .col(text_null("former_province_id"))
            .col(timestamp_with_time_zone_null("published_at"));
        columns::origin(&mut product);
        columns::history(&mut product);
        let table = "product";
        let restrict = ForeignKeyAction::Restrict;
        columns::foreign_key(&mut product, table, "producer_id", "organisation", "id", restrict);
        columns::foreign_key(&mut product, table, "group_code", "product_group", "code", restrict);
        for column in ["district_id", "province_id", "former_province_id"] {
            columns::foreign_key(&mut product, table, column, "admin_unit", "id", restrict);
        }
        product.check((
            "product_months_check",
            Expr::col("months").is_null().or(Expr::col("months").between(1, 4095)),
        ));
        manager.create_table(product).await?;
        manager.create_index(columns::index(table, &["origin_key"], true)).await?;
        manager.create_index(columns::index(table, &["producer_id", "name"], false)).await?;

        let mut decision = Table::create();
        decision.table("star_decision");
        columns::id(&mut decision);
        decision
            .col(uuid("product_id"))
            .col(integer_null("stars"))
            .col(boolean("potential_five_star"))
            .col(double_null("score"))
            .col(text_null("number"))
            .col(text_null("issuer"))
            .col(text_null("signed_on"))
            .col(date_null("valid_until"))
            .col(date_null("extended_until"))
            .col(date_null("withdrawn_on"));
        let table = "star_decision";
        columns::foreign_key(&mut decision, table, "product_id", "product", "id", ForeignKeyAction::Cascade);
        // A potential five-star has no star of its own yet.
        let potential = Expr::col("stars").is_null().and(Expr::col("potential_five_star"));
        decision.check(("star_decision_stars_check", Expr::col("stars").between(3, 5).or(potential)));
        manager.create_table(decision).await?;
        manager.create_index(columns::index(table, &["product_id"], false)).await?;
        manager.create_index(columns::index(table, &["valid_until"], false)).await?;

        let mut certificate = Table::create();
        certificate.table("certificate");
        columns::id(&mut certificate);
        certificate
            .col(text("kind_code"))
            .col(uuid_null("product_id"))
            .col(uuid_null("organisation_id"))
            .col(text_null("number"))
            .col(text_null("issuer"))
            .col(text_null("issued_on"))
            .col(date_null("valid_until"));
        let table = "certificate";
        columns::foreign_key(&mut certificate, table, "kind_code", "certificate_kind", "code", restrict);
        columns::foreign_key(
            &mut certificate,
            table,
            "product_id",
            "product",
            "id",
            ForeignKeyAction::Cascade,
        );
        let owner = "organisation_id";
        columns::foreign_key(&mut certificate, table, owner, "organisation", "id", ForeignKeyAction::Cascade);
        // A paper is of a product or of a producer, not of both and not of nothing.
        let one_owner = Expr::col("product_id").is_null().ne(Expr::col("organisation_id").is_null());
        certificate.check(("certificate_owner_check", one_owner));
        manager.create_table(certificate).await?;
        manager.create_index(columns::index(table, &["product_id"], false)).await?;
        manager.create_index(columns::index(table, &["organisation_id"], false)).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["certificate", "star_decision", "product"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
