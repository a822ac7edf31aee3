//! Timetables and meetings in the API.

use async_graphql::{Context, ID, Object};
use shared::{EventId, MeetingId, MeetingOutcome, TradeParty};

use super::{
    adjusting, change_type::TimetableChange, changing, inputs::TimetableInput, meeting_type::Meeting,
    of_event, publishing, recording, scheduling,
};
use crate::{
    error::{Error, Result},
    events::types::Event,
    graphql::context::{Ask, city_staff, parse_id, signed_in},
};

/// Queries for meetings.
#[derive(Default)]
pub struct TimetableQueries;

/// Queries for meetings.
#[Object]
impl TimetableQueries {
    /// One meeting; for its two sides, once it is announced, and staff of the city.
    #[graphql(guard = "signed_in()")]
    async fn meeting(&self, ctx: &Context<'_>, id: ID) -> async_graphql::Result<Option<Meeting>> {
        let id: MeetingId = parse_id(&id, "meeting")?;
        let Some(meeting) = ctx.load(id).await?.map(Meeting::from) else { return Ok(None) };
        let is_seen = match Box::pin(meeting.party(ctx)).await? {
            TradeParty::Staff => true,
            TradeParty::Retailer | TradeParty::Producer => meeting.is_announced(ctx).await?,
            TradeParty::Other => false,
        };
        Ok(is_seen.then_some(meeting))
    }
}

/// What staff and participants do about timetables and meetings.
#[derive(Default)]
pub struct TimetableMutations;

/// What staff and participants do about timetables and meetings.
#[Object]
impl TimetableMutations {
    /// Makes the timetable of an event anew, in the fewest slots: all introduced pairs of its accepted rounds whose sides
    /// are approved. Not possible once somebody has met; for staff of the city. `version` is the one of the event.
    #[graphql(guard = "city_staff()")]
    async fn schedule_event(
        &self,
        ctx: &Context<'_>,
        id: ID,
        version: i32,
        input: TimetableInput,
    ) -> Result<Event> {
        let id: EventId = parse_id(&id, "event")?;
        let scheduled = scheduling::schedule(ctx.app(), ctx.signed_in()?, id, version, input);
        Box::pin(scheduled).await.map(Event::from)
    }

    /// Brings a timetable up to date with little disturbance: takes away meetings of those who left, adds those of new
    /// pairs, and moves as few others as it can. What has begun stays; for staff of the city.
    #[graphql(guard = "city_staff()")]
    async fn adjust_timetable(&self, ctx: &Context<'_>, event: ID) -> Result<TimetableChange> {
        let id: EventId = parse_id(&event, "event")?;
        let adjusted = Box::pin(adjusting::adjust(ctx.app(), ctx.signed_in()?, id)).await?;
        let timetable = Box::pin(of_event(ctx.app().database.read(), id)).await?;
        let timetable = timetable.ok_or(Error::NotFound("event"))?;
        Ok(TimetableChange::of(adjusted, &timetable.hours.0.slots()))
    }

    /// Announces a timetable: participants see it and are told; for staff of the city.
    #[graphql(guard = "city_staff()")]
    async fn publish_timetable(&self, ctx: &Context<'_>, event: ID) -> Result<Event> {
        let id: EventId = parse_id(&event, "event")?;
        Box::pin(publishing::publish(ctx.app(), ctx.signed_in()?, id)).await.map(Event::from)
    }

    /// Takes a meeting from the timetable, or puts back one that was taken away or missed, without a slot; for staff of the
    /// city. `adjustTimetable` gives it one.
    #[graphql(guard = "city_staff()")]
    async fn cancel_meeting(&self, ctx: &Context<'_>, id: ID, cancelled: bool) -> Result<Meeting> {
        let id: MeetingId = parse_id(&id, "meeting")?;
        Box::pin(changing::cancel(ctx.app(), ctx.signed_in()?, id, cancelled)).await.map(Meeting::from)
    }

    /// Says what came of a meeting: people of either side once it has begun, or staff of the city. The last word counts.
    /// `AGREEMENT` drafts an agreement of the two for whoever says so first. Both sides and staff read `note`, at most 1,000
    /// characters.
    #[graphql(guard = "signed_in()")]
    async fn record_meeting(
        &self,
        ctx: &Context<'_>,
        id: ID,
        outcome: MeetingOutcome,
        note: Option<String>,
    ) -> Result<Meeting> {
        let id: MeetingId = parse_id(&id, "meeting")?;
        let recorded = recording::record(ctx.app(), ctx.signed_in()?, id, outcome, note.as_deref());
        Box::pin(recorded).await.map(Meeting::from)
    }
}
