//! Timetables and what is counted of them, gathered per request.

use std::{collections::HashMap, sync::Arc};

use async_graphql::dataloader::Loader;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use shared::{EventId, MeetingId, MeetingStatus, ParticipantId};

use crate::{
    entities::{event_timetable, meeting},
    graphql::loaders::{BatchError, RowLoader, Rows, failed, group},
};

/// Key: the timetable of an event.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct TimetableOf(pub(crate) EventId);
/// Key: who meets in which slot at an event, without meetings that are cancelled.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct SlotsOf(pub(super) EventId);

/// Retailer, producer and slot of a meeting.
pub(super) type InSlot = (ParticipantId, ParticipantId, Option<i32>);

impl Loader<TimetableOf> for RowLoader {
    type Value = Arc<event_timetable::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[TimetableOf]) -> Rows<TimetableOf, Arc<event_timetable::Model>> {
        let rows = event_timetable::Entity::find()
            .filter(event_timetable::Column::EventId.is_in(keys.iter().map(|key| key.0)))
            .all(self.database().read())
            .await
            .map_err(failed)?;
        Ok(rows.into_iter().map(|row| (TimetableOf(row.event_id), Arc::new(row))).collect())
    }
}

impl Loader<SlotsOf> for RowLoader {
    type Value = Vec<InSlot>;
    type Error = BatchError;

    async fn load(&self, keys: &[SlotsOf]) -> Rows<SlotsOf, Vec<InSlot>> {
        use meeting::Column;
        let rows: Vec<(EventId, ParticipantId, ParticipantId, Option<i32>)> = meeting::Entity::find()
            .select_only()
            .columns([Column::EventId, Column::RetailerId, Column::ProducerId, Column::Slot])
            .filter(Column::EventId.is_in(keys.iter().map(|key| key.0)))
            .filter(Column::Status.ne(MeetingStatus::Cancelled))
            .into_tuple()
            .all(self.database().read())
            .await
            .map_err(failed)?;
        let keyed = |(event, retailer, producer, slot)| (SlotsOf(event), (retailer, producer, slot));
        Ok(group(rows.into_iter().map(keyed)))
    }
}

impl Loader<MeetingId> for RowLoader {
    type Value = Arc<meeting::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[MeetingId]) -> Rows<MeetingId, Arc<meeting::Model>> {
        let query = meeting::Entity::find().filter(meeting::Column::Id.is_in(keys.iter().copied()));
        let rows = query.all(self.database().read()).await.map_err(failed)?;
        Ok(rows.into_iter().map(|row| (row.id, Arc::new(row))).collect::<HashMap<_, _>>())
    }
}
