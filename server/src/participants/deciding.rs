//! Staff decide about registrations: those that are approved get the places there are, in the order in which they asked, and
//! the others wait.

use std::{collections::HashSet, sync::Arc};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::{
    EventId, ParticipantAction, ParticipantId, ParticipantParty, ParticipantStatus, Problem, limits,
};

use super::{not_now, queue, queue::Places, registering::told_of};
use crate::{
    accounts::SignedIn,
    app::App,
    changes::Write,
    entities::{event, event_participant},
    error::{Error, Result},
    events::life,
    forms::{self, Form},
    timetables,
};

/// What is decided.
pub(super) enum Decision {
    Approve,
    Decline(String),
}

impl Decision {
    /// What staff fill in; who declines says why.
    pub(super) fn read(approve: bool, reason: Option<&str>) -> Result<Self> {
        if approve {
            return Ok(Self::Approve);
        }
        let mut form = Form::default();
        let reason = form.optional_text("reason", reason, limits::NOTE_CHARS);
        if reason.is_none() {
            form.wrong("reason", Problem::Missing);
        }
        form.finish()?;
        Ok(Self::Decline(reason.unwrap_or_default()))
    }
}

/// Decides about some registrations of an event. Those about which it is decided so already stay as they are.
pub(super) async fn decide(
    app: &Arc<App>,
    somebody: &SignedIn,
    event: EventId,
    ids: &[ParticipantId],
    decision: Decision,
) -> Result<event::Model> {
    let distinct: HashSet<ParticipantId> = ids.iter().copied().collect();
    if distinct.is_empty() || distinct.len() > limits::DECISIONS {
        let problem = if distinct.is_empty() { Problem::Missing } else { Problem::TooMany };
        return Err(forms::wrong("participants", problem));
    }
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let event = life::lock(write.rows(), event).await?;
    if !life::takes_registrations(&event) {
        return Err(not_now("event"));
    }
    let meant = event_participant::Entity::find()
        .filter(event_participant::Column::EventId.eq(event.id))
        .filter(event_participant::Column::Id.is_in(distinct.iter().copied()))
        .order_by_asc(event_participant::Column::AskedAt)
        .order_by_asc(event_participant::Column::Id)
        .all(write.rows())
        .await?;
    if meant.len() < distinct.len() {
        return Err(Error::NotFound("participant"));
    }
    match decision {
        Decision::Approve => approve(app, somebody, &mut write, &event, meant).await?,
        Decision::Decline(reason) => decline(app, somebody, &mut write, &event, meant, &reason).await?,
    }
    app.commit(write).await?;
    Ok(event)
}

async fn approve(
    app: &App,
    somebody: &SignedIn,
    write: &mut Write,
    event: &event::Model,
    meant: Vec<event_participant::Model>,
) -> Result<()> {
    let mut places = Places::of(write.rows(), event).await?;
    let (mut approved, mut queued) = (Vec::new(), Vec::new());
    for participant in meant {
        let after = |action| participant.status.after(action, ParticipantParty::Staff);
        let (let_in, put_off) = (after(ParticipantAction::Approve), after(ParticipantAction::Queue));
        match (let_in, put_off) {
            (Some(status), _) if places.take(participant.side) => {
                approved.push(event_participant::Model { status, reason: None, ..participant });
            }
            (_, Some(status)) => {
                queued.push(event_participant::Model { status, reason: None, ..participant });
            }
            // It has its place, or waits for one already.
            _ => {}
        }
    }
    for (decided, action) in [(&mut approved, "approved"), (&mut queued, "queued")] {
        queue::save(write, decided, action).await?;
        let Some(first) = decided.first() else { continue };
        super::tell(app, write, event, decided, told_of(first.status), Some(somebody.account_id)).await?;
    }
    Ok(())
}

async fn decline(
    app: &App,
    somebody: &SignedIn,
    write: &mut Write,
    event: &event::Model,
    meant: Vec<event_participant::Model>,
    reason: &str,
) -> Result<()> {
    let declined = meant.into_iter().filter_map(|participant| {
        let status = participant.status.after(ParticipantAction::Decline, ParticipantParty::Staff)?;
        Some(event_participant::Model { status, reason: Some(reason.to_owned()), ..participant })
    });
    let mut declined: Vec<_> = declined.collect();
    queue::save(write, &mut declined, "declined").await?;
    let kind = told_of(ParticipantStatus::Declined);
    super::tell(app, write, event, &declined, kind, Some(somebody.account_id)).await?;
    let ids: Vec<ParticipantId> = declined.iter().map(|participant| participant.id).collect();
    timetables::leaving::call_off(app, write, event, &ids).await?;
    queue::fill_free_places(app, write, event).await
}
