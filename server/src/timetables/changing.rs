//! Taking single meetings from a timetable, and putting them back.

use std::{collections::HashSet, sync::Arc};

use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use serde_json::json;
use shared::{EventAction, MeetingId, MeetingStatus, NotificationKind, Problem, TradeParty};

use super::{arranging::put, of_event, tell};
use crate::{
    accounts::SignedIn,
    app::App,
    changes::{Line, Write},
    entities::meeting,
    error::{Error, Result},
    events::life,
    forms,
};

/// Takes a meeting away that is ahead, or puts back one that was taken away or missed, without a slot.
pub(super) async fn cancel(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: MeetingId,
    cancelled: bool,
) -> Result<meeting::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let (event, mut meeting) = find_locked(&write, id).await?;
    life::require_after(&event, EventAction::Schedule)?;
    let (status, action) = match (meeting.status, cancelled) {
        (MeetingStatus::Planned, true) => (MeetingStatus::Cancelled, "cancelled"),
        (MeetingStatus::Cancelled | MeetingStatus::Missed, false) => (MeetingStatus::Planned, "put_back"),
        _ => return Err(forms::wrong("id", Problem::NotPossibleNow)),
    };
    let before = meeting.status;
    meeting.status = status;
    meeting.outcome = None;
    meeting.recorded_by = cancelled.then_some(TradeParty::Staff);
    meeting.recorded_at = None;
    let had_slot = meeting.slot.is_some();
    put(&mut meeting, None, &[]);
    meeting.touch();
    save(&write, &meeting).await?;
    let line = Line::of("meeting", id, action);
    write.record(line.with(Some(json!({ "status": before })), Some(json!({ "status": status }))));
    let is_known = of_event(write.rows(), event.id).await?.is_some_and(|row| row.published_at.is_some());
    if is_known && had_slot {
        let told = HashSet::from([meeting.retailer_id, meeting.producer_id]);
        let by = Some(somebody.account_id);
        tell(app, &write, &event, &told, NotificationKind::EventRescheduled, by).await?;
    }
    app.commit(write).await?;
    Ok(meeting)
}

/// A meeting with its event, which nobody else changes meanwhile.
pub(super) async fn find_locked(
    write: &Write,
    id: MeetingId,
) -> Result<(crate::entities::event::Model, meeting::Model)> {
    let find = || async {
        let row = meeting::Entity::find_by_id(id).one(write.rows()).await?;
        row.ok_or(Error::NotFound("meeting"))
    };
    let event = life::lock(write.rows(), find().await?.event_id).await?;
    // What was read before the event was held may have changed.
    Ok((event, find().await?))
}

/// Writes a meeting.
pub(super) async fn save(write: &Write, meeting: &meeting::Model) -> Result<()> {
    meeting::Entity::update(meeting.clone().into_active_model().reset_all()).exec(write.rows()).await?;
    Ok(())
}
