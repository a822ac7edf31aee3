//! What the API shows of a timetable.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use chrono::{DateTime, Utc};
use futures::future::try_join_all;
use shared::{LeftOutReason, OrganisationId, ParticipantId, ParticipantStatus, events::hours};

use super::{
    adjusting::is_behind,
    loaders::SlotsOf,
    meetings_of,
    pairs::Pairs,
    slot_type::{MeetingDay, Slot, Stretch},
};
use crate::{
    entities::{event, event_timetable},
    error::{Error, Result},
    events::types::is_staff,
    graphql::{context::Ask, date::Date},
    numbers::int,
    participants::loaders::RegistrationOf,
};

/// Organisations that are named at most where pairs can't meet.
const LEFT_OUT: usize = 100;

/// An organisation whose introduced pairs have no meeting.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct LeftOut {
    #[graphql(skip)]
    organisation: OrganisationId,
    /// Why.
    reason: LeftOutReason,
    /// How many pairs.
    pairs: i32,
}

/// An organisation whose introduced pairs have no meeting.
#[ComplexObject]
impl LeftOut {
    /// The organisation's id.
    async fn organisation_id(&self) -> ID {
        self.organisation.into()
    }
    /// The organisation's name.
    async fn name(&self, ctx: &Context<'_>) -> async_graphql::Result<String> {
        let organisation = ctx.load(self.organisation).await?.ok_or(Error::NotFound("organisation"))?;
        Ok(organisation.name.clone())
    }
}

/// Whether the viewer may see a timetable: staff of the city, and participants once it is announced.
pub(crate) async fn may_see(
    ctx: &Context<'_>,
    timetable: &event_timetable::Model,
) -> async_graphql::Result<bool> {
    if is_staff(ctx) {
        return Ok(true);
    }
    let Ok(somebody) = ctx.signed_in() else { return Ok(false) };
    let own = somebody.organisations().map(|own| ctx.load(RegistrationOf(timetable.event_id, own)));
    let own = try_join_all(own).await?;
    let is_participant = own.iter().flatten().any(|row| row.status == ParticipantStatus::Approved);
    Ok(is_participant && timetable.published_at.is_some())
}

/// When people meet at an event.
pub struct EventTimetable {
    pub(crate) row: Arc<event_timetable::Model>,
    pub(crate) event: event::Model,
}

/// When people meet at an event.
#[Object]
impl EventTimetable {
    /// The days, by date.
    async fn days(&self) -> Vec<MeetingDay> {
        let mut days = self.row.hours.0.days.clone();
        days.sort_unstable();
        let day = |day: hours::MeetingDay| MeetingDay {
            day: Date(day.day),
            from_minute: day.hours.from.into(),
            to_minute: day.hours.to.into(),
        };
        days.into_iter().map(day).collect()
    }
    /// Breaks, the same on all days.
    async fn breaks(&self) -> Vec<Stretch> {
        let stretch =
            |pause: &hours::Stretch| Stretch { from_minute: pause.from.into(), to_minute: pause.to.into() };
        self.row.hours.0.breaks.iter().map(stretch).collect()
    }
    /// Minutes of a meeting.
    async fn slot_minutes(&self) -> i32 {
        self.row.hours.0.slot_minutes.into()
    }
    /// Minutes between two meetings.
    async fn pause_minutes(&self) -> i32 {
        self.row.hours.0.pause_minutes.into()
    }
    /// Tables.
    async fn tables(&self) -> i32 {
        self.row.tables
    }
    /// Slots at the end that are kept free.
    async fn reserve(&self) -> i32 {
        self.row.reserve
    }
    /// Whether pairs meet too that accepted an introduction outside of the rounds of the event.
    async fn with_introduced(&self) -> bool {
        self.row.with_introduced
    }
    /// All its slots, in order of time.
    #[graphql(complexity = "10 * child_complexity")]
    async fn slots(&self) -> Vec<Slot> {
        let slots = self.row.hours.0.slots();
        slots.iter().enumerate().map(|(number, slot)| Slot::of(number, slot)).collect()
    }
    /// Meetings that are not cancelled.
    async fn meeting_count(&self, ctx: &Context<'_>) -> async_graphql::Result<i32> {
        Ok(int(ctx.load(SlotsOf(self.row.event_id)).await?.unwrap_or_default().len()))
    }
    /// Meetings that have no slot.
    async fn unplaced_count(&self, ctx: &Context<'_>) -> async_graphql::Result<i32> {
        let meetings = ctx.load(SlotsOf(self.row.event_id)).await?.unwrap_or_default();
        Ok(int(meetings.iter().filter(|(.., slot)| slot.is_none()).count()))
    }
    /// No timetable of these meetings takes fewer slots: the most meetings of one participant, or as many as it takes to
    /// give each meeting a table.
    async fn fewest_slots(&self, ctx: &Context<'_>) -> async_graphql::Result<i32> {
        let meetings = ctx.load(SlotsOf(self.row.event_id)).await?.unwrap_or_default();
        let mut by_participant: HashMap<ParticipantId, usize> = HashMap::new();
        for participant in meetings.iter().flat_map(|(retailer, producer, _)| [retailer, producer]) {
            *by_participant.entry(*participant).or_default() += 1;
        }
        let busiest = by_participant.into_values().max().unwrap_or_default();
        let tables = usize::try_from(self.row.tables).unwrap_or(1).max(1);
        Ok(int(busiest.max(meetings.len().div_ceil(tables))))
    }
    /// Slots in which somebody meets.
    async fn used_slots(&self, ctx: &Context<'_>) -> async_graphql::Result<i32> {
        let meetings = ctx.load(SlotsOf(self.row.event_id)).await?.unwrap_or_default();
        let mut used: Vec<i32> = meetings.iter().filter_map(|(.., slot)| *slot).collect();
        used.sort_unstable();
        used.dedup();
        Ok(int(used.len()))
    }
    /// Introduced pairs that can't meet, by organisation and reason, most first; at most 100; for staff.
    #[graphql(complexity = "50 + 10 * child_complexity")]
    async fn left_out(&self, ctx: &Context<'_>) -> Result<Vec<LeftOut>> {
        if !is_staff(ctx) {
            return Ok(Vec::new());
        }
        let rows = ctx.app().database.read();
        let pairs = Box::pin(Pairs::of(rows, self.row.event_id, self.row.with_introduced)).await?;
        let mut left_out: Vec<LeftOut> = pairs
            .left_out
            .into_iter()
            .map(|((organisation, reason), pairs)| LeftOut { organisation, reason, pairs: int(pairs) })
            .collect();
        left_out.sort_by_key(|one| std::cmp::Reverse(one.pairs));
        left_out.truncate(LEFT_OUT);
        Ok(left_out)
    }
    /// Whether meetings have to be changed: pairs came, or participants left, since it was made; for staff.
    #[graphql(complexity = 50)]
    async fn is_behind(&self, ctx: &Context<'_>) -> Result<bool> {
        if !is_staff(ctx) || self.event.status.after(shared::EventAction::Schedule).is_none() {
            return Ok(false);
        }
        let rows = ctx.app().database.read();
        let pairs = Box::pin(Pairs::of(rows, self.row.event_id, self.row.with_introduced)).await?;
        let meetings = Box::pin(meetings_of(rows, self.row.event_id)).await?;
        Ok(is_behind(self.row.event_id, &meetings, &pairs.meet))
    }
    /// When it was made.
    async fn made_at(&self) -> DateTime<Utc> {
        self.row.made_at
    }
    /// When participants were first told of it.
    async fn published_at(&self) -> Option<DateTime<Utc>> {
        self.row.published_at
    }
    /// How often it was changed; to be named by edits.
    async fn version(&self) -> i32 {
        self.row.version
    }
}
