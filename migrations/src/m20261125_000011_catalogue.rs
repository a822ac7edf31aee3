//! What producers enter about their products: packs with prices, terms of trade, photos, answers to what buyers ask,
//! papers with their file, and since when each fact is known to be true.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::columns;

/// Adds `product_terms`, `product_fact`, `product_answer`, `product_photo` and `variant`, and says of a certificate who
/// entered it, who confirmed it and where its file is.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// Columns added to `certificate`. SQLite adds no foreign key to a table that is there; what they name is never deleted.
const IDS_OF_CERTIFICATES: [&str; 3] = ["file_id", "entered_by", "confirmed_by"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        terms(manager).await?;
        parts(manager).await?;
        let mut added: Vec<ColumnDef> = IDS_OF_CERTIFICATES
            .into_iter()
            .map(|name| ColumnDef::new(name).uuid().null().to_owned())
            .collect();
        added.push(ColumnDef::new("confirmed_at").timestamp_with_time_zone().null().to_owned());
        added.push(ColumnDef::new("version").integer().not_null().default(1).to_owned());
        for column in added {
            manager.alter_table(Table::alter().table("certificate").add_column(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in IDS_OF_CERTIFICATES.into_iter().chain(["confirmed_at", "version"]) {
            let drop = Table::alter().table("certificate").drop_column(column).to_owned();
            manager.alter_table(drop).await?;
        }
        for table in ["variant", "product_photo", "product_answer", "product_fact", "product_terms"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn of_product(table: &mut TableCreateStatement, name: &'static str) {
    columns::foreign_key(table, name, "product_id", "product", "id", ForeignKeyAction::Cascade);
}

async fn terms(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut terms = Table::create();
    terms
        .table("product_terms")
        .col(uuid("product_id").primary_key().to_owned())
        .col(text_null("unit_code"))
        // Quantities are thousandths, prices whole đồng.
        .col(big_integer_null("capacity_per_month"))
        .col(big_integer_null("minimum_order"))
        .col(integer_null("lead_time_days"))
        .col(integer_null("shelf_life_days"))
        .col(text_null("storage"))
        .col(text_null("delivery_area"))
        .col(boolean_null("delivers_to_hanoi"))
        .col(integer_null("credit_days"))
        .col(boolean_null("accepts_consignment"))
        .col(text_null("vat_invoice"))
        .col(text_null("traceability_url"));
    of_product(&mut terms, "product_terms");
    let restrict = ForeignKeyAction::Restrict;
    columns::foreign_key(&mut terms, "product_terms", "unit_code", "unit", "code", restrict);
    manager.create_table(terms).await?;

    let mut fact = Table::create();
    fact.table("product_fact")
        .col(uuid("product_id"))
        .col(text("kind"))
        .col(timestamp_with_time_zone("as_of"))
        .primary_key(Index::create().name("product_fact_pkey").col("product_id").col("kind"));
    of_product(&mut fact, "product_fact");
    manager.create_table(fact).await?;

    let mut answer = Table::create();
    answer
        .table("product_answer")
        .col(uuid("product_id"))
        .col(text("requirement_code"))
        .col(boolean_null("yes"))
        .col(big_integer_null("number"))
        .primary_key(Index::create().name("product_answer_pkey").col("product_id").col("requirement_code"));
    of_product(&mut answer, "product_answer");
    let (column, restrict) = ("requirement_code", ForeignKeyAction::Restrict);
    columns::foreign_key(&mut answer, "product_answer", column, "requirement", "code", restrict);
    manager.create_table(answer).await
}

async fn parts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut photo = Table::create();
    photo
        .table("product_photo")
        .col(uuid("product_id"))
        .col(uuid("upload_id"))
        .col(integer("position"))
        .primary_key(Index::create().name("product_photo_pkey").col("product_id").col("upload_id"));
    of_product(&mut photo, "product_photo");
    let restrict = ForeignKeyAction::Restrict;
    columns::foreign_key(&mut photo, "product_photo", "upload_id", "upload", "id", restrict);
    manager.create_table(photo).await?;

    let mut variant = Table::create();
    variant.table("variant");
    columns::id(&mut variant);
    variant
        .col(uuid("product_id"))
        .col(integer("position"))
        .col(text("name"))
        .col(text_null("gtin"))
        .col(big_integer_null("net_content"))
        .col(text_null("net_unit"))
        .col(text_null("pack_unit"))
        .col(big_integer_null("retail_price"))
        .col(big_integer_null("wholesale_price"));
    of_product(&mut variant, "variant");
    for column in ["net_unit", "pack_unit"] {
        let restrict = ForeignKeyAction::Restrict;
        columns::foreign_key(&mut variant, "variant", column, "unit", "code", restrict);
    }
    manager.create_table(variant).await?;
    manager.create_index(columns::index("variant", &["product_id", "position"], false)).await?;
    manager.create_index(columns::index("variant", &["gtin"], false)).await
}
