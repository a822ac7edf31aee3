//! People who sign in, what they belong to, what they agreed to, and what staff are asked to verify.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::columns;

/// Adds `account`, `account_unit`, `session`, `one_time_link`, `outgoing_mail`, `organisation_details`,
/// `membership`, `invitation`, `verification` and `consent`, and says since when an organisation is listed.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        accounts(manager).await?;
        sessions(manager).await?;
        organisations(manager).await?;
        requests(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "consent",
            "verification",
            "invitation",
            "membership",
            "organisation_details",
            "outgoing_mail",
            "one_time_link",
            "session",
            "account_unit",
            "account",
        ] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        manager.alter_table(Table::alter().table("organisation").drop_column("listed_at").to_owned()).await
    }
}

async fn accounts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut account = Table::create();
    account.table("account");
    columns::id(&mut account);
    account
        .col(text("email"))
        // The address as it is compared: in small letters.
        .col(text("email_key"))
        .col(text("name"))
        .col(text_null("phone"))
        .col(text("password_hash"))
        .col(text_null("staff_role"))
        .col(timestamp_with_time_zone_null("confirmed_at"))
        .col(timestamp_with_time_zone_null("disabled_at"));
    columns::history(&mut account);
    manager.create_table(account).await?;
    manager.create_index(columns::index("account", &["email_key"], true)).await?;

    let mut unit = Table::create();
    unit.table("account_unit")
        .col(uuid("account_id"))
        .col(text("unit_id"))
        .primary_key(Index::create().name("account_unit_pkey").col("account_id").col("unit_id"));
    columns::foreign_key(&mut unit, "account_unit", "account_id", "account", "id", ForeignKeyAction::Cascade);
    let restrict = ForeignKeyAction::Restrict;
    columns::foreign_key(&mut unit, "account_unit", "unit_id", "admin_unit", "id", restrict);
    manager.create_table(unit).await
}

async fn sessions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut session = Table::create();
    session.table("session");
    columns::id(&mut session);
    session
        .col(uuid("account_id"))
        .col(text("token_hash"))
        .col(text("device"))
        .col(timestamp_with_time_zone("signed_in_at"))
        .col(timestamp_with_time_zone("last_used_at"));
    let cascade = ForeignKeyAction::Cascade;
    columns::foreign_key(&mut session, "session", "account_id", "account", "id", cascade);
    manager.create_table(session).await?;
    manager.create_index(columns::index("session", &["token_hash"], true)).await?;
    manager.create_index(columns::index("session", &["account_id"], false)).await?;

    let mut link = Table::create();
    link.table("one_time_link")
        .col(text("token_hash").primary_key().to_owned())
        .col(uuid("account_id"))
        .col(text("purpose"))
        .col(timestamp_with_time_zone("expires_at"));
    let cascade = ForeignKeyAction::Cascade;
    columns::foreign_key(&mut link, "one_time_link", "account_id", "account", "id", cascade);
    manager.create_table(link).await?;
    manager.create_index(columns::index("one_time_link", &["account_id"], false)).await?;

    let mut mail = Table::create();
    mail.table("outgoing_mail");
    columns::id(&mut mail);
    mail.col(text("to_address"))
        .col(text("subject"))
        .col(text("body"))
        .col(timestamp_with_time_zone("created_at"))
        .col(integer("attempts"))
        .col(timestamp_with_time_zone("due_at"));
    manager.create_table(mail).await?;
    manager.create_index(columns::index("outgoing_mail", &["due_at"], false)).await
}

async fn organisations(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let listed = ColumnDef::new("listed_at").timestamp_with_time_zone().null().to_owned();
    manager.alter_table(Table::alter().table("organisation").add_column(listed).to_owned()).await?;
    // What was there before came from the public data.
    let all = Query::update().table("organisation").value("listed_at", Expr::col("created_at")).to_owned();
    manager.execute(all).await?;

    // What an organisation tells us and the public data never has. Apart from the public row, so that nobody shows
    // it by reading that.
    let mut details = Table::create();
    details
        .table("organisation_details")
        .col(uuid("organisation_id").primary_key().to_owned())
        .col(text_null("tax_code"))
        .col(text_null("contact_name"))
        .col(text_null("contact_phone"))
        .col(text_null("contact_email"))
        .col(text_null("contact_website"))
        .col(text_null("public_name"))
        .col(text_null("public_phone"))
        .col(text_null("public_email"))
        .col(text_null("public_website"));
    let table = "organisation_details";
    let (column, cascade) = ("organisation_id", ForeignKeyAction::Cascade);
    columns::foreign_key(&mut details, table, column, "organisation", "id", cascade);
    manager.create_table(details).await?;
    // Not unique: a wrong registration must not keep the right one out. Staff see who has the same.
    manager.create_index(columns::index(table, &["tax_code"], false)).await?;

    let mut member = Table::create();
    member
        .table("membership")
        .col(uuid("account_id"))
        .col(uuid("organisation_id"))
        .col(text("role"))
        .col(timestamp_with_time_zone("since"))
        .primary_key(Index::create().name("membership_pkey").col("account_id").col("organisation_id"));
    let table = "membership";
    let cascade = ForeignKeyAction::Cascade;
    columns::foreign_key(&mut member, table, "account_id", "account", "id", cascade);
    let cascade = ForeignKeyAction::Cascade;
    columns::foreign_key(&mut member, table, "organisation_id", "organisation", "id", cascade);
    manager.create_table(member).await?;
    manager.create_index(columns::index(table, &["organisation_id"], false)).await
}

async fn requests(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut invitation = Table::create();
    invitation.table("invitation");
    columns::id(&mut invitation);
    invitation
        .col(uuid("organisation_id"))
        .col(text("email"))
        .col(text("role"))
        .col(text("token_hash"))
        .col(uuid("invited_by"))
        .col(timestamp_with_time_zone("invited_at"))
        .col(timestamp_with_time_zone("expires_at"));
    let table = "invitation";
    let cascade = ForeignKeyAction::Cascade;
    columns::foreign_key(&mut invitation, table, "organisation_id", "organisation", "id", cascade);
    let cascade = ForeignKeyAction::Cascade;
    columns::foreign_key(&mut invitation, table, "invited_by", "account", "id", cascade);
    manager.create_table(invitation).await?;
    manager.create_index(columns::index(table, &["token_hash"], true)).await?;
    manager.create_index(columns::index(table, &["organisation_id"], false)).await?;

    let mut verification = Table::create();
    verification.table("verification");
    columns::id(&mut verification);
    verification
        .col(uuid("organisation_id"))
        .col(text("kind"))
        .col(text("status"))
        .col(uuid("asked_by"))
        .col(timestamp_with_time_zone("asked_at"))
        .col(text_null("message"))
        .col(uuid_null("decided_by"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .col(text_null("reason"));
    let table = "verification";
    let cascade = ForeignKeyAction::Cascade;
    columns::foreign_key(&mut verification, table, "organisation_id", "organisation", "id", cascade);
    for column in ["asked_by", "decided_by"] {
        let restrict = ForeignKeyAction::Restrict;
        columns::foreign_key(&mut verification, table, column, "account", "id", restrict);
    }
    manager.create_table(verification).await?;
    manager.create_index(columns::index(table, &["organisation_id"], false)).await?;
    manager.create_index(columns::index(table, &["status", "id"], false)).await?;

    let mut consent = Table::create();
    consent.table("consent");
    columns::id(&mut consent);
    consent
        .col(text("purpose"))
        .col(text("text_version"))
        .col(uuid("given_by"))
        .col(uuid_null("organisation_id"))
        .col(timestamp_with_time_zone("given_at"))
        .col(timestamp_with_time_zone_null("withdrawn_at"));
    let table = "consent";
    let restrict = ForeignKeyAction::Restrict;
    columns::foreign_key(&mut consent, table, "given_by", "account", "id", restrict);
    let cascade = ForeignKeyAction::Cascade;
    columns::foreign_key(&mut consent, table, "organisation_id", "organisation", "id", cascade);
    manager.create_table(consent).await?;
    manager.create_index(columns::index(table, &["organisation_id"], false)).await?;
    manager.create_index(columns::index(table, &["given_by"], false)).await
}
