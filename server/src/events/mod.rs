//! Trade events: fairs, goods weeks, conferences, openings. Most are known from reports, with figures as they were
//! reported; others are run here, from the registration of participants to what became of what was agreed there.

pub mod graphql;
pub mod inputs;
pub(crate) mod life;
pub mod mutations;
pub mod promises;
#[cfg(test)]
pub(crate) mod samples;
pub mod sides;
pub mod types;
pub(crate) mod writing;

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, Order, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, Select,
    sea_query::{Expr, Func, SimpleExpr},
};
use shared::{EventId, EventKind, EventStatus, text};

use crate::{database::Database, entities::event, error::Result};

/// Whether there is such an event.
pub(crate) async fn is_there(rows: &impl ConnectionTrait, id: EventId) -> Result<bool> {
    Ok(event::Entity::find_by_id(id).one(rows).await?.is_some())
}

/// Which events, and in which order.
#[derive(Clone, Debug, Default)]
pub struct Events {
    /// Only these kinds; empty means all.
    pub kinds: Vec<EventKind>,
    /// Only events that began in these years; empty means all.
    pub years: Vec<i32>,
    /// Only events whose name or place holds every word of this text, accents aside.
    pub search: Option<String>,
    /// Only in these states; empty means all.
    pub statuses: Vec<EventStatus>,
    /// Only those that are not over on this day.
    pub not_over_on: Option<NaiveDate>,
    /// With those that only staff see.
    pub with_planned: bool,
    /// Oldest first instead of newest first.
    pub oldest_first: bool,
}

/// Place of an event in the order: its first day as written (empty when unknown) and its id.
pub type Key = (String, EventId);

/// The first day as text, so that unknown ones have a place in the order too.
fn day() -> SimpleExpr {
    Func::coalesce([Expr::col(event::Column::StartsOn), Expr::val("")]).into()
}

/// The last day as text. One that is known only by its year has begun with the year.
fn last_day() -> SimpleExpr {
    Func::coalesce([
        Expr::col((event::Entity, event::Column::EndsOn)),
        Expr::col((event::Entity, event::Column::StartsOn)),
        Expr::val(""),
    ])
    .into()
}

/// Events that are not over on a day.
pub(crate) fn is_not_over(today: NaiveDate) -> Condition {
    Condition::all().add(last_day().gte(today.to_string())).add(event::Column::Status.is_not_in(OVER))
}

/// States in which nobody waits for the event any more.
const OVER: [EventStatus; 2] = [EventStatus::Held, EventStatus::Cancelled];

impl Events {
    /// The place of an event in the order.
    pub fn key(event: &event::Model) -> Key {
        (event.starts_on.map(|day| day.to_string()).unwrap_or_default(), event.id)
    }

    async fn filtered(&self, database: &Database) -> Result<Select<event::Entity>> {
        let mut query = event::Entity::find();
        if !self.kinds.is_empty() {
            query = query.filter(event::Column::Kind.is_in(self.kinds.iter().copied()));
        }
        if !self.years.is_empty() {
            let began_in = |year: &i32| event::Column::StartsOn.starts_with(format!("{year:04}"));
            query =
                query.filter(self.years.iter().fold(Condition::any(), |any, year| any.add(began_in(year))));
        }
        if !self.statuses.is_empty() {
            query = query.filter(event::Column::Status.is_in(self.statuses.iter().copied()));
        }
        if !self.with_planned {
            let is_public = event::Column::Status.ne(EventStatus::Planned);
            query = query.filter(is_public.or(event::Column::OriginKey.is_not_null()));
        }
        if let Some(today) = self.not_over_on {
            query = query.filter(is_not_over(today));
        }
        if let Some(search) = self.search.as_deref().filter(|search| !search.trim().is_empty()) {
            query = query.filter(event::Column::Id.is_in(matching(database, search).await?));
        }
        Ok(query)
    }

    /// Up to `limit` events after a place in the order.
    pub async fn list(
        &self,
        database: &Database,
        after: Option<Key>,
        limit: usize,
    ) -> Result<Vec<event::Model>> {
        let mut query = self.filtered(database).await?;
        if let Some((after_day, id)) = after {
            let (later, same_day) = match self.oldest_first {
                true => (day().gt(after_day.as_str()), event::Column::Id.gt(id)),
                false => (day().lt(after_day.as_str()), event::Column::Id.lt(id)),
            };
            let after = Condition::any().add(later).add(day().eq(after_day.as_str()).and(same_day));
            query = query.filter(after);
        }
        let direction = if self.oldest_first { Order::Asc } else { Order::Desc };
        let query = query
            .order_by(day(), direction.clone())
            .order_by(event::Column::Id, direction)
            .limit(limit as u64);
        Ok(query.all(database.read()).await?)
    }

    /// How many events there are.
    pub async fn count(&self, database: &Database) -> Result<u64> {
        Ok(self.filtered(database).await?.count(database.read()).await?)
    }
}

/// Ids of events whose name or place holds every word. There are some hundreds of events in all, so their
/// names are read and compared here, with the same rules as everywhere.
async fn matching(database: &Database, search: &str) -> Result<Vec<EventId>> {
    let names: Vec<(EventId, String, Option<String>)> = event::Entity::find()
        .select_only()
        .columns([event::Column::Id, event::Column::Name, event::Column::Address])
        .into_tuple()
        .all(database.read())
        .await?;
    let wanted: Vec<String> = text::tokens(search).into_iter().map(|token| token.plain).collect();
    let holds_all = |name: &str, place: &str| {
        let words: Vec<String> =
            text::tokens(&format!("{name} {place}")).into_iter().map(|token| token.plain).collect();
        wanted.iter().all(|wanted| words.contains(wanted))
    };
    let ids = names.into_iter().filter(|(_, name, place)| holds_all(name, place.as_deref().unwrap_or("")));
    Ok(ids.map(|(id, ..)| id).collect())
}
