//! What staff do about events, in the API.

use async_graphql::{Context, ID, Object};
use shared::{EventAction, EventId};

use super::{inputs::EventInput, types::Event, writing};
use crate::{
    error::Result,
    graphql::context::{Ask, city_staff, parse_id},
};

/// What staff of the city do about events.
#[derive(Default)]
pub struct EventMutations;

/// What staff of the city do about events.
#[Object]
impl EventMutations {
    /// Begins an event; for staff of the city. Nobody else sees it before it is opened.
    #[graphql(guard = "city_staff()")]
    async fn create_event(&self, ctx: &Context<'_>, input: EventInput) -> Result<Event> {
        Box::pin(writing::create(ctx.app(), ctx.signed_in()?, input)).await.map(Event::from)
    }

    /// Changes what is said about an event; for staff of the city. `version` is the one that was read; `CONFLICT` when
    /// somebody else was quicker, and nothing is changed.
    #[graphql(guard = "city_staff()")]
    async fn update_event(
        &self,
        ctx: &Context<'_>,
        id: ID,
        version: i32,
        input: EventInput,
    ) -> Result<Event> {
        let id: EventId = parse_id(&id, "event")?;
        Box::pin(writing::update(ctx.app(), ctx.signed_in()?, id, version, input)).await.map(Event::from)
    }

    /// Prepares, opens, closes, finishes or cancels an event; for staff of the city.
    #[graphql(guard = "city_staff()")]
    async fn move_event(&self, ctx: &Context<'_>, id: ID, action: EventAction) -> Result<Event> {
        let id: EventId = parse_id(&id, "event")?;
        Box::pin(writing::move_on(ctx.app(), ctx.signed_in()?, id, action)).await.map(Event::from)
    }
}
