//! Table `event_timetable`: when people meet at an event, and at how many tables.

use sea_orm::entity::prelude::*;
use shared::EventId;

use crate::timetables::stored::StoredHours;

/// One row of `event_timetable`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event_timetable")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub event_id: EventId,
    pub hours: StoredHours,
    pub tables: i32,
    pub reserve: i32,
    pub with_introduced: bool,
    pub made_at: DateTimeUtc,
    pub published_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
