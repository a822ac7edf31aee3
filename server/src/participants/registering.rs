//! Registering an organisation for an event, and withdrawing it.

use std::sync::Arc;

use chrono::Utc;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::json;
use shared::{
    EventId, NotificationKind, OrganisationId, ParticipantAction, ParticipantId, ParticipantParty,
    ParticipantStatus, Problem, TradeParty, events::badge, limits,
};
use uuid::Uuid;

use super::{find, not_now, queue, queue::Places};
use crate::{
    accounts::SignedIn,
    app::App,
    calendar,
    changes::{Line, Write},
    entities::{event, event_participant, organisation},
    error::{Error, Result},
    events::life,
    forms::Form,
    timetables,
};

/// What is said about a registration.
pub(super) struct Registration {
    pub(super) event: EventId,
    pub(super) organisation: OrganisationId,
    pub(super) side: TradeParty,
    pub(super) people: i32,
    pub(super) note: Option<String>,
}

/// Registers an organisation: by its own people, and then staff decide; or by staff, and then it has a place while there is
/// one.
pub(super) async fn register(
    app: &Arc<App>,
    somebody: &SignedIn,
    wanted: Registration,
) -> Result<event_participant::Model> {
    let by = party(somebody, wanted.organisation)?;
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let event = life::lock(write.rows(), wanted.event).await?;
    if by == ParticipantParty::Own && !life::is_public(&event) {
        return Err(Error::NotFound("event"));
    }
    let note = check(&write, &event, by, &wanted).await?;
    let known = event_participant::Entity::find()
        .filter(event_participant::Column::EventId.eq(event.id))
        .filter(event_participant::Column::OrganisationId.eq(wanted.organisation))
        .one(write.rows())
        .await?;
    let status = match (&known, by) {
        (None, ParticipantParty::Own) => Some(ParticipantStatus::Asked),
        (None, _) => Some(ParticipantStatus::Approved),
        (Some(known), ParticipantParty::Own) => known.status.after(ParticipantAction::Ask, by),
        (Some(known), _) => known.status.after(ParticipantAction::Approve, by),
    };
    let mut status = status.ok_or_else(|| not_now("organisation"))?;
    if status == ParticipantStatus::Approved && !Places::of(write.rows(), &event).await?.take(wanted.side) {
        status = ParticipantStatus::Waiting;
    }
    let now = Utc::now();
    let kept_place = known
        .as_ref()
        .filter(|known| matches!(known.status, ParticipantStatus::Asked | ParticipantStatus::Waiting))
        .map(|known| known.asked_at);
    let decided_at = (by == ParticipantParty::Staff).then_some(now);
    let participant = event_participant::Model {
        id: known.as_ref().map_or_else(ParticipantId::new, |known| known.id),
        event_id: event.id,
        organisation_id: wanted.organisation,
        side: wanted.side,
        status,
        people: wanted.people,
        note,
        code: known.as_ref().map_or_else(new_code, |known| known.code.clone()),
        reason: None,
        // Who is registered anew by staff keeps the place in the waiting list.
        asked_at: kept_place.unwrap_or(now),
        decided_at,
        checked_in_at: known.as_ref().and_then(|known| known.checked_in_at),
        created_at: known.as_ref().map_or(now, |known| known.created_at),
        updated_at: now,
        version: known.as_ref().map_or(1, |known| known.version + 1),
    };
    let row = participant.clone().into_active_model();
    match known {
        None => {
            event_participant::Entity::insert(row).exec_without_returning(write.rows()).await.map(drop)?
        }
        Some(_) => event_participant::Entity::update(row.reset_all()).exec(write.rows()).await.map(drop)?,
    }
    let line = Line::of("event_participant", participant.id, "registered");
    let logged = json!({ "status": status, "side": wanted.side, "people": wanted.people });
    write.record(line.with(None, Some(logged)));
    if by == ParticipantParty::Staff {
        let kind = told_of(status);
        let by = Some(somebody.account_id);
        super::tell(app, &write, &event, std::slice::from_ref(&participant), kind, by).await?;
    }
    app.commit(write).await?;
    Ok(participant)
}

/// What people are told when it was decided where their registration stands.
pub(super) fn told_of(status: ParticipantStatus) -> NotificationKind {
    match status {
        ParticipantStatus::Approved => NotificationKind::EventApproved,
        ParticipantStatus::Waiting => NotificationKind::EventQueued,
        _ => NotificationKind::EventDeclined,
    }
}

/// As what somebody registers or withdraws an organisation.
fn party(somebody: &SignedIn, organisation: OrganisationId) -> Result<ParticipantParty> {
    match (somebody.role_in(organisation), somebody.looks_after_the_city()) {
        (Some(_), _) => Ok(ParticipantParty::Own),
        (None, true) => Ok(ParticipantParty::Staff),
        (None, false) => Err(Error::Forbidden),
    }
}

/// Checks all that was said; gives back the note as it is kept.
async fn check(
    write: &Write,
    event: &event::Model,
    by: ParticipantParty,
    wanted: &Registration,
) -> Result<Option<String>> {
    let is_open = match by {
        ParticipantParty::Own => life::is_open(event, calendar::today()),
        _ => life::takes_registrations(event),
    };
    if !is_open {
        return Err(not_now("event"));
    }
    let organisation = organisation::Entity::find_by_id(wanted.organisation).one(write.rows()).await?;
    let organisation = organisation.ok_or(Error::NotFound("organisation"))?;
    let mut form = Form::default();
    if organisation.verified_at.is_none() {
        form.wrong("organisation", Problem::NotVerified);
    }
    let is_of_side = match wanted.side {
        TradeParty::Retailer => organisation.is_retailer,
        TradeParty::Producer => organisation.is_producer,
        TradeParty::Staff | TradeParty::Other => false,
    };
    if !is_of_side {
        form.wrong("side", Problem::NotOffered);
    }
    if !(1..=limits::EVENT_PEOPLE).contains(&wanted.people) {
        form.wrong("people", Problem::OutOfRange);
    }
    let note = form.optional_text("note", wanted.note.as_deref(), limits::NOTE_CHARS);
    form.finish()?;
    Ok(note)
}

/// Withdraws a registration. The first in the waiting list takes the place, and meetings that are ahead are called off.
pub(super) async fn withdraw(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: ParticipantId,
) -> Result<event_participant::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let event = life::lock(write.rows(), find(write.rows(), id).await?.event_id).await?;
    let participant = find(write.rows(), id).await?;
    // Who is neither its people nor staff need not know that it is there.
    let by = party(somebody, participant.organisation_id).map_err(|_| Error::NotFound("participant"))?;
    let status = participant.status.after(ParticipantAction::Withdraw, by);
    let status = status.filter(|_| !life::is_over(&event));
    let status = status.ok_or_else(|| not_now("participant"))?;
    let mut withdrawn = [event_participant::Model { status, ..participant }];
    queue::save(&mut write, &mut withdrawn, "withdrawn").await?;
    timetables::leaving::call_off(app, &mut write, &event, &[id]).await?;
    queue::fill_free_places(app, &mut write, &event).await?;
    app.commit(write).await?;
    let [withdrawn] = withdrawn;
    Ok(withdrawn)
}

/// A code that nobody guesses. Of 30^8 two of an event hardly ever meet, and then the database refuses the second.
fn new_code() -> String {
    let random = Uuid::new_v4();
    let letter = |(place, byte): (usize, &u8)| {
        // Two bytes for each letter, so that no letter comes noticeably more often than another.
        let number = usize::from(*byte) * 256 + usize::from(random.as_bytes()[place + badge::CHARS]);
        char::from(badge::ALPHABET[number % badge::ALPHABET.len()])
    };
    random.as_bytes()[..badge::CHARS].iter().enumerate().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_code_is_one_that_can_be_read() {
        let (one, other) = (new_code(), new_code());

        assert_eq!(badge::read(&one).as_ref(), Some(&one));
        assert_ne!(one, other);
    }
}
