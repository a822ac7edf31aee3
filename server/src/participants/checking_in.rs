//! Who has come, as it was noted at the door. The device there may have been without a network for hours, so arrivals come
//! late, several times and in heaps; each says when it happened.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{InputObject, SimpleObject};
use chrono::{DateTime, Duration, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use shared::{
    ArrivalProblem, EventId, EventStatus, ParticipantAction, ParticipantParty, Problem, events::badge, limits,
};

use super::{not_now, types::EventParticipant};
use crate::{
    accounts::SignedIn,
    app::App,
    bulk,
    changes::{Line, Write},
    entities::{event, event_participant},
    error::Result,
    events::life,
    forms,
};

/// How far the clock of a device may be ahead.
const AHEAD: Duration = Duration::minutes(15);

/// An arrival that was noted at the door.
#[derive(InputObject)]
pub struct ArrivalInput {
    /// What stands on the badge.
    pub code: String,
    /// When, as the device at the door knows it.
    pub at: DateTime<Utc>,
    /// Whether it is taken back: a slip of the finger.
    pub is_undone: Option<bool>,
}

/// What became of an arrival that was noted at the door.
#[derive(SimpleObject)]
pub struct ArrivalResult {
    /// The code as it was sent.
    code: String,
    /// The participant, if there is one.
    participant: Option<EventParticipant>,
    /// What is wrong.
    problem: Option<ArrivalProblem>,
}

/// Notes arrivals in the order in which they happened.
pub(super) async fn check_in(
    app: &Arc<App>,
    somebody: &SignedIn,
    event: EventId,
    arrivals: Vec<ArrivalInput>,
) -> Result<Vec<ArrivalResult>> {
    if arrivals.len() > limits::ARRIVALS {
        return Err(forms::wrong("arrivals", Problem::TooMany));
    }
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let event = life::lock(write.rows(), event).await?;
    if !matches!(event.status, EventStatus::Open | EventStatus::Closed | EventStatus::Held) {
        return Err(not_now("event"));
    }
    let mut door = Door::of(&write, &event, &arrivals).await?;
    let mut in_order: Vec<usize> = (0..arrivals.len()).collect();
    in_order.sort_by_key(|number| arrivals[*number].at);
    let mut problems = vec![None; arrivals.len()];
    let now = Utc::now();
    for number in in_order {
        problems[number] = door.note(&arrivals[number], now);
    }
    door.save(&mut write).await?;
    app.commit(write).await?;
    let result = |(arrival, problem): (ArrivalInput, _)| ArrivalResult {
        participant: door.participant(&arrival.code).cloned().map(EventParticipant::from),
        code: arrival.code,
        problem,
    };
    Ok(arrivals.into_iter().zip(problems).map(result).collect())
}

/// The participants who are spoken of.
struct Door {
    opened_at: DateTime<Utc>,
    by_code: HashMap<String, event_participant::Model>,
    /// When they had come before any of this.
    before: HashMap<String, Option<DateTime<Utc>>>,
}

impl Door {
    async fn of(write: &Write, event: &event::Model, arrivals: &[ArrivalInput]) -> Result<Self> {
        let codes = arrivals.iter().filter_map(|arrival| badge::read(&arrival.code));
        let rows = event_participant::Entity::find()
            .filter(event_participant::Column::EventId.eq(event.id))
            .filter(event_participant::Column::Code.is_in(codes))
            .all(write.rows())
            .await?;
        Ok(Self::with(event.created_at, rows))
    }

    fn with(opened_at: DateTime<Utc>, rows: Vec<event_participant::Model>) -> Self {
        Self {
            opened_at,
            before: rows.iter().map(|row| (row.code.clone(), row.checked_in_at)).collect(),
            by_code: rows.into_iter().map(|row| (row.code.clone(), row)).collect(),
        }
    }

    fn participant(&self, code: &str) -> Option<&event_participant::Model> {
        self.by_code.get(&badge::read(code)?)
    }

    /// Notes one. The earliest time counts; who is taken back has not come until they come again.
    fn note(&mut self, arrival: &ArrivalInput, now: DateTime<Utc>) -> Option<ArrivalProblem> {
        let participant = badge::read(&arrival.code).and_then(|code| self.by_code.get_mut(&code));
        let Some(participant) = participant else { return Some(ArrivalProblem::UnknownCode) };
        if arrival.at > now + AHEAD || arrival.at < self.opened_at {
            return Some(ArrivalProblem::BadTime);
        }
        if participant.status.after(ParticipantAction::CheckIn, ParticipantParty::Staff).is_none() {
            return Some(ArrivalProblem::NotApproved);
        }
        // What another door noted later is not what is taken back here.
        let noted_later =
            self.before.get(&participant.code).copied().flatten().filter(|was| *was > arrival.at);
        participant.checked_in_at = match (arrival.is_undone.unwrap_or_default(), participant.checked_in_at) {
            (true, _) => noted_later,
            (false, Some(known)) => Some(known.min(arrival.at)),
            (false, None) => Some(arrival.at),
        };
        None
    }

    /// Writes what is otherwise than before.
    async fn save(&mut self, write: &mut Write) -> Result<()> {
        let before = &self.before;
        let differs = |row: &&mut event_participant::Model| before.get(&row.code) != Some(&row.checked_in_at);
        let mut changed = Vec::new();
        for row in self.by_code.values_mut().filter(differs) {
            row.touch();
            let action = if row.checked_in_at.is_some() { "checked_in" } else { "check_in_undone" };
            let line = Line::of("event_participant", row.id, action);
            write.record(line.with(None, Some(json!({ "checked_in_at": row.checked_in_at }))));
            changed.push(row.clone());
        }
        bulk::upsert::<event_participant::Entity>(write.rows(), changed).await
    }
}

#[cfg(test)]
mod tests {
    use shared::{OrganisationId, ParticipantStatus, TradeParty};

    use super::{super::samples, *};

    fn participant(code: &str, status: ParticipantStatus) -> event_participant::Model {
        let row = samples::participant(OrganisationId::new(), TradeParty::Producer, status);
        event_participant::Model { code: code.to_owned(), ..row }
    }

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + Duration::minutes(minute)
    }

    fn arrival(code: &str, minute: i64, is_undone: bool) -> ArrivalInput {
        ArrivalInput { code: code.to_owned(), at: at(minute), is_undone: Some(is_undone) }
    }

    fn door() -> Door {
        let rows = vec![
            participant("ABCD2345", ParticipantStatus::Approved),
            participant("WXYZ2345", ParticipantStatus::Waiting),
        ];
        Door::with(at(0), rows)
    }

    #[test]
    fn the_earliest_time_counts_however_often_it_is_sent() {
        let mut door = door();

        for minute in [20, 10, 20, 30] {
            assert_eq!(door.note(&arrival("abcd-2345", minute, false), at(30)), None);
        }

        assert_eq!(door.participant("ABCD2345").unwrap().checked_in_at, Some(at(10)));
    }

    #[test]
    fn who_is_taken_back_has_not_come_until_they_come_again() {
        let mut door = door();

        door.note(&arrival("ABCD2345", 10, false), at(30));
        door.note(&arrival("ABCD2345", 11, true), at(30));
        assert_eq!(door.participant("ABCD2345").unwrap().checked_in_at, None);
        door.note(&arrival("ABCD2345", 12, false), at(30));
        assert_eq!(door.participant("ABCD2345").unwrap().checked_in_at, Some(at(12)));
    }

    #[test]
    fn a_slip_at_one_door_takes_back_nothing_that_another_noted_later() {
        let came = event_participant::Model {
            checked_in_at: Some(at(30)),
            ..participant("ABCD2345", ParticipantStatus::Approved)
        };
        let mut door = Door::with(at(0), vec![came]);

        door.note(&arrival("ABCD2345", 10, false), at(40));
        door.note(&arrival("ABCD2345", 11, true), at(40));

        assert_eq!(door.participant("ABCD2345").unwrap().checked_in_at, Some(at(30)));
    }

    #[test]
    fn what_is_wrong_is_told_and_notes_nothing() {
        let mut door = door();

        for (arrival, problem) in [
            (arrival("XXXX2345", 10, false), ArrivalProblem::UnknownCode),
            (arrival("?", 10, false), ArrivalProblem::UnknownCode),
            (arrival("WXYZ2345", 10, false), ArrivalProblem::NotApproved),
            (arrival("ABCD2345", 46, false), ArrivalProblem::BadTime),
            (arrival("ABCD2345", -1, false), ArrivalProblem::BadTime),
        ] {
            assert_eq!(door.note(&arrival, at(30)), Some(problem), "{}", arrival.code);
        }
        assert!(door.by_code.values().all(|row| row.checked_in_at.is_none()));
    }
}
