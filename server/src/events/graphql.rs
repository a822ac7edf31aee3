//! Events in the API.

use async_graphql::{Context, Enum, ID, InputObject, Object, connection::Connection};
use shared::{EventId, EventKind, EventStatus, limits, limits::SEARCH_COST};

use super::{
    Events,
    types::{Event, is_staff},
};
use crate::{
    admin_units::graphql::search_text,
    calendar,
    error::{Error, Result},
    graphql::{
        context::{Ask, parse_id},
        page::{self, Page},
    },
    numbers::int,
};

/// Which events.
#[derive(InputObject, Default)]
pub struct EventFilter {
    /// Any of these kinds.
    kinds: Option<Vec<EventKind>>,
    /// Began in any of these years.
    years: Option<Vec<i32>>,
    /// Only those that are not over; the next first, unless an order is said.
    upcoming: Option<bool>,
    /// In any of these states. Those that are only planned are seen by staff of the city.
    statuses: Option<Vec<EventStatus>>,
}

/// Order of events; those without a day come last in `NEWEST`, first in `OLDEST`.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum EventOrder {
    /// Latest first.
    Newest,
    /// Earliest first.
    Oldest,
}

/// What the list of events says beside its edges.
pub struct EventTotal(Events);

/// What the list of events says beside its edges.
#[Object]
impl EventTotal {
    /// Events of the whole list.
    async fn total_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let count = self.0.count(&ctx.app().database).await?;
        Ok(int(count))
    }
}

/// Queries for events.
#[derive(Default)]
pub struct EventQueries;

/// Queries for events.
#[Object]
impl EventQueries {
    /// Events; `search` looks at names and places.
    #[graphql(complexity = "SEARCH_COST + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity")]
    async fn events(
        &self,
        ctx: &Context<'_>,
        search: Option<String>,
        filter: Option<EventFilter>,
        order: Option<EventOrder>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, Event, EventTotal>> {
        let rows = page::rows(first)?;
        let filter = filter.unwrap_or_default();
        let years = filter.years.unwrap_or_default();
        if years.len() > limits::FILTER_VALUES || years.iter().any(|year| !(1900..=2200).contains(year)) {
            return Err(Error::bad_input("filter.years", "years from 1900 to 2200, at most 100 of them"));
        }
        let search = search.as_deref().map(search_text).transpose()?.map(str::to_owned);
        let is_upcoming = filter.upcoming.unwrap_or_default();
        let oldest_first = order.map_or(is_upcoming, |order| order == EventOrder::Oldest);
        let events = Events {
            kinds: filter.kinds.unwrap_or_default(),
            years,
            search,
            statuses: filter.statuses.unwrap_or_default(),
            not_over_on: is_upcoming.then(calendar::today),
            with_planned: is_staff(ctx),
            oldest_first,
        };
        let list = if oldest_first { "events.oldest" } else { "events.newest" };
        let key = page::key(list, after.as_deref())?;
        let found = events.list(&ctx.app().database, key, rows + 1).await?;
        let page = Page::cut(list, found, rows, Events::key);
        Ok(page.map(Event::from).into_connection(after.as_deref(), EventTotal(events)))
    }

    /// One event.
    async fn event(&self, ctx: &Context<'_>, id: ID) -> async_graphql::Result<Option<Event>> {
        let id: EventId = parse_id(&id, "event")?;
        Ok(Some(Event::seen(ctx, id).await?.ok_or(Error::NotFound("event"))?))
    }
}
