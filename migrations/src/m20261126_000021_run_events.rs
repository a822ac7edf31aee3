//! Events that are run here: who registers, who meets whom when, and what comes of it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::columns;

/// Adds what is planned to `event`, and `event_participant`, `event_timetable` and `meeting`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const ADDED: [&str; 6] =
    ["status", "description", "organiser", "registration_until", "retailer_places", "producer_places"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            ColumnDef::new("status").text().not_null().default("reported").to_owned(),
            text_null("description").to_owned(),
            text_null("organiser").to_owned(),
            // The last day on which organisations register.
            date_null("registration_until").to_owned(),
            // Places of each side; null is without limit.
            integer_null("retailer_places").to_owned(),
            integer_null("producer_places").to_owned(),
        ] {
            manager.alter_table(Table::alter().table("event").add_column(column).to_owned()).await?;
        }
        participants(manager).await?;
        timetables(manager).await?;
        meetings(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["meeting", "event_timetable", "event_participant"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        for column in ADDED {
            manager.alter_table(Table::alter().table("event").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}

async fn participants(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table = "event_participant";
    let mut participant = Table::create();
    participant.table(table);
    columns::id(&mut participant);
    participant
        .col(uuid("event_id"))
        .col(uuid("organisation_id"))
        // Whether it comes to buy or to sell.
        .col(text("side"))
        .col(text("status"))
        // How many people come.
        .col(ColumnDef::new("people").integer().not_null().default(1))
        .col(text_null("note"))
        // What stands on the badge.
        .col(text("code"))
        .col(text_null("reason"))
        // Since when it asks; who asks first is first in the waiting list.
        .col(timestamp_with_time_zone("asked_at"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .col(timestamp_with_time_zone_null("checked_in_at"));
    columns::history(&mut participant);
    columns::foreign_key(&mut participant, table, "event_id", "event", "id", ForeignKeyAction::Cascade);
    let of_organisation = ForeignKeyAction::Restrict;
    columns::foreign_key(&mut participant, table, "organisation_id", "organisation", "id", of_organisation);
    manager.create_table(participant).await?;
    manager.create_index(columns::index(table, &["event_id", "organisation_id"], true)).await?;
    manager.create_index(columns::index(table, &["event_id", "code"], true)).await?;
    manager.create_index(columns::index(table, &["event_id", "side", "status", "asked_at"], false)).await?;
    manager.create_index(columns::index(table, &["organisation_id"], false)).await
}

async fn timetables(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table = "event_timetable";
    let mut timetable = Table::create();
    timetable
        .table(table)
        .col(uuid("event_id").primary_key().to_owned())
        // Days, breaks, minutes of a meeting and between two.
        .col(json_binary("hours"))
        .col(integer("tables"))
        // Slots at the end that are kept free.
        .col(integer("reserve"))
        // Whether pairs meet too that accepted an introduction outside of the rounds of the event.
        .col(boolean("with_introduced"))
        .col(timestamp_with_time_zone("made_at"))
        // When participants were first told of it.
        .col(timestamp_with_time_zone_null("published_at"));
    columns::history(&mut timetable);
    columns::foreign_key(&mut timetable, table, "event_id", "event", "id", ForeignKeyAction::Cascade);
    manager.create_table(timetable).await
}

async fn meetings(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table = "meeting";
    let mut meeting = Table::create();
    meeting.table(table);
    columns::id(&mut meeting);
    meeting
        .col(uuid("event_id"))
        .col(uuid("introduction_id"))
        .col(uuid("retailer_id"))
        .col(uuid("producer_id"))
        .col(text("status"))
        // Number of its slot among those of the hours, from 0, with the times it has; null while none is free.
        .col(integer_null("slot"))
        .col(date_null("day"))
        .col(integer_null("from_minute"))
        .col(integer_null("to_minute"))
        // From 1.
        .col(integer_null("table_number"))
        .col(text_null("outcome"))
        .col(text_null("note"))
        // Which side said so, or staff.
        .col(text_null("recorded_by"))
        .col(timestamp_with_time_zone_null("recorded_at"))
        .col(uuid_null("agreement_id"));
    columns::history(&mut meeting);
    for (column, to, on_delete) in [
        ("event_id", "event", ForeignKeyAction::Cascade),
        ("introduction_id", "introduction", ForeignKeyAction::Cascade),
        ("retailer_id", "event_participant", ForeignKeyAction::Cascade),
        ("producer_id", "event_participant", ForeignKeyAction::Cascade),
        ("agreement_id", "agreement", ForeignKeyAction::SetNull),
    ] {
        columns::foreign_key(&mut meeting, table, column, to, "id", on_delete);
    }
    manager.create_table(meeting).await?;
    manager.create_index(columns::index(table, &["event_id", "introduction_id"], true)).await?;
    for keys in [
        &["event_id", "slot", "table_number", "id"][..],
        &["introduction_id"],
        &["retailer_id"],
        &["producer_id"],
        &["agreement_id"],
    ] {
        manager.create_index(columns::index(table, keys, false)).await?;
    }
    Ok(())
}
