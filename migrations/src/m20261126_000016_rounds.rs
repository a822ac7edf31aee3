//! Rounds of matching: what staff chose for them, and the plan that was found.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::columns;

/// Adds `round`, `round_need`, `round_cap`, `round_rule` and `round_pair`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        rounds(manager).await?;
        choices(manager).await?;
        pairs(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["round_pair", "round_rule", "round_cap", "round_need", "round"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

async fn rounds(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut round = Table::create();
    round.table("round");
    columns::id(&mut round);
    round
        .col(text("name"))
        .col(uuid_null("event_id"))
        .col(text("status"))
        .col(integer("need_cap"))
        .col(integer("product_cap"))
        .col(integer("producer_cap"))
        .col(integer("candidates"))
        // Groups, provinces and stars of the products taken in.
        .col(json_binary("scope"))
        .col(json_binary("weights"))
        // Why the last attempt found no plan.
        .col(json_binary_null("problem"))
        // The proof of the plan and what is known of it beside its pairs.
        .col(json_binary_null("outcome"))
        // The attempt that is being made; a node that makes it says so every moment.
        .col(uuid_null("run_id"))
        .col(ColumnDef::new("run_percent").integer().not_null().default(0))
        .col(timestamp_with_time_zone_null("run_seen_at"))
        .col(timestamp_with_time_zone_null("accepted_at"))
        .col(uuid("created_by"));
    columns::history(&mut round);
    columns::foreign_key(&mut round, "round", "event_id", "event", "id", ForeignKeyAction::SetNull);
    columns::foreign_key(&mut round, "round", "created_by", "account", "id", ForeignKeyAction::Restrict);
    manager.create_table(round).await?;
    for keys in [&["updated_at", "id"][..], &["event_id"], &["created_by"]] {
        manager.create_index(columns::index("round", keys, false)).await?;
    }
    Ok(())
}

async fn choices(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let cascade = || ForeignKeyAction::Cascade;
    let table = "round_need";
    let mut need = Table::create();
    need.table(table)
        .col(uuid("round_id"))
        .col(uuid("need_id"))
        // Its place among those taken in.
        .col(integer("number"))
        // Pairs of the plan, or why there is none; and of those it might have, how many were full with others.
        .col(ColumnDef::new("planned").integer().not_null().default(0))
        .col(text_null("unserved"))
        .col(ColumnDef::new("full_products").integer().not_null().default(0))
        .col(ColumnDef::new("full_producers").integer().not_null().default(0))
        .primary_key(Index::create().name("round_need_pkey").col("round_id").col("need_id"));
    columns::foreign_key(&mut need, table, "round_id", "round", "id", cascade());
    columns::foreign_key(&mut need, table, "need_id", "need", "id", cascade());
    manager.create_table(need).await?;
    manager.create_index(columns::index(table, &["round_id", "number"], false)).await?;
    manager.create_index(columns::index(table, &["need_id"], false)).await?;

    let table = "round_cap";
    let mut cap = Table::create();
    cap.table(table)
        .col(uuid("round_id"))
        .col(text("kind"))
        // Of a need, a product or a producer, as the kind says.
        .col(uuid("item_id"))
        .col(integer("cap"))
        .primary_key(Index::create().name("round_cap_pkey").col("round_id").col("kind").col("item_id"));
    columns::foreign_key(&mut cap, table, "round_id", "round", "id", cascade());
    manager.create_table(cap).await?;

    let table = "round_rule";
    let mut rule = Table::create();
    rule.table(table)
        .col(uuid("round_id"))
        .col(uuid("need_id"))
        .col(uuid("product_id"))
        .col(text("kind"))
        .primary_key(
            Index::create().name("round_rule_pkey").col("round_id").col("need_id").col("product_id"),
        );
    for (column, to) in [("round_id", "round"), ("need_id", "need"), ("product_id", "product")] {
        columns::foreign_key(&mut rule, table, column, to, "id", cascade());
    }
    manager.create_table(rule).await?;
    for column in ["need_id", "product_id"] {
        manager.create_index(columns::index(table, &[column], false)).await?;
    }
    Ok(())
}

async fn pairs(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table = "round_pair";
    let mut pair = Table::create();
    pair.table(table)
        .col(uuid("round_id"))
        // Its place in the plan.
        .col(integer("number"))
        .col(uuid("need_id"))
        .col(uuid("product_id"))
        .col(uuid("producer_id"))
        .col(uuid("retailer_id"))
        // As it was called then.
        .col(text("product_name"))
        .col(integer("score"))
        .col(boolean("is_pinned"))
        .col(boolean("is_newcomer"))
        .col(integer("not_met"))
        .col(integer("unknown"))
        .col(uuid_null("introduction_id"))
        // What kept it from being introduced, by commas.
        .col(text_null("skipped"))
        .primary_key(Index::create().name("round_pair_pkey").col("round_id").col("number"));
    for (column, to, on_delete) in [
        ("round_id", "round", ForeignKeyAction::Cascade),
        ("need_id", "need", ForeignKeyAction::Cascade),
        ("product_id", "product", ForeignKeyAction::Cascade),
        ("producer_id", "organisation", ForeignKeyAction::Cascade),
        ("retailer_id", "organisation", ForeignKeyAction::Cascade),
        ("introduction_id", "introduction", ForeignKeyAction::SetNull),
    ] {
        columns::foreign_key(&mut pair, table, column, to, "id", on_delete);
    }
    manager.create_table(pair).await?;
    for column in ["need_id", "product_id", "producer_id", "retailer_id", "introduction_id"] {
        manager.create_index(columns::index(table, &[column], false)).await?;
    }
    Ok(())
}
