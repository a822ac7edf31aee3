//! Places of an event and who waits for one. Whoever changes something about them holds the row of the event, so that two
//! never take the same place.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use shared::{EventId, NotificationKind, ParticipantAction, ParticipantParty, ParticipantStatus, TradeParty};

use crate::{
    app::App,
    bulk, calendar,
    changes::{Line, Write},
    entities::{event, event_participant},
    error::Result,
    events::life,
};

/// How many places are free, by side; nothing is without limit.
pub(super) struct Places(HashMap<TradeParty, Option<i64>>);

impl Places {
    /// Those of an event now.
    pub(super) async fn of(rows: &impl ConnectionTrait, event: &event::Model) -> Result<Self> {
        use event_participant::Column;
        let taken: Vec<(TradeParty, i64)> = event_participant::Entity::find()
            .select_only()
            .column(Column::Side)
            .column_as(Column::Id.count(), "taken")
            .filter(Column::EventId.eq(event.id))
            .filter(Column::Status.eq(ParticipantStatus::Approved))
            .group_by(Column::Side)
            .into_tuple()
            .all(rows)
            .await?;
        let taken: HashMap<TradeParty, i64> = taken.into_iter().collect();
        let sides =
            [(TradeParty::Retailer, event.retailer_places), (TradeParty::Producer, event.producer_places)];
        let free = |(side, places): (TradeParty, Option<i32>)| {
            let taken = taken.get(&side).copied().unwrap_or_default();
            (side, places.map(|places| i64::from(places) - taken))
        };
        Ok(Self(sides.into_iter().map(free).collect()))
    }

    /// Takes a place of a side, if one is free.
    pub(super) fn take(&mut self, side: TradeParty) -> bool {
        match self.0.get_mut(&side) {
            Some(Some(free)) if *free > 0 => {
                *free -= 1;
                true
            }
            Some(Some(_)) => false,
            Some(None) | None => true,
        }
    }
}

/// Gives free places to those who have waited longest, and tells them.
pub(crate) async fn fill_free_places(app: &App, write: &mut Write, event: &event::Model) -> Result<()> {
    let is_over = event.ends_on.or(event.starts_on).is_some_and(|last| last.latest() < calendar::today());
    if is_over || !life::takes_registrations(event) {
        return Ok(());
    }
    let mut places = Places::of(write.rows(), event).await?;
    let mut come_in = Vec::new();
    for participant in waiting(write.rows(), event.id).await? {
        let status = participant.status.after(ParticipantAction::Approve, ParticipantParty::Nobody);
        if let Some(status) = status
            && places.take(participant.side)
        {
            come_in.push(event_participant::Model { status, ..participant });
        }
    }
    save(write, &mut come_in, "approved").await?;
    super::tell(app, write, event, &come_in, NotificationKind::EventApproved, None).await
}

/// Who waits, in the order in which they asked.
async fn waiting(rows: &impl ConnectionTrait, event: EventId) -> Result<Vec<event_participant::Model>> {
    use event_participant::Column;
    let query = event_participant::Entity::find()
        .filter(Column::EventId.eq(event))
        .filter(Column::Status.eq(ParticipantStatus::Waiting))
        .order_by_asc(Column::AskedAt)
        .order_by_asc(Column::Id);
    Ok(query.all(rows).await?)
}

/// Writes registrations about which the same was decided.
pub(super) async fn save(
    write: &mut Write,
    changed: &mut [event_participant::Model],
    action: &'static str,
) -> Result<()> {
    if changed.is_empty() {
        return Ok(());
    }
    let now = chrono::Utc::now();
    for participant in &mut *changed {
        participant.decided_at = Some(now);
        participant.touch();
    }
    bulk::upsert::<event_participant::Entity>(write.rows(), changed.to_vec()).await?;
    for participant in changed {
        // What was said with it stands on the row: it may be personal.
        let line = Line::of("event_participant", participant.id, action);
        write.record(line.with(None, Some(json!({ "status": participant.status }))));
    }
    Ok(())
}
