//! Between the rows of meetings and the numbers that `matchmaking::timetable` counts with.

use std::{collections::HashMap, num::NonZeroU32};

use anyhow::Context;
use matchmaking::timetable::{self, Limits, Meeting};
use shared::{IntroductionId, ParticipantId, events::hours::Slot};

use super::pairs::Pair;
use crate::{entities::meeting, error::Result};

/// Where a meeting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) slot: u32,
    /// From 1.
    pub(super) table: u32,
}

/// The numbers of participants. Who comes first in the order of the ids has the lower one, so that the same pairs always
/// have the same timetable.
pub(super) struct Numbers(HashMap<ParticipantId, u32>);

impl Numbers {
    pub(super) fn of(participants: impl Iterator<Item = ParticipantId>) -> Self {
        let mut all: Vec<ParticipantId> = participants.collect();
        all.sort_unstable();
        all.dedup();
        Self(all.into_iter().zip(0..).collect())
    }

    pub(super) fn meeting(&self, id: u32, retailer: ParticipantId, producer: ParticipantId) -> Meeting {
        let number = |participant| self.0.get(&participant).copied().unwrap_or_default();
        Meeting { id, retailer: number(retailer), producer: number(producer) }
    }
}

/// Slots from which meetings may be chosen, and tables; `slots` may be none.
pub(super) fn limits(slots: usize, tables: i32) -> Limits {
    let tables = u32::try_from(tables).ok().and_then(NonZeroU32::new);
    Limits { slots: Some(u32::try_from(slots).unwrap_or(u32::MAX)), tables }
}

/// Arranges pairs in the fewest slots; where each is, by its introduction. Those that find no slot are missing.
pub(super) fn arrange(pairs: &[Pair], limits: Limits) -> Result<HashMap<IntroductionId, Place>> {
    let numbers = Numbers::of(pairs.iter().flat_map(|pair| [pair.retailer, pair.producer]));
    let meetings: Vec<Meeting> =
        (0..).zip(pairs).map(|(id, pair)| numbers.meeting(id, pair.retailer, pair.producer)).collect();
    let arranged = timetable::arrange(&meetings, limits).context("the pairs of an event")?;
    let seats = timetable::seats(&arranged.placed, limits.tables).context("the tables of an event")?;
    let tables: HashMap<u32, u32> = seats.iter().map(|seat| (seat.meeting, seat.table)).collect();
    let place = |placed: &timetable::Placed| {
        let id = placed.meeting.id;
        let pair = pairs.get(usize::try_from(id).ok()?)?;
        Some((pair.introduction, Place { slot: placed.slot, table: tables.get(&id)? + 1 }))
    };
    Ok(arranged.placed.iter().filter_map(place).collect())
}

/// Puts a meeting into a slot, or takes its slot away.
pub(super) fn put(meeting: &mut meeting::Model, place: Option<Place>, slots: &[Slot]) {
    let known = place.and_then(|place| Some((place, slots.get(usize::try_from(place.slot).ok()?)?)));
    meeting.slot = known.and_then(|(place, _)| i32::try_from(place.slot).ok());
    meeting.table_number = known.and_then(|(place, _)| i32::try_from(place.table).ok());
    meeting.day = known.map(|(_, slot)| slot.day);
    meeting.from_minute = known.map(|(_, slot)| slot.hours.from.into());
    meeting.to_minute = known.map(|(_, slot)| slot.hours.to.into());
}
