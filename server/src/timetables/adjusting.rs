//! Bringing a timetable up to date with little disturbance: what has begun stays, who left is gone, new pairs come in, and
//! as few others as it can be change their time.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use anyhow::Context;
use chrono::{DateTime, Utc};
use matchmaking::timetable::{self, Change, Meeting, Planned, Rearranged};
use serde_json::json;
use shared::{
    EventAction, EventId, IntroductionId, MeetingStatus, NotificationKind, Problem, TradeParty,
    events::hours::Slot, limits::EVENT_MEETINGS,
};

use super::{
    arranging::{Numbers, Place, limits, put},
    both, has_begun, meetings_of, of_event,
    pairs::{Pair, Pairs},
    scheduling::begun,
    tables::{Seated, tables},
    tell,
};
use crate::{
    accounts::SignedIn,
    app::App,
    bulk, calendar,
    changes::{Line, Write},
    entities::{event, event_timetable, meeting},
    error::Result,
    events::life,
    forms,
};

/// What was changed.
pub(super) struct Adjusted {
    pub(super) event: event::Model,
    pub(super) added: usize,
    pub(super) removed: usize,
    pub(super) unplaced: usize,
    /// Those that have another time or table than before, with where they were.
    pub(super) moved: Vec<(meeting::Model, Option<Place>)>,
}

/// Brings the timetable of an event up to date.
pub(super) async fn adjust(app: &Arc<App>, somebody: &SignedIn, id: EventId) -> Result<Adjusted> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let event = life::lock(write.rows(), id).await?;
    life::require_after(&event, EventAction::Schedule)?;
    let timetable = of_event(write.rows(), id).await?;
    let timetable = timetable.ok_or_else(|| forms::wrong("event", Problem::NotPossibleNow))?;
    let pairs = Pairs::of(write.rows(), id, timetable.with_introduced).await?.meet;
    let before = meetings_of(write.rows(), id).await?;
    if pairs.len() > EVENT_MEETINGS {
        return Err(forms::wrong("event", Problem::TooMany));
    }
    let now = Utc::now();
    let Changed { mut meetings, added, removed } = changed(id, &before, &pairs, now);
    let slots = timetable.hours.0.slots();
    rearrange(&mut meetings, &slots, &timetable, now)?;
    let was: HashMap<_, _> = before.iter().map(|meeting| (meeting.id, meeting)).collect();
    let differs = |meeting: &&mut meeting::Model| was.get(&meeting.id) != Some(&&**meeting);
    let mut written = Vec::new();
    for meeting in meetings.iter_mut().filter(differs) {
        meeting.touch();
        written.push(meeting.clone());
    }
    let is_ahead = |meeting: &&meeting::Model| meeting.status.is_ahead();
    let moved: Vec<_> = written
        .iter()
        .filter(is_ahead)
        .filter_map(|meeting| Some((meeting.clone(), place_of(was.get(&meeting.id)?))))
        .filter(|(meeting, place)| place_of(meeting) != *place)
        .collect();
    let unplaced = meetings.iter().filter(is_ahead).filter(|meeting| meeting.slot.is_none()).count();
    bulk::upsert::<meeting::Entity>(write.rows(), written.clone()).await?;
    let logged = json!({ "added": added, "removed": removed, "moved": moved.len(), "unplaced": unplaced });
    write.record(Line::of("event_timetable", id, "adjusted").with(None, Some(logged)));
    if timetable.published_at.is_some() {
        let by = Some(somebody.account_id);
        tell(app, &write, &event, &both(&written), NotificationKind::EventRescheduled, by).await?;
    }
    app.commit(write).await?;
    Ok(Adjusted { event, added, removed, unplaced, moved })
}

/// Whether pairs came or left since a timetable was made.
pub(super) fn is_behind(event: EventId, meetings: &[meeting::Model], pairs: &[Pair]) -> bool {
    let changed = changed(event, meetings, pairs, Utc::now());
    changed.added > 0 || changed.removed > 0
}

struct Changed {
    /// All that there are now, the new ones without a slot.
    meetings: Vec<meeting::Model>,
    added: usize,
    removed: usize,
}

/// Takes away meetings of pairs that are not to meet any more, and adds those of new ones. What staff took away stays away.
fn changed(event: EventId, before: &[meeting::Model], pairs: &[Pair], now: DateTime<Utc>) -> Changed {
    let wanted: HashSet<IntroductionId> = pairs.iter().map(|pair| pair.introduction).collect();
    let known: HashSet<IntroductionId> = before.iter().map(|meeting| meeting.introduction_id).collect();
    let (mut added, mut removed) = (0, 0);
    let mut meetings = Vec::with_capacity(before.len());
    for meeting in before {
        let mut meeting = meeting.clone();
        let is_wanted = wanted.contains(&meeting.introduction_id);
        let was_left =
            meeting.status == MeetingStatus::Cancelled && meeting.recorded_by != Some(TradeParty::Staff);
        if meeting.status.is_ahead() && !has_begun(&meeting, now) && !is_wanted {
            meeting.status = MeetingStatus::Cancelled;
            put(&mut meeting, None, &[]);
            removed += 1;
        } else if was_left && is_wanted {
            meeting.status = MeetingStatus::Planned;
            added += 1;
        }
        meetings.push(meeting);
    }
    let new = pairs.iter().filter(|pair| !known.contains(&pair.introduction));
    meetings.extend(new.map(|pair| begun(event, pair)));
    added += meetings.len() - before.len();
    Changed { meetings, added, removed }
}

/// Gives slots and tables to meetings that have none. Nothing changes that has begun by now.
fn rearrange(
    meetings: &mut [meeting::Model],
    slots: &[Slot],
    timetable: &event_timetable::Model,
    now: DateTime<Utc>,
) -> Result<()> {
    let past = slots.partition_point(|slot| calendar::at(slot.day, slot.hours.from) <= now);
    let numbers = Numbers::of(meetings.iter().flat_map(|one| [one.retailer_id, one.producer_id]));
    let stays: Vec<usize> =
        (0..meetings.len()).filter(|number| meetings[*number].status != MeetingStatus::Cancelled).collect();
    let planned = |number: &usize| {
        let meeting = &meetings[*number];
        let id = u32::try_from(*number).unwrap_or(u32::MAX);
        Planned {
            meeting: numbers.meeting(id, meeting.retailer_id, meeting.producer_id),
            slot: meeting.slot.and_then(|slot| u32::try_from(slot).ok()),
            is_fixed: !meeting.status.is_ahead(),
        }
    };
    // What was held or missed without ever having had a slot needs none.
    let plan: Vec<Planned> =
        stays.iter().map(planned).filter(|one| one.slot.is_some() || !one.is_fixed).collect();
    let change =
        Change { removed: &[], added: &[], first_free_slot: u32::try_from(past).unwrap_or(u32::MAX) };
    let Rearranged { timetable: found, .. } =
        timetable::rearrange(&plan, &change, limits(slots.len(), timetable.tables))
            .context("the meetings of an event")?;
    let at = |meeting: &Meeting| usize::try_from(meeting.id).unwrap_or_default();
    let seated: Vec<Seated> = found
        .placed
        .iter()
        .map(|placed| {
            let meeting = &meetings[at(&placed.meeting)];
            let stays = place_of(meeting).filter(|place| place.slot == placed.slot);
            Seated { slot: placed.slot, retailer: meeting.retailer_id, kept: stays.map(|place| place.table) }
        })
        .collect();
    for (placed, table) in found.placed.iter().zip(tables(&seated)) {
        put(&mut meetings[at(&placed.meeting)], Some(Place { slot: placed.slot, table }), slots);
    }
    Ok(())
}

fn place_of(meeting: &meeting::Model) -> Option<Place> {
    let number = |number: Option<i32>| u32::try_from(number?).ok();
    Some(Place { slot: number(meeting.slot)?, table: number(meeting.table_number)? })
}
