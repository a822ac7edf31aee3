//! Agreements of retailers and producers, their versions and lines, and what was delivered under them.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::columns;

/// Adds `agreement`, `agreement_version`, `agreement_line`, `delivery_check`, `delivery_answer`, `delivery_amount` and
/// `delivery_link`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        agreements(manager).await?;
        versions(manager).await?;
        lines(manager).await?;
        checks(manager).await?;
        answers(manager).await?;
        links(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "delivery_link",
            "delivery_amount",
            "delivery_answer",
            "delivery_check",
            "agreement_line",
            "agreement_version",
            "agreement",
        ] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

async fn agreements(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let (table, restrict, set_null) =
        ("agreement", || ForeignKeyAction::Restrict, || ForeignKeyAction::SetNull);
    let mut agreement = Table::create();
    agreement.table(table);
    columns::id(&mut agreement);
    agreement
        .col(text("kind"))
        .col(text("status"))
        // As it stands on the paper; where it was made here, of which year and the how-manyeth.
        .col(text_null("number"))
        .col(integer_null("number_year"))
        .col(integer_null("number_sequence"))
        // Null where the side is a department, which has a name and no row.
        .col(uuid_null("retailer_id"))
        .col(uuid_null("producer_id"))
        .col(uuid_null("introduction_id"))
        .col(uuid_null("event_id"))
        // The agreement of the same sides that this one goes on from or stands instead of.
        .col(uuid_null("follows_id"))
        .col(text_null("follows_as"))
        .col(uuid("author_id"))
        // Number of the latest version; once signed, of the signed one.
        .col(ColumnDef::new("current_version").integer().not_null().default(1))
        // When it was first sent to the other side, and until when an answer is waited for.
        .col(timestamp_with_time_zone_null("proposed_at"))
        .col(timestamp_with_time_zone_null("answer_by"))
        .col(timestamp_with_time_zone_null("signed_at"))
        // The day on the paper, or in Vietnam when both had confirmed.
        .col(date_null("signed_on"))
        .col(ColumnDef::new("is_paper").boolean().not_null().default(false))
        .col(uuid_null("scan_id"))
        // How it came to its end: declined, withdrawn, lapsed, ended, terminated or superseded.
        .col(timestamp_with_time_zone_null("settled_at"))
        .col(text_null("settled_by"))
        .col(text_null("settled_because"))
        .col(timestamp_with_time_zone("moved_at"));
    columns::history(&mut agreement);
    for (column, to, on_delete) in [
        ("retailer_id", "organisation", restrict()),
        ("producer_id", "organisation", restrict()),
        ("introduction_id", "introduction", set_null()),
        ("event_id", "event", set_null()),
        ("follows_id", "agreement", set_null()),
        ("author_id", "account", restrict()),
        ("scan_id", "upload", restrict()),
    ] {
        columns::foreign_key(&mut agreement, table, column, to, "id", on_delete);
    }
    manager.create_table(agreement).await?;
    manager.create_index(columns::index(table, &["kind", "number_year", "number_sequence"], true)).await?;
    for keys in [
        &["retailer_id", "moved_at"][..],
        &["producer_id", "moved_at"],
        &["introduction_id"],
        &["event_id"],
        &["follows_id"],
        &["author_id"],
        &["scan_id"],
        &["moved_at", "id"],
        &["status", "answer_by"],
    ] {
        manager.create_index(columns::index(table, keys, false)).await?;
    }
    Ok(())
}

async fn versions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table = "agreement_version";
    let mut version = Table::create();
    version
        .table(table)
        .col(uuid("agreement_id"))
        // From one, without a gap.
        .col(integer("number"))
        .col(text("written_by"))
        .col(uuid("author_id"))
        .col(text_null("note"))
        .col(date_null("starts_on"))
        .col(date_null("ends_on"))
        // Where it is signed.
        .col(text_null("place"))
        .col(text_null("delivery_terms"))
        .col(text_null("payment_terms"))
        .col(text_null("quality_terms"))
        .col(text_null("other_terms"))
        // Name, address, tax code, telephone, account, representative and position, as they stand in the document.
        .col(json_binary("retailer"))
        .col(json_binary("producer"))
        .col(timestamp_with_time_zone_null("retailer_signed_at"))
        .col(uuid_null("retailer_signer_id"))
        .col(timestamp_with_time_zone_null("producer_signed_at"))
        .col(uuid_null("producer_signer_id"))
        .col(timestamp_with_time_zone("created_at"))
        .primary_key(Index::create().name("agreement_version_pkey").col("agreement_id").col("number"));
    columns::foreign_key(&mut version, table, "agreement_id", "agreement", "id", ForeignKeyAction::Cascade);
    for column in ["author_id", "retailer_signer_id", "producer_signer_id"] {
        columns::foreign_key(&mut version, table, column, "account", "id", ForeignKeyAction::Restrict);
    }
    manager.create_table(version).await?;
    for column in ["author_id", "retailer_signer_id", "producer_signer_id", "ends_on"] {
        manager.create_index(columns::index(table, &[column], false)).await?;
    }
    Ok(())
}

async fn lines(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table = "agreement_line";
    let mut line = Table::create();
    line.table(table);
    columns::id(&mut line);
    line.col(uuid("agreement_id"))
        .col(integer("version_number"))
        .col(integer("position"))
        .col(uuid_null("product_id"))
        .col(uuid_null("variant_id"))
        // As product and pack were called then.
        .col(text("product_name"))
        .col(text_null("variant_name"))
        .col(big_integer("quantity_per_month"))
        .col(text("unit_code"))
        .col(big_integer_null("price"))
        .col(integer_null("months"));
    columns::foreign_key(&mut line, table, "agreement_id", "agreement", "id", ForeignKeyAction::Cascade);
    columns::foreign_key(&mut line, table, "product_id", "product", "id", ForeignKeyAction::SetNull);
    columns::foreign_key(&mut line, table, "variant_id", "variant", "id", ForeignKeyAction::SetNull);
    columns::foreign_key(&mut line, table, "unit_code", "unit", "code", ForeignKeyAction::Restrict);
    manager.create_table(line).await?;
    let place = columns::index(table, &["agreement_id", "version_number", "position"], true);
    manager.create_index(place).await?;
    for column in ["product_id", "variant_id", "unit_code"] {
        manager.create_index(columns::index(table, &[column], false)).await?;
    }
    Ok(())
}

async fn checks(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table = "delivery_check";
    let mut check = Table::create();
    check.table(table);
    columns::id(&mut check);
    check
        .col(uuid("agreement_id"))
        .col(text("kind"))
        .col(text("state"))
        // First and last day of the time it is about.
        .col(date("begins_on"))
        .col(date("ends_on"))
        // Both sides are asked on this day, and may answer through that one.
        .col(date("asked_on"))
        .col(date("closes_on"))
        .col(timestamp_with_time_zone_null("settled_at"));
    columns::foreign_key(&mut check, table, "agreement_id", "agreement", "id", ForeignKeyAction::Cascade);
    manager.create_table(check).await?;
    manager.create_index(columns::index(table, &["agreement_id", "kind"], true)).await?;
    manager.create_index(columns::index(table, &["state", "asked_on"], false)).await?;
    manager.create_index(columns::index(table, &["state", "closes_on"], false)).await
}

async fn answers(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let cascade = || ForeignKeyAction::Cascade;
    let table = "delivery_answer";
    let mut answer = Table::create();
    answer
        .table(table)
        .col(uuid("check_id"))
        .col(text("party"))
        .col(uuid("account_id"))
        .col(text("outcome"))
        .col(text_null("problem"))
        .col(text_null("note"))
        .col(timestamp_with_time_zone("answered_at"))
        .primary_key(Index::create().name("delivery_answer_pkey").col("check_id").col("party"));
    columns::foreign_key(&mut answer, table, "check_id", "delivery_check", "id", cascade());
    columns::foreign_key(&mut answer, table, "account_id", "account", "id", ForeignKeyAction::Restrict);
    manager.create_table(answer).await?;
    manager.create_index(columns::index(table, &["account_id"], false)).await?;

    let table = "delivery_amount";
    let mut amount = Table::create();
    amount
        .table(table)
        .col(uuid("check_id"))
        .col(text("party"))
        .col(uuid("line_id"))
        // What was delivered of the line, in its unit.
        .col(big_integer("quantity"))
        .primary_key(
            Index::create().name("delivery_amount_pkey").col("check_id").col("party").col("line_id"),
        );
    columns::foreign_key(&mut amount, table, "check_id", "delivery_check", "id", cascade());
    columns::foreign_key(&mut amount, table, "line_id", "agreement_line", "id", cascade());
    manager.create_table(amount).await?;
    manager.create_index(columns::index(table, &["line_id"], false)).await
}

async fn links(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let (table, cascade) = ("delivery_link", || ForeignKeyAction::Cascade);
    let mut link = Table::create();
    link.table(table)
        .col(text("token_hash").primary_key().to_owned())
        .col(uuid("check_id"))
        .col(uuid("account_id"))
        .col(text("party"))
        .col(timestamp_with_time_zone("expires_at"));
    columns::foreign_key(&mut link, table, "check_id", "delivery_check", "id", cascade());
    columns::foreign_key(&mut link, table, "account_id", "account", "id", cascade());
    manager.create_table(link).await?;
    for column in ["check_id", "account_id", "expires_at"] {
        manager.create_index(columns::index(table, &[column], false)).await?;
    }
    Ok(())
}
