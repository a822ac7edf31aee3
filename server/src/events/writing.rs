//! Beginning and changing events, and leading them from registration to their end.

use std::sync::Arc;

use chrono::Utc;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use serde_json::json;
use shared::{EventAction, EventId, EventKind, EventStatus, NotificationKind, ParticipantStatus};

use super::{
    inputs::{EventInput, fill},
    life::{lock, require_after},
};
use crate::{
    accounts::SignedIn,
    app::App,
    changes::{Line, Write},
    entities::event,
    error::{Error, Result},
    participants, timetables,
};

/// Begins an event, which nobody but staff sees.
pub(super) async fn create(app: &Arc<App>, somebody: &SignedIn, input: EventInput) -> Result<event::Model> {
    let empty = begun(input.kind);
    let event = fill(&app.labels(), input, empty)?;
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    event::Entity::insert(event.clone().into_active_model()).exec_without_returning(write.rows()).await?;
    write.record(Line::of("event", event.id, "created").with(None, Some(logged(&event))));
    app.commit(write).await?;
    Ok(event)
}

/// An event of which nothing is said yet.
pub(super) fn begun(kind: EventKind) -> event::Model {
    let now = Utc::now();
    event::Model {
        id: EventId::new(),
        name: String::new(),
        kind,
        status: EventStatus::Planned,
        description: None,
        organiser: None,
        starts_on: None,
        ends_on: None,
        registration_until: None,
        retailer_places: None,
        producer_places: None,
        provinces_reported: None,
        agreements_reported: None,
        address: None,
        ward_id: None,
        ward_basis: None,
        district_id: None,
        province_id: None,
        former_province_id: None,
        lat: None,
        lon: None,
        coord_precision: None,
        coord_source: None,
        origin_key: None,
        origin_digest: None,
        created_at: now,
        updated_at: now,
        version: 1,
    }
}

/// Changes what is said about an event; `version` is the one that was read. Who waits comes in where places were added.
pub(super) async fn update(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: EventId,
    version: i32,
    input: EventInput,
) -> Result<event::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let before = lock(write.rows(), id).await?;
    if before.version != version {
        return Err(Error::Conflict("event"));
    }
    let status = require_after(&before, EventAction::Change)?;
    let changed = fill(&app.labels(), input, before.clone())?;
    let event = save(&write, event::Model { status, ..changed }).await?;
    write.record(Line::of("event", id, "updated").with(Some(logged(&before)), Some(logged(&event))));
    if (before.starts_on, before.ends_on) != (event.starts_on, event.ends_on) {
        timetables::withdraw_if_outside(&mut write, &event).await?;
    }
    participants::queue::fill_free_places(app, &mut write, &event).await?;
    app.commit(write).await?;
    Ok(event)
}

/// Prepares, opens, closes, finishes or cancels an event. Participants hear that it does not take place.
pub(super) async fn move_on(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: EventId,
    action: EventAction,
) -> Result<event::Model> {
    if matches!(action, EventAction::Change | EventAction::Schedule) {
        return Err(Error::bad_input("action", "one that changes where the event stands"));
    }
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let before = lock(write.rows(), id).await?;
    let status = require_after(&before, action)?;
    let event = save(&write, event::Model { status, ..before.clone() }).await?;
    let line = Line::of("event", id, "moved");
    write.record(line.with(Some(json!({ "status": before.status })), Some(json!({ "status": status }))));
    if action == EventAction::Cancel {
        let known = [ParticipantStatus::Asked, ParticipantStatus::Approved, ParticipantStatus::Waiting];
        let concerned = participants::in_states(write.rows(), id, &known).await?;
        let by = Some(somebody.account_id);
        participants::tell(app, &write, &event, &concerned, NotificationKind::EventCancelled, by).await?;
    }
    app.commit(write).await?;
    Ok(event)
}

/// Writes an event that has changed.
pub(crate) async fn save(write: &Write, mut event: event::Model) -> Result<event::Model> {
    event.touch();
    event::Entity::update(event.clone().into_active_model().reset_all()).exec(write.rows()).await?;
    Ok(event)
}

fn logged(event: &event::Model) -> sea_orm::JsonValue {
    json!({
        "name": event.name,
        "kind": event.kind,
        "description": event.description,
        "organiser": event.organiser,
        "address": event.address,
        "province_id": event.province_id,
        "starts_on": event.starts_on,
        "ends_on": event.ends_on,
        "registration_until": event.registration_until,
        "retailer_places": event.retailer_places,
        "producer_places": event.producer_places,
    })
}
