//! Retailers and producers who are proposed to each other, what they say to each other, and what people are told of it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::columns;

/// Adds `introduction`, `message`, `message_attachment`, `conversation_reader`, `answer_link` and `notification`, and how
/// somebody wants to be told by mail.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// Statuses of which a pair has one at most, as they stand in the database.
const RUNNING: [&str; 4] = ["waits_for_both", "waits_for_producer", "waits_for_retailer", "accepted"];
const MAIL_CHOICE: &str = "mail_choice";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        introductions(manager).await?;
        conversations(manager).await?;
        notifications(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("account").drop_column(MAIL_CHOICE).to_owned()).await?;
        for table in [
            "notification",
            "answer_link",
            "conversation_reader",
            "message_attachment",
            "message",
            "introduction",
        ] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

async fn introductions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table = "introduction";
    let mut introduction = Table::create();
    introduction.table(table);
    columns::id(&mut introduction);
    introduction
        .col(uuid_null("need_id"))
        .col(uuid("product_id"))
        .col(uuid("retailer_id"))
        .col(uuid("producer_id"))
        // As need and product were called then.
        .col(text_null("need_name"))
        .col(text("product_name"))
        .col(text("proposed_by"))
        .col(uuid("proposer_id"))
        .col(text("status"))
        .col(text_null("note"))
        .col(timestamp_with_time_zone("answer_by"))
        .col(timestamp_with_time_zone_null("retailer_answered_at"))
        .col(timestamp_with_time_zone_null("producer_answered_at"))
        .col(text_null("declined_by"))
        .col(text_null("declined_because"))
        .col(timestamp_with_time_zone_null("settled_at"))
        .col(timestamp_with_time_zone("moved_at"))
        // Messages are numbered from one, without a gap.
        .col(ColumnDef::new("messages").integer().not_null().default(0))
        .col(timestamp_with_time_zone("created_at"));
    for (column, to) in [
        ("need_id", "need"),
        ("product_id", "product"),
        ("retailer_id", "organisation"),
        ("producer_id", "organisation"),
    ] {
        columns::foreign_key(&mut introduction, table, column, to, "id", ForeignKeyAction::Cascade);
    }
    let restrict = ForeignKeyAction::Restrict;
    columns::foreign_key(&mut introduction, table, "proposer_id", "account", "id", restrict);
    manager.create_table(introduction).await?;
    // Two requests at once can't make two of a pair that run.
    for (column, is_its_kind) in
        [("need_id", Expr::col("need_id").is_not_null()), ("retailer_id", Expr::col("need_id").is_null())]
    {
        let mut one_runs = columns::index(table, &[column, "product_id"], true);
        one_runs.and_where(is_its_kind).and_where(Expr::col("status").is_in(RUNNING));
        manager.create_index(one_runs).await?;
    }
    for keys in [
        &["product_id", "need_id"][..],
        &["retailer_id", "moved_at"],
        &["producer_id", "moved_at"],
        &["need_id"],
        &["moved_at", "id"],
        &["status", "answer_by"],
    ] {
        manager.create_index(columns::index(table, keys, false)).await?;
    }
    Ok(())
}

async fn conversations(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let cascade = || ForeignKeyAction::Cascade;
    let mut message = Table::create();
    message.table("message");
    columns::id(&mut message);
    message
        .col(uuid("introduction_id"))
        .col(integer("number"))
        .col(uuid("author_id"))
        .col(text("party"))
        .col(text_null("text"))
        .col(timestamp_with_time_zone("created_at"));
    columns::foreign_key(&mut message, "message", "introduction_id", "introduction", "id", cascade());
    let restrict = ForeignKeyAction::Restrict;
    columns::foreign_key(&mut message, "message", "author_id", "account", "id", restrict);
    manager.create_table(message).await?;
    manager.create_index(columns::index("message", &["introduction_id", "number"], true)).await?;
    manager.create_index(columns::index("message", &["author_id"], false)).await?;

    let table = "message_attachment";
    let mut attachment = Table::create();
    attachment
        .table(table)
        .col(uuid("message_id"))
        .col(uuid("upload_id"))
        .col(integer("position"))
        .primary_key(Index::create().name("message_attachment_pkey").col("message_id").col("upload_id"));
    columns::foreign_key(&mut attachment, table, "message_id", "message", "id", cascade());
    let restrict = ForeignKeyAction::Restrict;
    columns::foreign_key(&mut attachment, table, "upload_id", "upload", "id", restrict);
    manager.create_table(attachment).await?;
    manager.create_index(columns::index(table, &["upload_id"], false)).await?;

    let table = "conversation_reader";
    let mut reader = Table::create();
    reader
        .table(table)
        .col(uuid("introduction_id"))
        .col(uuid("account_id"))
        // Number of the last message that the person has read.
        .col(ColumnDef::new("read_upto").integer().not_null().default(0))
        // Number of the last message of which a mail told.
        .col(ColumnDef::new("mailed_upto").integer().not_null().default(0))
        .primary_key(
            Index::create().name("conversation_reader_pkey").col("introduction_id").col("account_id"),
        );
    columns::foreign_key(&mut reader, table, "introduction_id", "introduction", "id", cascade());
    columns::foreign_key(&mut reader, table, "account_id", "account", "id", cascade());
    manager.create_table(reader).await
}

async fn notifications(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let cascade = || ForeignKeyAction::Cascade;
    let table = "answer_link";
    let mut link = Table::create();
    link.table(table)
        .col(text("token_hash").primary_key().to_owned())
        .col(uuid("introduction_id"))
        .col(uuid("account_id"))
        .col(text("party"))
        .col(timestamp_with_time_zone("expires_at"));
    columns::foreign_key(&mut link, table, "introduction_id", "introduction", "id", cascade());
    columns::foreign_key(&mut link, table, "account_id", "account", "id", cascade());
    manager.create_table(link).await?;
    manager.create_index(columns::index(table, &["introduction_id"], false)).await?;
    manager.create_index(columns::index(table, &["account_id"], false)).await?;
    manager.create_index(columns::index(table, &["expires_at"], false)).await?;

    let table = "notification";
    let mut notification = Table::create();
    notification.table(table);
    columns::id(&mut notification);
    notification
        .col(uuid("account_id"))
        .col(uuid("introduction_id"))
        .col(text("kind"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("read_at"))
        // When a mail that tells all of a day is to tell it; null when none is, or has.
        .col(timestamp_with_time_zone_null("digest_due_at"));
    columns::foreign_key(&mut notification, table, "account_id", "account", "id", cascade());
    columns::foreign_key(&mut notification, table, "introduction_id", "introduction", "id", cascade());
    manager.create_table(notification).await?;
    manager.create_index(columns::index(table, &["account_id", "id"], false)).await?;
    manager.create_index(columns::index(table, &["introduction_id", "account_id"], false)).await?;
    manager.create_index(columns::index(table, &["digest_due_at"], false)).await?;

    let choice = ColumnDef::new(MAIL_CHOICE).text().not_null().default("at_once").to_owned();
    manager.alter_table(Table::alter().table("account").add_column(choice).to_owned()).await
}
