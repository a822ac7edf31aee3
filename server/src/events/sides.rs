//! How many organisations take part in an event, by side and by where they come from.

use std::collections::BTreeMap;

use async_graphql::{ComplexObject, Context, SimpleObject, dataloader::Loader};
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationDef};
use shared::{AdminUnitId, EventId, ParticipantStatus, TradeParty};

use crate::{
    admin_units::graphql::{AdminUnit, unit},
    entities::{event, event_participant, organisation},
    graphql::loaders::{BatchError, RowLoader, Rows, failed, group},
    numbers::int,
};

/// One side of an event.
#[derive(SimpleObject)]
pub struct EventSide {
    /// Retailers or producers.
    side: TradeParty,
    /// Its places; null is without limit.
    places: Option<i32>,
    /// Organisations that are approved.
    approved: i32,
    /// Organisations on the waiting list.
    waiting: i32,
    /// Organisations that wait for a decision.
    asked: i32,
    /// Organisations that have come.
    arrived: i32,
}

/// A province of today and how many of the approved participants come from it.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct EventOrigin {
    /// Which.
    #[graphql(skip)]
    province_id: Option<AdminUnitId>,
    /// Retailers.
    retailers: i32,
    /// Producers.
    producers: i32,
}

/// A province of today and how many of the approved participants come from it.
#[ComplexObject]
impl EventOrigin {
    /// The province; null for those whose province is not known.
    async fn province(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<AdminUnit>> {
        unit(ctx, &self.province_id).await
    }
}

/// Key: how many registrations of an event there are, by side and state, and how many of them have come.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct SidesOf(pub(super) EventId);
/// Key: how many approved participants of an event there are, by side and province.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct OriginsOf(pub(super) EventId);

/// Side, state, how many, how many of them have come.
pub(super) type Counted = (TradeParty, ParticipantStatus, i64, i64);
/// Province, side, how many.
pub(super) type FromThere = (Option<AdminUnitId>, TradeParty, i64);

/// Both sides of an event.
pub(super) fn sides(event: &event::Model, counted: &[Counted]) -> Vec<EventSide> {
    let side = |side: TradeParty, places| {
        let of_side = || counted.iter().filter(move |(of, ..)| *of == side);
        let in_state = |state| -> i32 {
            let counts = of_side().filter(|(_, status, ..)| *status == state).map(|(.., count, _)| count);
            int(counts.sum::<i64>())
        };
        EventSide {
            side,
            places,
            approved: in_state(ParticipantStatus::Approved),
            waiting: in_state(ParticipantStatus::Waiting),
            asked: in_state(ParticipantStatus::Asked),
            arrived: int(of_side()
                .filter(|(_, status, ..)| *status == ParticipantStatus::Approved)
                .map(|(.., arrived)| arrived)
                .sum::<i64>()),
        }
    };
    vec![side(TradeParty::Retailer, event.retailer_places), side(TradeParty::Producer, event.producer_places)]
}

/// Provinces, most participants first.
pub(super) fn origins(counted: &[FromThere]) -> Vec<EventOrigin> {
    let mut by_province: BTreeMap<Option<&AdminUnitId>, (i64, i64)> = BTreeMap::new();
    for (province, side, count) in counted {
        let (retailers, producers) = by_province.entry(province.as_ref()).or_default();
        match side {
            TradeParty::Retailer => *retailers += count,
            _ => *producers += count,
        }
    }
    let mut origins: Vec<_> = by_province.into_iter().collect();
    // Stable: equal ones stay in the order of their codes.
    origins.sort_by_key(|(_, (retailers, producers))| -(retailers + producers));
    origins
        .into_iter()
        .map(|(province, (retailers, producers))| EventOrigin {
            province_id: province.cloned(),
            retailers: int(retailers),
            producers: int(producers),
        })
        .collect()
}

impl Loader<SidesOf> for RowLoader {
    type Value = Vec<Counted>;
    type Error = BatchError;

    async fn load(&self, keys: &[SidesOf]) -> Rows<SidesOf, Vec<Counted>> {
        use event_participant::Column;
        let rows: Vec<(EventId, TradeParty, ParticipantStatus, i64, i64)> = event_participant::Entity::find()
            .select_only()
            .columns([Column::EventId, Column::Side, Column::Status])
            .column_as(Column::Id.count(), "registrations")
            .column_as(Column::CheckedInAt.count(), "arrived")
            .filter(Column::EventId.is_in(keys.iter().map(|key| key.0)))
            .group_by(Column::EventId)
            .group_by(Column::Side)
            .group_by(Column::Status)
            .into_tuple()
            .all(self.database().read())
            .await
            .map_err(failed)?;
        Ok(group(
            rows.into_iter().map(|(event, side, status, count, arrived)| {
                (SidesOf(event), (side, status, count, arrived))
            }),
        ))
    }
}

impl Loader<OriginsOf> for RowLoader {
    type Value = Vec<FromThere>;
    type Error = BatchError;

    async fn load(&self, keys: &[OriginsOf]) -> Rows<OriginsOf, Vec<FromThere>> {
        use event_participant::Column;
        let rows: Vec<(EventId, Option<AdminUnitId>, TradeParty, i64)> = event_participant::Entity::find()
            .select_only()
            .column(Column::EventId)
            .column(organisation::Column::ProvinceId)
            .column(Column::Side)
            .column_as(Column::Id.count(), "registrations")
            .join(JoinType::InnerJoin, to_organisation())
            .filter(Column::EventId.is_in(keys.iter().map(|key| key.0)))
            .filter(Column::Status.eq(ParticipantStatus::Approved))
            .group_by(Column::EventId)
            .group_by(organisation::Column::ProvinceId)
            .group_by(Column::Side)
            .into_tuple()
            .all(self.database().read())
            .await
            .map_err(failed)?;
        Ok(group(
            rows.into_iter()
                .map(|(event, province, side, count)| (OriginsOf(event), (province, side, count))),
        ))
    }
}

/// From a registration to its organisation.
pub(crate) fn to_organisation() -> RelationDef {
    event_participant::Entity::belongs_to(organisation::Entity)
        .from(event_participant::Column::OrganisationId)
        .to(organisation::Column::Id)
        .into()
}
