//! What the API shows of an event: what was reported of it, and where it is run here, how far it is.

use async_graphql::{Context, ID, Object, connection::Connection};
use futures::future::try_join_all;
use shared::{
    EventAction, EventId, EventKind, EventStatus, MeetingStatus, PartialDate, ParticipantId,
    ParticipantStatus, TradeParty,
};

use super::{
    life,
    promises::{self, EventPromises},
    sides::{EventOrigin, EventSide, OriginsOf, SidesOf, origins, sides},
};
use crate::{
    accounts::SignedIn,
    admin_units::graphql::{AdminUnit, Location, search_text, unit},
    calendar,
    entities::event,
    error::Result,
    graphql::{
        context::{Ask, parse_id},
        date::Date,
        loaders::BatchError,
        page::{self, Page, Total},
    },
    participants::{listing::Participants, loaders::RegistrationOf, types::EventParticipant},
    sources::{self, Source},
    timetables::{
        listing::Meetings,
        loaders::TimetableOf,
        meeting_type::Meeting,
        types::{EventTimetable, may_see},
    },
};

/// A trade event.
#[derive(Clone, Debug)]
pub struct Event(pub(crate) event::Model);

/// For whoever asks.
impl From<event::Model> for Event {
    fn from(row: event::Model) -> Self {
        Self(row)
    }
}

impl Event {
    /// An event, if the viewer may see it.
    pub(crate) async fn seen(ctx: &Context<'_>, id: EventId) -> Result<Option<Self>, BatchError> {
        let event = ctx.load(id).await?;
        Ok(event.filter(|event| life::is_public(event) || is_staff(ctx)).map(Self))
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
    /// Where it stands.
    async fn status(&self) -> EventStatus {
        self.0.status
    }
    /// What it is about.
    async fn description(&self) -> Option<&str> {
        self.0.description.as_deref()
    }
    /// Who holds it.
    async fn organiser(&self) -> Option<&str> {
        self.0.organiser.as_deref()
    }
    /// The last day on which organisations register.
    async fn registration_until(&self) -> Option<Date> {
        self.0.registration_until.map(Date)
    }
    /// Whether organisations can register now.
    async fn is_open(&self) -> bool {
        life::is_open(&self.0, calendar::today())
    }
    /// Its sides with their places, the retailers first; empty for what is only known from reports.
    #[graphql(complexity = "5 + 2 * child_complexity")]
    async fn sides(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<EventSide>> {
        if self.0.status == EventStatus::Reported {
            return Ok(Vec::new());
        }
        Ok(sides(&self.0, &ctx.load(SidesOf(self.0.id)).await?.unwrap_or_default()))
    }
    /// Where its approved participants come from, most first; empty for what is only known from reports.
    #[graphql(complexity = "5 + 34 * child_complexity")]
    async fn origins(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<EventOrigin>> {
        Ok(origins(&ctx.load(OriginsOf(self.0.id)).await?.unwrap_or_default()))
    }
    /// Its participants by name: those that are approved for everybody; for staff of the city all. `province` is the code
    /// of one of today.
    #[graphql(complexity = "100 + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity")]
    #[expect(clippy::too_many_arguments, reason = "each is an argument of the API")]
    async fn participants(
        &self,
        ctx: &Context<'_>,
        side: Option<TradeParty>,
        status: Option<ParticipantStatus>,
        province: Option<String>,
        search: Option<String>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, EventParticipant, Total>> {
        const LIST: &str = "event.participants";
        let rows = page::rows(first)?;
        let search = search.as_deref().map(search_text).transpose()?;
        let wanted = Participants {
            event: self.0.id,
            side,
            status: if is_staff(ctx) { status } else { Some(ParticipantStatus::Approved) },
            province,
            search: search.map(str::to_owned),
        };
        let place = page::key(LIST, after.as_deref())?;
        let listed = Box::pin(wanted.list(ctx.app(), place, rows + 1)).await?;
        let page =
            Page::cut(LIST, listed.rows, rows, |(organisation, row)| (organisation.sort_key.clone(), row.id));
        let page = page.map(|(_, row)| EventParticipant::from(row));
        Ok(page.into_connection(after.as_deref(), Total::from(listed.total)))
    }
    /// The registrations of the viewer's own organisations.
    #[graphql(complexity = "5 + 3 * child_complexity")]
    async fn own(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<EventParticipant>> {
        let Ok(somebody) = ctx.signed_in() else { return Ok(Vec::new()) };
        let own = somebody.organisations().map(|own| ctx.load(RegistrationOf(self.0.id, own)));
        Ok(try_join_all(own).await?.into_iter().flatten().map(EventParticipant).collect())
    }
    /// When people meet; for staff of the city, and once it is announced for participants.
    #[graphql(complexity = "10 + child_complexity")]
    async fn timetable(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<EventTimetable>> {
        let timetable = ctx.load(TimetableOf(self.0.id)).await?;
        let Some(timetable) = timetable else { return Ok(None) };
        let is_seen = Box::pin(may_see(ctx, &timetable)).await?;
        Ok(is_seen.then(|| EventTimetable { row: timetable, event: self.0.clone() }))
    }
    /// Its meetings in order of time and table, those without a slot last: for staff of the city all, otherwise, once they
    /// are announced, those of the viewer's own organisations.
    #[graphql(complexity = "20 + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity")]
    async fn meetings(
        &self,
        ctx: &Context<'_>,
        participant: Option<ID>,
        table: Option<i32>,
        status: Option<MeetingStatus>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, Meeting, Total>> {
        const LIST: &str = "event.meetings";
        let rows = page::rows(first)?;
        let participant = participant.map(|id| parse_id::<ParticipantId>(&id, "participant")).transpose()?;
        let wanted = Meetings { event: self.0.id, participant, table, status };
        let place = page::key(LIST, after.as_deref())?;
        let listed = Box::pin(wanted.list(&ctx.app().database, ctx.viewer(), place, rows + 1)).await?;
        let page = Page::cut(LIST, listed.rows, rows, Meetings::key);
        Ok(page.map(Meeting::from).into_connection(after.as_deref(), Total::from(listed.total)))
    }
    /// What became of the agreements that were made there; null while none is known here.
    #[graphql(complexity = "500 + child_complexity")]
    async fn promises(&self, ctx: &Context<'_>) -> Result<Option<EventPromises>> {
        Box::pin(promises::of_event(ctx.app().database.read(), self.0.id, calendar::today())).await
    }
    /// What the viewer can do with it.
    async fn actions(&self, ctx: &Context<'_>) -> Vec<EventAction> {
        if !is_staff(ctx) {
            return Vec::new();
        }
        let can = |action: &&EventAction| self.0.status.after(**action).is_some();
        EventAction::ALL.iter().filter(can).copied().collect()
    }
    /// How often it was changed; to be named by edits.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// Whether staff of the city ask.
pub(crate) fn is_staff(ctx: &Context<'_>) -> bool {
    ctx.signed_in().is_ok_and(SignedIn::looks_after_the_city)
}
