//! Who leaves an event, and what becomes of the meetings that were ahead of them.

use std::collections::HashSet;

use chrono::Utc;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use serde_json::json;
use shared::{MeetingStatus, NotificationKind, ParticipantId};

use super::{arranging::put, both, has_begun, of_event, tell};
use crate::{
    app::App,
    bulk,
    changes::{Line, Write},
    entities::{event, meeting},
    error::Result,
};

/// Calls off the meetings that are ahead of some participants, and tells the others, if they know of them.
pub(crate) async fn call_off(
    app: &App,
    write: &mut Write,
    event: &event::Model,
    who: &[ParticipantId],
) -> Result<()> {
    let theirs = Condition::any()
        .add(meeting::Column::RetailerId.is_in(who.iter().copied()))
        .add(meeting::Column::ProducerId.is_in(who.iter().copied()));
    let mut off = meeting::Entity::find()
        .filter(meeting::Column::EventId.eq(event.id))
        .filter(meeting::Column::Status.eq(MeetingStatus::Planned))
        .filter(theirs)
        .all(write.rows())
        .await?;
    let now = Utc::now();
    off.retain(|meeting| !has_begun(meeting, now));
    if off.is_empty() {
        return Ok(());
    }
    for meeting in &mut off {
        // It comes back if the side does: staff did not take it away.
        meeting.status = MeetingStatus::Cancelled;
        meeting.recorded_by = None;
        put(meeting, None, &[]);
        meeting.touch();
        let line = Line::of("meeting", meeting.id, "cancelled");
        write.record(line.with(None, Some(json!({ "status": meeting.status }))));
    }
    bulk::upsert::<meeting::Entity>(write.rows(), off.clone()).await?;
    let is_known = of_event(write.rows(), event.id).await?.is_some_and(|row| row.published_at.is_some());
    if is_known {
        let leaving: HashSet<ParticipantId> = who.iter().copied().collect();
        let others: HashSet<ParticipantId> = both(&off).difference(&leaving).copied().collect();
        tell(app, write, event, &others, NotificationKind::EventRescheduled, None).await?;
    }
    Ok(())
}
