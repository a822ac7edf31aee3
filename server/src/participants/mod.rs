//! Organisations at events: they register, staff decide, who finds no place waits for one, and at the door it is noted who
//! has come. What becomes of a registration by which action is decided in `shared::events`.

pub mod badge;
pub mod checking_in;
mod deciding;
pub mod graphql;
pub(crate) mod listing;
pub(crate) mod loaders;
pub(crate) mod queue;
mod registering;
#[cfg(test)]
pub(crate) mod samples;
pub mod types;

use std::collections::HashSet;

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::SelectStatement,
};
use shared::{
    AccountId, EventId, NotificationKind, OrganisationId, ParticipantId, ParticipantStatus, Problem,
    TradeParty,
};

use crate::{
    app::App,
    changes::Write,
    entities::{event, event_participant},
    error::{Error, Result},
    forms,
    notifications::{self, About, News, OfEvent},
};

/// The organisations that are approved for one side of an event, as a part of a larger question.
pub(crate) fn approved(event: EventId, side: TradeParty) -> SelectStatement {
    approved_query(event, side).into_query()
}

/// The same, read.
pub(crate) async fn approved_organisations(
    rows: &impl ConnectionTrait,
    event: EventId,
    side: TradeParty,
) -> Result<HashSet<OrganisationId>> {
    let found: Vec<OrganisationId> = approved_query(event, side).into_tuple().all(rows).await?;
    Ok(found.into_iter().collect())
}

fn approved_query(event: EventId, side: TradeParty) -> Select<event_participant::Entity> {
    event_participant::Entity::find()
        .select_only()
        .column(event_participant::Column::OrganisationId)
        .filter(event_participant::Column::EventId.eq(event))
        .filter(event_participant::Column::Side.eq(side))
        .filter(event_participant::Column::Status.eq(ParticipantStatus::Approved))
}

/// The registrations of an event that stand somewhere.
pub(crate) async fn in_states(
    rows: &impl ConnectionTrait,
    event: EventId,
    states: &[ParticipantStatus],
) -> Result<Vec<event_participant::Model>> {
    let query = event_participant::Entity::find()
        .filter(event_participant::Column::EventId.eq(event))
        .filter(event_participant::Column::Status.is_in(states.iter().copied()));
    Ok(query.all(rows).await?)
}

/// Tells the people of some participants of the same.
pub(crate) async fn tell(
    app: &App,
    write: &Write,
    event: &event::Model,
    participants: &[event_participant::Model],
    kind: NotificationKind,
    by: Option<AccountId>,
) -> Result<()> {
    let news = |participant| News {
        about: About::Event(OfEvent { event, participant }),
        kind,
        by: by.map(|account| (account, TradeParty::Staff)),
    };
    let news: Vec<News<'_>> = participants.iter().map(news).collect();
    notifications::tell(app, write, &news).await
}

/// A registration that must be there.
async fn find(rows: &impl ConnectionTrait, id: ParticipantId) -> Result<event_participant::Model> {
    event_participant::Entity::find_by_id(id).one(rows).await?.ok_or(Error::NotFound("participant"))
}

fn not_now(field: &'static str) -> Error {
    forms::wrong(field, Problem::NotPossibleNow)
}
