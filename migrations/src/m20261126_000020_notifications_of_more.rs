//! People are told of agreements and events too, not only of introductions.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::columns;

/// Lets a row of `notification` be about an agreement or an event instead of an introduction. SQLite can't take NOT NULL from
/// a column, so the table is made anew on both databases and what stood in it is put back.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const TABLE: &str = "notification";
const KEPT: &str = "notification_kept";
const BEFORE: &str = "id, account_id, introduction_id, kind, created_at, read_at, digest_due_at";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        anew(manager, About::AnyOfThree).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        anew(manager, About::Introductions).await
    }
}

/// What a row can be about.
#[derive(Clone, Copy, PartialEq)]
enum About {
    Introductions,
    AnyOfThree,
}

async fn anew(manager: &SchemaManager<'_>, about: About) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    let keep =
        format!("CREATE TABLE {KEPT} AS SELECT {BEFORE} FROM {TABLE} WHERE introduction_id IS NOT NULL");
    connection.execute_unprepared(&keep).await?;
    manager.drop_table(Table::drop().table(TABLE).to_owned()).await?;
    create(manager, about).await?;
    let put_back = format!("INSERT INTO {TABLE} ({BEFORE}) SELECT {BEFORE} FROM {KEPT}");
    connection.execute_unprepared(&put_back).await?;
    manager.drop_table(Table::drop().table(KEPT).to_owned()).await
}

async fn create(manager: &SchemaManager<'_>, about: About) -> Result<(), DbErr> {
    let cascade = || ForeignKeyAction::Cascade;
    let mut notification = Table::create();
    notification.table(TABLE);
    columns::id(&mut notification);
    notification.col(uuid("account_id"));
    columns::foreign_key(&mut notification, TABLE, "account_id", "account", "id", cascade());
    match about {
        About::Introductions => notification.col(uuid("introduction_id")),
        About::AnyOfThree => notification
            .col(uuid_null("introduction_id"))
            .col(uuid_null("agreement_id"))
            .col(uuid_null("event_id")),
    };
    notification
        .col(text("kind"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("read_at"))
        // When a mail that tells all of a day is to tell it; null when none is, or has.
        .col(timestamp_with_time_zone_null("digest_due_at"));
    columns::foreign_key(&mut notification, TABLE, "introduction_id", "introduction", "id", cascade());
    if about == About::AnyOfThree {
        columns::foreign_key(&mut notification, TABLE, "agreement_id", "agreement", "id", cascade());
        columns::foreign_key(&mut notification, TABLE, "event_id", "event", "id", cascade());
    }
    manager.create_table(notification).await?;
    manager.create_index(columns::index(TABLE, &["account_id", "id"], false)).await?;
    manager.create_index(columns::index(TABLE, &["introduction_id", "account_id"], false)).await?;
    manager.create_index(columns::index(TABLE, &["digest_due_at"], false)).await?;
    if about == About::AnyOfThree {
        manager.create_index(columns::index(TABLE, &["agreement_id", "account_id"], false)).await?;
        manager.create_index(columns::index(TABLE, &["event_id"], false)).await?;
    }
    Ok(())
}
