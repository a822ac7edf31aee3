//! Making the timetable of an event anew.

use std::sync::Arc;

use chrono::Utc;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use shared::{EventAction, EventId, MeetingId, MeetingStatus, Problem, limits::EVENT_MEETINGS};

use super::{
    arranging::{arrange, limits, put},
    inputs::{Settings, TimetableInput},
    meetings_of, of_event,
    pairs::{Pair, Pairs},
    stored::StoredHours,
};
use crate::{
    accounts::SignedIn,
    app::App,
    bulk,
    changes::{Line, Write},
    entities::{event, event_timetable, meeting},
    error::{Error, Result},
    events::{life, writing},
    forms,
};

/// Makes it of all pairs that can meet, in the fewest slots. What there was is thrown away, unless somebody has met already.
pub(super) async fn schedule(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: EventId,
    version: i32,
    input: TimetableInput,
) -> Result<event::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let event = life::lock(write.rows(), id).await?;
    if event.version != version {
        return Err(Error::Conflict("event"));
    }
    life::require_after(&event, EventAction::Schedule)?;
    let settings = Settings::read(&event, &input)?;
    if meetings_of(write.rows(), id).await?.iter().any(|meeting| meeting.outcome.is_some()) {
        return Err(forms::wrong("id", Problem::NotPossibleNow));
    }
    let pairs = Pairs::of(write.rows(), id, settings.with_introduced).await?.meet;
    if pairs.len() > EVENT_MEETINGS {
        return Err(forms::wrong("id", Problem::TooMany));
    }
    let meetings = arranged(id, pairs, &settings).await?;
    let unplaced = meetings.iter().filter(|meeting| meeting.slot.is_none()).count();
    let logged = json!({ "meetings": meetings.len(), "unplaced": unplaced });
    meeting::Entity::delete_many().filter(meeting::Column::EventId.eq(id)).exec(write.rows()).await?;
    bulk::insert::<meeting::Entity>(write.rows(), meetings).await?;
    save_settings(&write, id, settings).await?;
    let event = writing::save(&write, event).await?;
    write.record(Line::of("event_timetable", id, "scheduled").with(None, Some(logged)));
    app.commit(write).await?;
    Ok(event)
}

/// The meetings of pairs, each with its slot and table if there is one.
async fn arranged(event: EventId, pairs: Vec<Pair>, settings: &Settings) -> Result<Vec<meeting::Model>> {
    let slots = settings.hours.slots();
    let reserve = usize::try_from(settings.reserve).unwrap_or_default();
    let limits = limits(slots.len().saturating_sub(reserve), settings.tables);
    let (places, pairs) = tokio::task::spawn_blocking(move || (arrange(&pairs, limits), pairs))
        .await
        .map_err(anyhow::Error::new)?;
    let places = places?;
    let meeting = |pair: &Pair| {
        let mut meeting = begun(event, pair);
        put(&mut meeting, places.get(&pair.introduction).copied(), &slots);
        meeting
    };
    Ok(pairs.iter().map(meeting).collect())
}

/// A meeting without a slot.
pub(super) fn begun(event: EventId, pair: &Pair) -> meeting::Model {
    let now = Utc::now();
    meeting::Model {
        id: MeetingId::new(),
        event_id: event,
        introduction_id: pair.introduction,
        retailer_id: pair.retailer,
        producer_id: pair.producer,
        status: MeetingStatus::Planned,
        slot: None,
        day: None,
        from_minute: None,
        to_minute: None,
        table_number: None,
        outcome: None,
        note: None,
        recorded_by: None,
        recorded_at: None,
        agreement_id: None,
        created_at: now,
        updated_at: now,
        version: 1,
    }
}

/// Keeps what was chosen. Participants do not see what was made anew before it is announced again.
async fn save_settings(write: &Write, id: EventId, settings: Settings) -> Result<()> {
    let known = of_event(write.rows(), id).await?;
    let now = Utc::now();
    let row = event_timetable::Model {
        event_id: id,
        hours: StoredHours(settings.hours),
        tables: settings.tables,
        reserve: settings.reserve,
        with_introduced: settings.with_introduced,
        made_at: now,
        published_at: None,
        created_at: known.as_ref().map_or(now, |known| known.created_at),
        updated_at: now,
        version: known.map_or(1, |known| known.version + 1),
    };
    bulk::upsert::<event_timetable::Entity>(write.rows(), vec![row]).await
}
