//! Who meets whom at an event, when and at which table: made from the introduced pairs of its rounds in the fewest slots
//! (`matchmaking::timetable`), changed late with little disturbance, announced to participants, and in the end noted what
//! came of each meeting.

mod adjusting;
mod arranging;
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
pub mod stored;
mod tables;
pub mod types;

use std::collections::HashSet;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use shared::{AccountId, EventId, NotificationKind, ParticipantId};

use crate::{
    app::App,
    changes::Write,
    entities::{event, event_participant, event_timetable, meeting},
    error::Result,
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

/// Both participants of some meetings.
fn both<'a>(meetings: impl IntoIterator<Item = &'a meeting::Model>) -> HashSet<ParticipantId> {
    meetings.into_iter().flat_map(|meeting| [meeting.retailer_id, meeting.producer_id]).collect()
}
