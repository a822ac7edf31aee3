//! Who leaves an event, and what becomes of the meetings that were ahead of them.

use std::collections::HashSet;

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use serde_json::json;
use shared::{MeetingStatus, NotificationKind, ParticipantId};

use super::{arranging::put, both, of_event, tell};
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
    if off.is_empty() {
        return Ok(());
    }
    for meeting in &mut off {
        call_off_one(meeting);
    }
    log_called_off(write, &off);
    bulk::upsert::<meeting::Entity>(write.rows(), off.clone()).await?;
    let is_known = of_event(write.rows(), event.id).await?.is_some_and(|row| row.published_at.is_some());
    if is_known {
        let leaving: HashSet<ParticipantId> = who.iter().copied().collect();
        let others: HashSet<ParticipantId> = both(&off).difference(&leaving).copied().collect();
        tell(app, write, event, &others, NotificationKind::EventRescheduled, None).await?;
    }
    Ok(())
}

/// Takes a meeting from the timetable because one of its sides is not there. It comes back if the side does.
pub(super) fn call_off_one(meeting: &mut meeting::Model) {
    meeting.status = MeetingStatus::Cancelled;
    meeting.recorded_by = None;
    put(meeting, None, &[]);
    meeting.touch();
}

/// Notes in the log that meetings are off.
pub(super) fn log_called_off(write: &mut Write, meetings: &[meeting::Model]) {
    for meeting in meetings {
        let line = Line::of("meeting", meeting.id, "cancelled");
        write.record(line.with(None, Some(json!({ "status": meeting.status }))));
    }
}
