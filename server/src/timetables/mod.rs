//! Who meets whom at an event, when and at which table: made from the introduced pairs of its rounds in the fewest slots
//! (`matchmaking::timetable`), changed late with little disturbance, announced to participants, and in the end noted what
//! came of each meeting.

mod adjusting;
mod arranging;
pub mod change_type;
mod changing;
pub mod graphql;
pub mod inputs;
pub(crate) mod leaving;
pub(crate) mod listing;
pub(crate) mod loaders;
pub mod meeting_type;
mod pairs;
mod publishing;
mod recording;
mod scheduling;
pub mod slot_type;
pub mod stored;
mod tables;
pub mod types;

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use shared::{AccountId, EventId, NotificationKind, ParticipantId};

use crate::{
    app::App,
    calendar,
    changes::{Line, Write},
    entities::{event, event_participant, event_timetable, meeting},
    error::Result,
    events::life,
    participants,
};

/// The timetable of an event, if it has one.
async fn of_event(rows: &impl ConnectionTrait, id: EventId) -> Result<Option<event_timetable::Model>> {
    Ok(event_timetable::Entity::find_by_id(id).one(rows).await?)
}

/// All meetings of an event.
async fn meetings_of(rows: &impl ConnectionTrait, id: EventId) -> Result<Vec<meeting::Model>> {
    Ok(meeting::Entity::find().filter(meeting::Column::EventId.eq(id)).all(rows).await?)
}

/// Hides a timetable whose days are no days of its event any more, until it is made anew and announced.
pub(crate) async fn withdraw_if_outside(write: &mut Write, event: &event::Model) -> Result<()> {
    let Some(mut timetable) = of_event(write.rows(), event.id).await? else { return Ok(()) };
    let is_within = timetable.hours.0.days.iter().all(|day| life::is_day_of(event, day.day));
    if is_within || timetable.published_at.is_none() {
        return Ok(());
    }
    timetable.published_at = None;
    timetable.touch();
    event_timetable::Entity::update(timetable.into_active_model().reset_all()).exec(write.rows()).await?;
    write.record(Line::of("event_timetable", event.id, "hidden"));
    Ok(())
}

/// Tells the participants of some meetings of the same.
async fn tell(
    app: &App,
    write: &Write,
    event: &event::Model,
    participants: &HashSet<ParticipantId>,
    kind: NotificationKind,
    by: Option<AccountId>,
) -> Result<()> {
    if participants.is_empty() {
        return Ok(());
    }
    let told = event_participant::Entity::find()
        .filter(event_participant::Column::EventId.eq(event.id))
        .filter(event_participant::Column::Id.is_in(participants.iter().copied()))
        .all(write.rows())
        .await?;
    participants::tell(app, write, event, &told, kind, by).await
}

/// Whether the time of a meeting has come.
fn has_begun(meeting: &meeting::Model, now: DateTime<Utc>) -> bool {
    let minute = meeting.from_minute.and_then(|minute| u16::try_from(minute).ok());
    meeting.day.zip(minute).is_some_and(|(day, minute)| calendar::at(day, minute) <= now)
}

/// Both participants of some meetings.
fn both<'a>(meetings: impl IntoIterator<Item = &'a meeting::Model>) -> HashSet<ParticipantId> {
    meetings.into_iter().flat_map(|meeting| [meeting.retailer_id, meeting.producer_id]).collect()
}
