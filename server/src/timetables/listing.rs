//! Meetings of an event in order of time and table, page by page.

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
    sea_query::{Expr, Func, SelectStatement, SimpleExpr},
};
use shared::{EventId, MeetingId, MeetingStatus, OrganisationId, ParticipantId};

use super::of_event;
use crate::{
    accounts::{SignedIn, Viewer},
    database::Database,
    entities::{event_participant, meeting},
    error::Result,
};

/// The place of a meeting in the list: slot, table, id. Those without a slot come last.
pub(crate) type Key = (i32, i32, MeetingId);

/// Some meetings, and how many there are in all.
#[derive(Default)]
pub(crate) struct Listed {
    pub(crate) rows: Vec<meeting::Model>,
    pub(crate) total: usize,
}

/// Which meetings.
pub(crate) struct Meetings {
    pub(crate) event: EventId,
    pub(crate) participant: Option<ParticipantId>,
    pub(crate) table: Option<i32>,
    pub(crate) status: Option<MeetingStatus>,
}

impl Meetings {
    /// The place of a meeting in the list.
    pub(crate) fn key(row: &meeting::Model) -> Key {
        (row.slot.unwrap_or(i32::MAX), row.table_number.unwrap_or_default(), row.id)
    }

    /// Up to `limit` of those that somebody may know of, after a place.
    pub(crate) async fn list(
        &self,
        database: &Database,
        viewer: &Viewer,
        after: Option<Key>,
        limit: usize,
    ) -> Result<Listed> {
        let rows = database.read();
        let Ok(somebody) = viewer.signed_in() else { return Ok(Listed::default()) };
        let mut query = self.filtered();
        if !somebody.looks_after_the_city() {
            let is_known = of_event(rows, self.event).await?.is_some_and(|row| row.published_at.is_some());
            if !is_known {
                return Ok(Listed::default());
            }
            query = query.filter(is_of(somebody, self.event));
        }
        let total = query.clone().count(rows).await?;
        if let Some((slot, table, id)) = after {
            let same_slot = slot_or_last().eq(slot);
            let same_table = same_slot.clone().and(table_or_first().eq(table));
            query = query.filter(
                Condition::any()
                    .add(slot_or_last().gt(slot))
                    .add(same_slot.and(table_or_first().gt(table)))
                    .add(same_table.and(meeting::Column::Id.gt(id))),
            );
        }
        let query = query
            .order_by_asc(slot_or_last())
            .order_by_asc(table_or_first())
            .order_by_asc(meeting::Column::Id)
            .limit(limit as u64);
        Ok(Listed { rows: query.all(rows).await?, total: usize::try_from(total).unwrap_or(usize::MAX) })
    }

    fn filtered(&self) -> Select<meeting::Entity> {
        use meeting::Column;
        let mut query = meeting::Entity::find().filter(Column::EventId.eq(self.event));
        if let Some(id) = self.participant {
            query = query.filter(Column::RetailerId.eq(id).or(Column::ProducerId.eq(id)));
        }
        if let Some(table) = self.table {
            query = query.filter(Column::TableNumber.eq(table));
        }
        if let Some(status) = self.status {
            query = query.filter(Column::Status.eq(status));
        }
        query
    }
}

/// Meetings in which an organisation of somebody is a side.
fn is_of(somebody: &SignedIn, event: EventId) -> Condition {
    let own: Vec<OrganisationId> = somebody.organisations().collect();
    Condition::any()
        .add(meeting::Column::RetailerId.in_subquery(registrations(event, &own)))
        .add(meeting::Column::ProducerId.in_subquery(registrations(event, &own)))
}

fn registrations(event: EventId, organisations: &[OrganisationId]) -> SelectStatement {
    event_participant::Entity::find()
        .select_only()
        .column(event_participant::Column::Id)
        .filter(event_participant::Column::EventId.eq(event))
        .filter(event_participant::Column::OrganisationId.is_in(organisations.iter().copied()))
        .into_query()
}

fn slot_or_last() -> SimpleExpr {
    Func::coalesce([Expr::col(meeting::Column::Slot), Expr::val(i32::MAX)]).into()
}

fn table_or_first() -> SimpleExpr {
    Func::coalesce([Expr::col(meeting::Column::TableNumber), Expr::val(0)]).into()
}
