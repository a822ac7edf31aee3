//! Whom changes at an event concern: the organisation whose registration it is, all participants where a timetable was
//! announced, and the two who meet. What is not announced only staff hear of.

use std::collections::{HashMap, HashSet};

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};
use shared::{EventId, MeetingId, OrganisationId, ParticipantId, ParticipantStatus};
use uuid::Uuid;

use crate::{
    entities::{event_participant, event_timetable, meeting},
    error::Result,
};

/// The registrations and meetings that some lines of the log speak of.
pub(super) struct Attending {
    participants: HashMap<ParticipantId, event_participant::Model>,
    meetings: HashMap<MeetingId, meeting::Model>,
    /// Events whose timetable is announced.
    announced: HashSet<EventId>,
}

impl Attending {
    /// Reads them, with three statements at most; `ids` tells what the lines speak of, by the kind of thing.
    pub(super) async fn of(rows: &impl ConnectionTrait, ids: &impl Fn(&str) -> Vec<Uuid>) -> Result<Self> {
        let (registered, scheduled, met) = (ids("event_participant"), ids("event_timetable"), ids("meeting"));
        let mut attending =
            Self { participants: HashMap::new(), meetings: HashMap::new(), announced: HashSet::new() };
        if !met.is_empty() {
            let found = meeting::Entity::find().filter(meeting::Column::Id.is_in(met)).all(rows).await?;
            attending.meetings.extend(found.into_iter().map(|row| (row.id, row)));
        }
        let of_meetings = || attending.meetings.values();
        let events: HashSet<Uuid> =
            scheduled.iter().copied().chain(of_meetings().map(|meeting| meeting.event_id.0)).collect();
        if !events.is_empty() {
            let announced = event_timetable::Entity::find()
                .filter(event_timetable::Column::EventId.is_in(events))
                .filter(event_timetable::Column::PublishedAt.is_not_null());
            attending.announced.extend(announced.all(rows).await?.into_iter().map(|row| row.event_id));
        }
        let of_meetings = attending.meetings.values();
        let who: HashSet<Uuid> = of_meetings
            .flat_map(|meeting| [meeting.retailer_id.0, meeting.producer_id.0])
            .chain(registered)
            .collect();
        if !who.is_empty() || !scheduled.is_empty() {
            let concerned = Condition::any()
                .add(event_participant::Column::Id.is_in(who))
                .add(event_participant::Column::EventId.is_in(scheduled));
            let found = event_participant::Entity::find().filter(concerned).all(rows).await?;
            attending.participants.extend(found.into_iter().map(|row| (row.id, row)));
        }
        Ok(attending)
    }

    /// The organisations that a change of something concerns.
    pub(super) fn concerned(&self, entity: &str, id: &str) -> Vec<OrganisationId> {
        let Ok(id) = id.parse::<Uuid>() else { return Vec::new() };
        let organisation = |id: ParticipantId| self.participants.get(&id).map(|row| row.organisation_id);
        match entity {
            "event_participant" => organisation(ParticipantId(id)).into_iter().collect(),
            "event_timetable" if self.announced.contains(&EventId(id)) => self
                .participants
                .values()
                .filter(|row| row.event_id.0 == id && row.status == ParticipantStatus::Approved)
                .map(|row| row.organisation_id)
                .collect(),
            "meeting" => match self.meetings.get(&MeetingId(id)) {
                Some(meeting) if self.announced.contains(&meeting.event_id) => {
                    [meeting.retailer_id, meeting.producer_id].into_iter().filter_map(organisation).collect()
                }
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }
}
