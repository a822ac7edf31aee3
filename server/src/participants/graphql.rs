//! Registrations for events in the API.

use async_graphql::{Context, ID, Object};
use shared::{EventId, OrganisationId, ParticipantId, TradeParty};

use super::{
    checking_in::{self, ArrivalInput, ArrivalResult},
    deciding::{self, Decision},
    listing,
    registering::{self, Registration},
    types::EventParticipant,
};
use crate::{
    calendar,
    error::Result,
    events::types::Event,
    graphql::context::{Ask, city_staff, parse_id, signed_in},
};

/// Queries for registrations.
#[derive(Default)]
pub struct ParticipantQueries;

/// Queries for registrations.
#[Object]
impl ParticipantQueries {
    /// Registrations of the viewer's own organisations for events that are not over, the next first; at most 100.
    #[graphql(guard = "signed_in()", complexity = "20 + 20 * child_complexity")]
    async fn own_events(&self, ctx: &Context<'_>) -> Result<Vec<EventParticipant>> {
        let ahead = listing::ahead(&ctx.app().database, ctx.signed_in()?, calendar::today());
        let own = Box::pin(ahead).await?;
        Ok(own.into_iter().map(EventParticipant::from).collect())
    }
}

/// What organisations and staff do about registrations.
#[derive(Default)]
pub struct ParticipantMutations;

/// What organisations and staff do about registrations.
#[Object]
impl ParticipantMutations {
    /// Registers an organisation for an event: its own people, and then staff decide; or staff of the city, and then it is
    /// approved at once while there are places. Who withdrew can register again.
    #[graphql(guard = "signed_in()")]
    async fn register_for_event(
        &self,
        ctx: &Context<'_>,
        event: ID,
        organisation: ID,
        side: TradeParty,
        people: i32,
        note: Option<String>,
    ) -> Result<EventParticipant> {
        let event: EventId = parse_id(&event, "event")?;
        let organisation: OrganisationId = parse_id(&organisation, "organisation")?;
        let wanted = Registration { event, organisation, side, people, note };
        let registered = registering::register(ctx.app(), ctx.signed_in()?, wanted);
        Box::pin(registered).await.map(EventParticipant::from)
    }

    /// Withdraws a registration: people of the organisation, or staff of the city. The first in the waiting list takes the
    /// place, and meetings that are ahead are called off.
    #[graphql(guard = "signed_in()")]
    async fn withdraw_from_event(&self, ctx: &Context<'_>, participant: ID) -> Result<EventParticipant> {
        let id: ParticipantId = parse_id(&participant, "participant")?;
        let withdrawn = registering::withdraw(ctx.app(), ctx.signed_in()?, id);
        Box::pin(withdrawn).await.map(EventParticipant::from)
    }

    /// Approves registrations while there are places, and puts the others on the waiting list, in the order in which they
    /// asked; or declines them, with a reason. At most 500 of one event; for staff of the city.
    #[graphql(guard = "city_staff()")]
    async fn decide_participants(
        &self,
        ctx: &Context<'_>,
        event: ID,
        participants: Vec<ID>,
        approve: bool,
        reason: Option<String>,
    ) -> Result<Event> {
        let event: EventId = parse_id(&event, "event")?;
        let ids = participants.iter().map(|id| parse_id::<ParticipantId>(id, "participant"));
        let ids = ids.collect::<Result<Vec<_>>>()?;
        let decision = Decision::read(approve, reason.as_deref())?;
        let decided = deciding::decide(ctx.app(), ctx.signed_in()?, event, &ids, decision);
        Box::pin(decided).await.map(Event::from)
    }

    /// Notes who has come, or takes that back; for staff of the city. Arrivals count in the order in which they happened
    /// and may be sent again: the earliest time counts. At most 500.
    #[graphql(guard = "city_staff()")]
    async fn check_in(
        &self,
        ctx: &Context<'_>,
        event: ID,
        arrivals: Vec<ArrivalInput>,
    ) -> Result<Vec<ArrivalResult>> {
        let event: EventId = parse_id(&event, "event")?;
        Box::pin(checking_in::check_in(ctx.app(), ctx.signed_in()?, event, arrivals)).await
    }
}
