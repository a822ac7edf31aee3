//! What the API shows of a registration: name, side, state and how many come for everybody who sees the participant, all
//! else for the organisation itself and staff of the city.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use shared::{ParticipantAction, ParticipantParty, ParticipantStatus, TradeParty};

use super::{
    badge::{self, Badge},
    loaders::{MeetingCountOf, QueueOf},
};
use crate::{
    admin_units::graphql::{AdminUnit, unit},
    entities::{event_participant, organisation},
    error::Error,
    events::{
        life::is_over,
        types::{Event, is_staff},
    },
    graphql::context::Ask,
    numbers::int,
    timetables::loaders::TimetableOf,
};

/// The registration of an organisation for an event.
pub struct EventParticipant(pub(crate) Arc<event_participant::Model>);

/// For whoever may know of it.
impl From<event_participant::Model> for EventParticipant {
    fn from(row: event_participant::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl EventParticipant {
    /// As what somebody may see it whole.
    fn party(&self, ctx: &Context<'_>) -> Option<ParticipantParty> {
        let is_own = ctx.signed_in().is_ok_and(|somebody| somebody.role_in(self.0.organisation_id).is_some());
        match (is_own, is_staff(ctx)) {
            (true, _) => Some(ParticipantParty::Own),
            (false, true) => Some(ParticipantParty::Staff),
            (false, false) => None,
        }
    }

    async fn organisation(&self, ctx: &Context<'_>) -> async_graphql::Result<Arc<organisation::Model>> {
        Ok(ctx.load(self.0.organisation_id).await?.ok_or(Error::NotFound("organisation"))?)
    }
}

/// The registration of an organisation for an event.
#[Object]
impl EventParticipant {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.into()
    }
    /// The event.
    async fn event(&self, ctx: &Context<'_>) -> async_graphql::Result<Event> {
        Ok(ctx.load(self.0.event_id).await?.map(Event::from).ok_or(Error::NotFound("event"))?)
    }
    /// The organisation's id.
    async fn organisation_id(&self) -> ID {
        self.0.organisation_id.into()
    }
    /// The organisation's name.
    async fn name(&self, ctx: &Context<'_>) -> async_graphql::Result<String> {
        Ok(self.organisation(ctx).await?.name.clone())
    }
    /// The province of today it is in.
    async fn province(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<AdminUnit>> {
        unit(ctx, &self.organisation(ctx).await?.province_id).await
    }
    /// Whether it comes to buy or to sell.
    async fn side(&self) -> TradeParty {
        self.0.side
    }
    /// Where the registration stands.
    async fn status(&self) -> ParticipantStatus {
        self.0.status
    }
    /// How many people come.
    async fn people(&self) -> i32 {
        self.0.people
    }
    /// What the organisation says about it; for the organisation and staff of the city, as is all that follows.
    async fn note(&self, ctx: &Context<'_>) -> Option<&str> {
        self.party(ctx).and(self.0.note.as_deref())
    }
    /// What stands on the badge; once approved.
    async fn code(&self, ctx: &Context<'_>) -> Option<&str> {
        self.party(ctx).filter(|_| self.0.status == ParticipantStatus::Approved).map(|_| self.0.code.as_str())
    }
    /// The badge as a square code; once approved.
    #[graphql(complexity = "20 + child_complexity")]
    async fn badge(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Badge>> {
        if self.party(ctx).is_none() || self.0.status != ParticipantStatus::Approved {
            return Ok(None);
        }
        Ok(Some(badge::of(&ctx.app().config, &self.0)?))
    }
    /// Why it was not approved.
    async fn reason(&self, ctx: &Context<'_>) -> Option<&str> {
        self.party(ctx).and(self.0.reason.as_deref())
    }
    /// Since when it asks.
    async fn asked_at(&self, ctx: &Context<'_>) -> Option<DateTime<Utc>> {
        self.party(ctx).map(|_| self.0.asked_at)
    }
    /// Its place in the waiting list, from 1.
    async fn queue_place(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<i32>> {
        if self.party(ctx).is_none() || self.0.status != ParticipantStatus::Waiting {
            return Ok(None);
        }
        let queue = ctx.load(QueueOf(self.0.event_id)).await?.unwrap_or_default();
        let place = queue
            .iter()
            .filter(|(side, _)| *side == self.0.side)
            .position(|(_, participant)| *participant == self.0.id);
        Ok(place.and_then(|place| i32::try_from(place + 1).ok()))
    }
    /// When it came.
    async fn checked_in_at(&self, ctx: &Context<'_>) -> Option<DateTime<Utc>> {
        self.party(ctx).and(self.0.checked_in_at)
    }
    /// How many meetings it has that are not cancelled, once they are announced.
    #[graphql(complexity = 3)]
    async fn meeting_count(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<i32>> {
        let is_known = match self.party(ctx) {
            None => false,
            Some(_) if is_staff(ctx) => true,
            Some(_) => {
                ctx.load(TimetableOf(self.0.event_id)).await?.is_some_and(|row| row.published_at.is_some())
            }
        };
        if !is_known {
            return Ok(None);
        }
        let count = ctx.load(MeetingCountOf(self.0.id)).await?.unwrap_or_default();
        Ok(Some(int(count)))
    }
    /// Whether the viewer can withdraw it.
    async fn may_withdraw(&self, ctx: &Context<'_>) -> async_graphql::Result<bool> {
        let withdraw = |by| self.0.status.after(ParticipantAction::Withdraw, by);
        let is_on = ctx.load(self.0.event_id).await?.is_some_and(|event| !is_over(&event));
        Ok(is_on && self.party(ctx).and_then(withdraw).is_some())
    }
}
