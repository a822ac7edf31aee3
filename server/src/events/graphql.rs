//! Events in the API.

use async_graphql::{Context, Enum, ID, InputObject, Object, connection::Connection};
use shared::{EventId, EventKind, PartialDate, limits, limits::SEARCH_COST};

use super::Events;
use crate::{
    admin_units::graphql::{AdminUnit, Location, search_text, unit},
    entities::event,
    error::{Error, Result},
    graphql::{
        context::{Ask, parse_id},
        page::{self, Page},
    },
    sources::{self, Source},
};

/// A trade event.
#[derive(Clone, Debug)]
pub struct Event(event::Model);

/// For whoever asks.
impl From<event::Model> for Event {
    fn from(row: event::Model) -> Self {
        Self(row)
    }
}

/// A trade event.
#[Object]
impl Event {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.into()
    }
    /// Its name.
    async fn name(&self) -> &str {
        &self.0.name
    }
    /// What kind of event.
    async fn kind(&self) -> EventKind {
        self.0.kind
    }
    /// Where, as the source writes it.
    async fn place(&self) -> Option<&str> {
        self.0.address.as_deref()
    }
    /// The province of today it took place in, where the source names one.
    async fn province(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<AdminUnit>> {
        unit(ctx, &self.0.province_id).await
    }
    /// The district until 2025 it took place in, where the source names one.
    async fn former_district(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<AdminUnit>> {
        unit(ctx, &self.0.district_id).await
    }
    /// A point on the map.
    async fn location(&self) -> Option<Location> {
        let event = &self.0;
        Location::of(event.lat, event.lon, event.coord_precision, event.coord_source.clone())
    }
    /// First day.
    async fn starts_on(&self) -> Option<PartialDate> {
        self.0.starts_on
    }
    /// Last day.
    async fn ends_on(&self) -> Option<PartialDate> {
        self.0.ends_on
    }
    /// Provinces and cities that took part, the host included, as reported.
    async fn provinces_reported(&self) -> Option<i32> {
        self.0.provinces_reported
    }
    /// Agreements signed there, as reported; never to be added up, reports overlap.
    async fn agreements_reported(&self) -> Option<i32> {
        self.0.agreements_reported
    }
    /// Where it was read.
    #[graphql(complexity = "5 * child_complexity")]
    async fn sources(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Source>> {
        sources::of(ctx, self.0.id).await
    }
}

/// Which events.
#[derive(InputObject, Default)]
pub struct EventFilter {
    /// Any of these kinds.
    kinds: Option<Vec<EventKind>>,
    /// Began in any of these years.
    years: Option<Vec<i32>>,
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
        Ok(i32::try_from(count).unwrap_or(i32::MAX))
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
        let oldest_first = order == Some(EventOrder::Oldest);
        let events = Events { kinds: filter.kinds.unwrap_or_default(), years, search, oldest_first };
        let list = if oldest_first { "events.oldest" } else { "events.newest" };
        let key = page::key(list, after.as_deref())?;
        let found = events.list(&ctx.app().database, key, rows + 1).await?;
        let page = Page::cut(list, found, rows, Events::key);
        Ok(page.map(Event).into_connection(after.as_deref(), EventTotal(events)))
    }

    /// One event.
    async fn event(&self, ctx: &Context<'_>, id: ID) -> async_graphql::Result<Option<Event>> {
        let id: EventId = parse_id(&id, "event")?;
        let event = ctx.load(id).await?.ok_or(Error::NotFound("event"))?;
        Ok(Some(Event(event)))
    }
}
