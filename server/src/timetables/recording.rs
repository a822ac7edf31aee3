//! What came of a meeting, in two taps; where it led to an agreement, the draft of one, and another one where nothing came
//! of the first.

use std::sync::Arc;

use chrono::Utc;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use shared::{EventStatus, MeetingId, MeetingOutcome, ParticipantId, Problem, TradeParty, limits};

use super::{
    changing::{find_locked, save},
    has_begun, of_event,
};
use crate::{
    accounts::SignedIn,
    agreements::{drafting, led_to::standing},
    app::App,
    changes::{Line, Write},
    entities::{event, event_participant, introduction, meeting},
    error::{Error, Result},
    forms::{self, Form},
    introductions,
};

/// The two participants of a meeting.
pub(super) struct Participants {
    retailer: event_participant::Model,
    producer: event_participant::Model,
}

impl Participants {
    async fn of(write: &Write, meeting: &meeting::Model) -> Result<Self> {
        let found = event_participant::Entity::find()
            .filter(event_participant::Column::Id.is_in([meeting.retailer_id, meeting.producer_id]))
            .all(write.rows())
            .await?;
        let side = |id: ParticipantId| {
            found.iter().find(|row| row.id == id).cloned().ok_or(Error::NotFound("participant"))
        };
        Ok(Self { retailer: side(meeting.retailer_id)?, producer: side(meeting.producer_id)? })
    }

    /// As what somebody says it: a side before staff.
    fn party(&self, somebody: &SignedIn) -> Result<TradeParty> {
        let is_of = |side: &event_participant::Model| somebody.role_in(side.organisation_id).is_some();
        match (is_of(&self.retailer), is_of(&self.producer), somebody.looks_after_the_city()) {
            (true, ..) => Ok(TradeParty::Retailer),
            (_, true, _) => Ok(TradeParty::Producer),
            (.., true) => Ok(TradeParty::Staff),
            _ => Err(Error::NotFound("meeting")),
        }
    }

    fn have_come(&self) -> bool {
        self.retailer.checked_in_at.is_some() && self.producer.checked_in_at.is_some()
    }
}

/// Whether somebody of a party can say what came of a meeting: people of the sides once it has begun and they know of it,
/// staff as soon as it stands in the timetable.
pub(super) fn may_record(
    event: &event::Model,
    meeting: &meeting::Model,
    party: TradeParty,
    is_known: bool,
) -> bool {
    let is_on = matches!(event.status, EventStatus::Open | EventStatus::Closed | EventStatus::Held);
    let has_begun = has_begun(meeting, Utc::now());
    let is_their_turn = match party {
        TradeParty::Staff => true,
        TradeParty::Retailer | TradeParty::Producer => is_known && (has_begun || meeting.outcome.is_some()),
        TradeParty::Other => false,
    };
    is_on && is_their_turn && meeting.status.with(MeetingOutcome::Continues).is_some()
}

/// Notes what came of a meeting.
pub(super) async fn record(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: MeetingId,
    outcome: MeetingOutcome,
    note: Option<&str>,
) -> Result<meeting::Model> {
    let mut form = Form::default();
    let note = form.optional_text("note", note, limits::NOTE_CHARS);
    form.finish()?;
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let (event, before) = find_locked(&write, id).await?;
    let participants = Participants::of(&write, &before).await?;
    let party = participants.party(somebody)?;
    let is_known = of_event(write.rows(), event.id).await?.is_some_and(|row| row.published_at.is_some());
    if party != TradeParty::Staff && !is_known {
        return Err(Error::NotFound("meeting"));
    }
    let status = before.status.with(outcome).filter(|_| may_record(&event, &before, party, is_known));
    let status = status.ok_or_else(|| forms::wrong("id", Problem::NotPossibleNow))?;
    let mut meeting = meeting::Model {
        status,
        outcome: Some(outcome),
        // What somebody said stays theirs: another side does not say it after them.
        note: note.or(before.note.filter(|_| before.recorded_by == Some(party))),
        recorded_by: Some(party),
        recorded_at: Some(Utc::now()),
        ..before
    };
    if outcome == MeetingOutcome::Agreement {
        let standing = match meeting.agreement_id {
            Some(noted) => standing(write.rows(), meeting.introduction_id, noted, party).await?,
            None => None,
        };
        meeting.agreement_id = match standing {
            Some(id) => Some(id),
            None => {
                let by = (party, participants.have_come());
                Some(Box::pin(draft(app, somebody, &mut write, &event, &meeting, by)).await?)
            }
        };
    }
    meeting.touch();
    save(&write, &meeting).await?;
    let logged = |meeting: (_, _)| json!({ "status": meeting.0, "outcome": meeting.1 });
    let line = Line::of("meeting", id, "recorded");
    let (was, is) = ((before.status, before.outcome), (meeting.status, meeting.outcome));
    write.record(line.with(Some(logged(was)), Some(logged(is))));
    app.commit(write).await?;
    Ok(meeting)
}

/// Drafts an agreement of the two, for whoever said that it came to one. Where they had not both accepted the introduction,
/// that they met and agreed says it as well; but a side says so for both only where both were noted at the door.
async fn draft(
    app: &App,
    somebody: &SignedIn,
    write: &mut Write,
    event: &event::Model,
    meeting: &meeting::Model,
    (party, have_come): (TradeParty, bool),
) -> Result<shared::AgreementId> {
    let by = (somebody.account_id, party);
    let may_accept = have_come || party == TradeParty::Staff;
    let introduction: introduction::Model =
        introductions::meeting::met(app, write, meeting.introduction_id, by, may_accept).await?;
    let as_producer = (party != TradeParty::Staff).then_some(party == TradeParty::Producer);
    let draft = drafting::draft_of(write, somebody, &introduction, as_producer, Some(event.id)).await?;
    Ok(draft.row.id)
}
