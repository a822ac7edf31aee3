//! What belongs to registrations, gathered per request.

use std::{collections::HashMap, sync::Arc};

use async_graphql::dataloader::Loader;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::{EventId, MeetingStatus, OrganisationId, ParticipantId, ParticipantStatus, TradeParty};

use crate::{
    entities::{event_participant, meeting},
    graphql::loaders::{BatchError, RowLoader, Rows, failed, group},
};

/// Key: the registration of an organisation for an event.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct RegistrationOf(pub(crate) EventId, pub(crate) OrganisationId);
/// Key: the waiting lists of both sides of an event, each in its order.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct QueueOf(pub(super) EventId);
/// Key: how many meetings a participant has that are not cancelled.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct MeetingCountOf(pub(super) ParticipantId);

impl Loader<ParticipantId> for RowLoader {
    type Value = Arc<event_participant::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[ParticipantId]) -> Rows<ParticipantId, Arc<event_participant::Model>> {
        let rows = event_participant::Entity::find()
            .filter(event_participant::Column::Id.is_in(keys.iter().copied()))
            .all(self.database().read())
            .await
            .map_err(failed)?;
        Ok(rows.into_iter().map(|row| (row.id, Arc::new(row))).collect())
    }
}

impl Loader<RegistrationOf> for RowLoader {
    type Value = Arc<event_participant::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[RegistrationOf]) -> Rows<RegistrationOf, Arc<event_participant::Model>> {
        use event_participant::Column;
        // More than was asked for where several events and organisations were: still one statement.
        let rows = event_participant::Entity::find()
            .filter(Column::EventId.is_in(keys.iter().map(|key| key.0)))
            .filter(Column::OrganisationId.is_in(keys.iter().map(|key| key.1)))
            .all(self.database().read())
            .await
            .map_err(failed)?;
        let keyed = |row: event_participant::Model| {
            (RegistrationOf(row.event_id, row.organisation_id), Arc::new(row))
        };
        Ok(rows.into_iter().map(keyed).collect())
    }
}

impl Loader<QueueOf> for RowLoader {
    type Value = Vec<(TradeParty, ParticipantId)>;
    type Error = BatchError;

    async fn load(&self, keys: &[QueueOf]) -> Rows<QueueOf, Vec<(TradeParty, ParticipantId)>> {
        use event_participant::Column;
        let rows: Vec<(EventId, TradeParty, ParticipantId)> = event_participant::Entity::find()
            .select_only()
            .columns([Column::EventId, Column::Side, Column::Id])
            .filter(Column::EventId.is_in(keys.iter().map(|key| key.0)))
            .filter(Column::Status.eq(ParticipantStatus::Waiting))
            .order_by_asc(Column::AskedAt)
            .order_by_asc(Column::Id)
            .into_tuple()
            .all(self.database().read())
            .await
            .map_err(failed)?;
        Ok(group(rows.into_iter().map(|(event, side, id)| (QueueOf(event), (side, id)))))
    }
}

impl Loader<MeetingCountOf> for RowLoader {
    type Value = i64;
    type Error = BatchError;

    async fn load(&self, keys: &[MeetingCountOf]) -> Rows<MeetingCountOf, i64> {
        use meeting::Column;
        let theirs = || keys.iter().map(|key| key.0);
        let mut counts: HashMap<MeetingCountOf, i64> = HashMap::new();
        let rows: Vec<(ParticipantId, ParticipantId)> = meeting::Entity::find()
            .select_only()
            .columns([Column::RetailerId, Column::ProducerId])
            .filter(Column::Status.ne(MeetingStatus::Cancelled))
            .filter(
                Condition::any()
                    .add(Column::RetailerId.is_in(theirs()))
                    .add(Column::ProducerId.is_in(theirs())),
            )
            .into_tuple()
            .all(self.database().read())
            .await
            .map_err(failed)?;
        for participant in rows.into_iter().flat_map(|(retailer, producer)| [retailer, producer]) {
            *counts.entry(MeetingCountOf(participant)).or_default() += 1;
        }
        Ok(counts)
    }
}
