//! Trade events and the city's yearly plans, with figures as they were reported.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::columns;

/// Adds `event` and `plan`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut event = Table::create();
        event.table("event");
        columns::id(&mut event);
        event
            .col(text("name"))
            .col(text("kind"))
            .col(text_null("starts_on"))
            .col(text_null("ends_on"))
            .col(integer_null("provinces_reported"))
            .col(integer_null("agreements_reported"));
        columns::place(&mut event, "event");
        columns::origin(&mut event);
        columns::history(&mut event);
        manager.create_table(event).await?;
        manager.create_index(columns::index("event", &["origin_key"], true)).await?;
        manager.create_index(columns::index("event", &["starts_on", "id"], false)).await?;

        let mut plan = Table::create();
        plan.table("plan");
        columns::id(&mut plan);
        plan.col(integer("year"))
            .col(text_null("decision_number"))
            .col(text_null("issued_on"))
            .col(integer_null("target_min"))
            .col(integer_null("target_max"))
            .col(integer_null("min_per_district"))
            .col(integer_null("centres_target"))
            .col(text_null("criteria_decision"));
        columns::origin(&mut plan);
        columns::history(&mut plan);
        manager.create_table(plan).await?;
        manager.create_index(columns::index("plan", &["origin_key"], true)).await?;
        manager.create_index(columns::index("plan", &["year"], false)).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("plan").to_owned()).await?;
        manager.drop_table(Table::drop().table("event").to_owned()).await
    }
}
