//! What the API shows of a meeting, to its two sides and staff.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use shared::{MeetingOutcome, MeetingStatus, ParticipantId, TradeParty};

use super::{loaders::TimetableOf, recording::may_record, slot_type::Slot};
use crate::{
    agreements::{
        led_to::{came_to_nothing, that_counts},
        loaders::LedToBy,
        types::{Agreement, known_of},
    },
    entities::{event_participant, introduction, meeting},
    error::Error,
    events::types::{Event, is_staff},
    graphql::{context::Ask, date::Date},
    participants::types::EventParticipant,
};

/// A meeting of a retailer and a producer at an event.
pub struct Meeting(Arc<meeting::Model>);

/// For whoever may know of it.
impl From<meeting::Model> for Meeting {
    fn from(row: meeting::Model) -> Self {
        Self(Arc::new(row))
    }
}

/// For whoever may know of it.
impl From<Arc<meeting::Model>> for Meeting {
    fn from(row: Arc<meeting::Model>) -> Self {
        Self(row)
    }
}

async fn participant(
    ctx: &Context<'_>,
    id: ParticipantId,
) -> async_graphql::Result<Arc<event_participant::Model>> {
    Ok(ctx.load(id).await?.ok_or(Error::NotFound("participant"))?)
}

impl Meeting {
    async fn introduction(&self, ctx: &Context<'_>) -> async_graphql::Result<Arc<introduction::Model>> {
        Ok(ctx.load(self.0.introduction_id).await?.ok_or(Error::NotFound("introduction"))?)
    }

    /// What the viewer is to it.
    pub(super) async fn party(&self, ctx: &Context<'_>) -> async_graphql::Result<TradeParty> {
        let Ok(somebody) = ctx.signed_in() else { return Ok(TradeParty::Other) };
        let (retailer, producer) = futures::future::try_join(
            participant(ctx, self.0.retailer_id),
            participant(ctx, self.0.producer_id),
        )
        .await?;
        let is_of = |side: &event_participant::Model| somebody.role_in(side.organisation_id).is_some();
        Ok(match (is_of(&retailer), is_of(&producer)) {
            (true, _) => TradeParty::Retailer,
            (_, true) => TradeParty::Producer,
            _ if is_staff(ctx) => TradeParty::Staff,
            _ => TradeParty::Other,
        })
    }

    /// Whether nothing came of the agreement that was noted.
    async fn is_given_up(&self, ctx: &Context<'_>) -> async_graphql::Result<bool> {
        let Some(id) = self.0.agreement_id else { return Ok(false) };
        Ok(ctx.load(id).await?.is_some_and(|noted| came_to_nothing(&noted)))
    }

    /// The agreement that counts, of those that the viewer may see.
    async fn agreement(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Agreement>> {
        let Some(id) = self.0.agreement_id else { return Ok(None) };
        if !self.is_given_up(ctx).await? {
            let noted = ctx.load(id).await?;
            return Ok(known_of(ctx, noted.into_iter().collect()).await?.pop());
        }
        let mut since = ctx.load(LedToBy(self.0.introduction_id)).await?.unwrap_or_default();
        since.retain(|stated| stated.row.id >= id);
        let known = known_of(ctx, since).await?.iter().map(|known| known.stated().clone()).collect();
        Ok(that_counts::<Arc<_>>(known).map(Agreement::from))
    }

    pub(super) async fn is_announced(&self, ctx: &Context<'_>) -> async_graphql::Result<bool> {
        let timetable = ctx.load(TimetableOf(self.0.event_id)).await?;
        Ok(timetable.is_some_and(|row| row.published_at.is_some()))
    }
}

/// A meeting of a retailer and a producer at an event.
#[Object]
impl Meeting {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.into()
    }
    /// The event.
    async fn event(&self, ctx: &Context<'_>) -> async_graphql::Result<Event> {
        Ok(ctx.load(self.0.event_id).await?.map(Event::from).ok_or(Error::NotFound("event"))?)
    }
    /// Who would buy.
    async fn retailer(&self, ctx: &Context<'_>) -> async_graphql::Result<EventParticipant> {
        Ok(EventParticipant(participant(ctx, self.0.retailer_id).await?))
    }
    /// Who would deliver.
    async fn producer(&self, ctx: &Context<'_>) -> async_graphql::Result<EventParticipant> {
        Ok(EventParticipant(participant(ctx, self.0.producer_id).await?))
    }
    /// What they meet about: the id of the introduction.
    async fn introduction_id(&self) -> ID {
        self.0.introduction_id.into()
    }
    /// What is looked for, as it was called then.
    async fn need_name(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<String>> {
        Ok(self.introduction(ctx).await?.need_name.clone())
    }
    /// The product, as it was called then.
    async fn product_name(&self, ctx: &Context<'_>) -> async_graphql::Result<String> {
        Ok(self.introduction(ctx).await?.product_name.clone())
    }
    /// Where it stands.
    async fn status(&self) -> MeetingStatus {
        self.0.status
    }
    /// When; null while no slot is free.
    async fn slot(&self) -> Option<Slot> {
        let meeting = &self.0;
        Some(Slot {
            number: meeting.slot?,
            day: Date(meeting.day?),
            from_minute: meeting.from_minute?,
            to_minute: meeting.to_minute?,
        })
    }
    /// At which table, from 1.
    async fn table_number(&self) -> Option<i32> {
        self.0.table_number
    }
    /// What came of it.
    async fn outcome(&self) -> Option<MeetingOutcome> {
        self.0.outcome
    }
    /// What was noted.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }
    /// Who said what came of it.
    async fn recorded_by(&self) -> Option<TradeParty> {
        self.0.recorded_by
    }
    /// When that was said.
    async fn recorded_at(&self) -> Option<DateTime<Utc>> {
        self.0.recorded_at
    }
    /// The agreement that was drafted, if the viewer may see it. Once that one was declined, taken back or not confirmed in
    /// time, the latest that the introduction has led to since.
    #[graphql(complexity = 5)]
    async fn agreement_id(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<ID>> {
        let agreement = Box::pin(self.agreement(ctx)).await?;
        Ok(agreement.map(|agreement| agreement.stated().row.id.into()))
    }
    /// Whether the viewer can have another agreement drafted, by saying once more that the meeting came to one: nothing
    /// came of those there are.
    #[graphql(complexity = 10)]
    async fn may_draft_again(&self, ctx: &Context<'_>) -> async_graphql::Result<bool> {
        if self.0.outcome != Some(MeetingOutcome::Agreement) || !self.is_given_up(ctx).await? {
            return Ok(false);
        }
        let latest = Box::pin(self.agreement(ctx)).await?;
        let stands = latest.is_some_and(|latest| !came_to_nothing(latest.stated()));
        Ok(!stands && Box::pin(self.may_record(ctx)).await?)
    }
    /// Whether the viewer can say what came of it now.
    #[graphql(complexity = 5)]
    async fn may_record(&self, ctx: &Context<'_>) -> async_graphql::Result<bool> {
        let party = Box::pin(self.party(ctx)).await?;
        let event = ctx.load(self.0.event_id).await?.ok_or(Error::NotFound("event"))?;
        Ok(may_record(&event, &self.0, party, self.is_announced(ctx).await?))
    }
    /// How often it was changed; to be named by edits.
    async fn version(&self) -> i32 {
        self.0.version
    }
}
