//! Announcing a timetable: participants see their meetings and are told.

use std::sync::Arc;

use chrono::Utc;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use serde_json::json;
use shared::{EventAction, EventId, NotificationKind, ParticipantStatus, Problem};

use super::{meetings_of, of_event};
use crate::{
    accounts::SignedIn,
    app::App,
    changes::{Line, Write},
    entities::{event, event_timetable},
    error::Result,
    events::life,
    forms, participants,
};

/// Announces the timetable of an event.
pub(super) async fn publish(app: &Arc<App>, somebody: &SignedIn, id: EventId) -> Result<event::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let event = life::lock(write.rows(), id).await?;
    life::require_after(&event, EventAction::Schedule)?;
    let unannounced = of_event(write.rows(), id).await?.filter(|row| row.published_at.is_none());
    let mut timetable = unannounced.ok_or_else(|| forms::wrong("event", Problem::NotPossibleNow))?;
    timetable.published_at = Some(Utc::now());
    timetable.touch();
    event_timetable::Entity::update(timetable.into_active_model().reset_all()).exec(write.rows()).await?;
    let meetings = meetings_of(write.rows(), id).await?;
    let placed = meetings.iter().filter(|meeting| meeting.slot.is_some()).count();
    let line = Line::of("event_timetable", id, "published");
    write.record(line.with(None, Some(json!({ "meetings": placed }))));
    // Also those who have no meeting, or none any more.
    let told = participants::in_states(write.rows(), id, &[ParticipantStatus::Approved]).await?;
    let by = Some(somebody.account_id);
    participants::tell(app, &write, &event, &told, NotificationKind::EventScheduled, by).await?;
    app.commit(write).await?;
    Ok(event)
}
