//! What is to be arranged, and what comes of it.

use std::num::NonZeroU32;

use super::problem::Problem;

/// A retailer and a producer who are to meet. The same two may have several meetings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Meeting {
    /// Unique among meetings. Says which of two meetings of the same two comes first, and nothing else.
    pub id: u32,
    /// The number of the retailer.
    pub retailer: u32,
    /// The number of the producer, which has nothing to do with the numbers of retailers.
    pub producer: u32,
}

/// What there is of time and room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// How many slots there are, from 0 on; as many as it takes if it is not said.
    pub slots: Option<u32>,
    /// How many meetings there can be in a slot; as many as one likes if it is not said.
    pub tables: Option<NonZeroU32>,
}

/// A meeting with its slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Placed {
    /// Who meets.
    pub meeting: Meeting,
    /// When.
    pub slot: u32,
}

/// Who meets when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timetable {
    /// In order of slot, retailer, producer and id.
    pub placed: Vec<Placed>,
    /// What did not fit, in order of retailer, producer and id.
    pub unplaced: Vec<Meeting>,
}

impl Meeting {
    /// What meetings are put in order by.
    pub(super) fn key(&self) -> (u32, u32, u32) {
        (self.retailer, self.producer, self.id)
    }
}

impl Limits {
    pub(super) fn has_room(&self, meetings: usize) -> bool {
        self.tables.is_none_or(|tables| meetings < tables.get() as usize)
    }

    pub(super) fn are_kept(&self, meetings: usize) -> bool {
        self.tables.is_none_or(|tables| meetings <= tables.get() as usize)
    }

    pub(super) fn last_slot_ends(&self) -> u32 {
        self.slots.unwrap_or(u32::MAX)
    }
}

impl Timetable {
    pub(super) fn new(mut placed: Vec<Placed>, mut unplaced: Vec<Meeting>) -> Timetable {
        placed.sort_unstable_by_key(|one| (one.slot, one.meeting.key()));
        unplaced.sort_unstable_by_key(Meeting::key);
        Timetable { placed, unplaced }
    }

    /// How many slots it takes: those up to the last one with a meeting.
    pub fn slots(&self) -> u32 {
        self.placed.last().map_or(0, |last| last.slot.saturating_add(1))
    }
}

/// Refuses two meetings of the same id.
pub(super) fn require_different_ids(meetings: impl Iterator<Item = Meeting>) -> Result<(), Problem> {
    let mut ids: Vec<u32> = meetings.map(|meeting| meeting.id).collect();
    ids.sort_unstable();
    match ids.windows(2).find(|two| two[0] == two[1]) {
        Some(two) => Err(Problem::DuplicateMeeting(two[0])),
        None => Ok(()),
    }
}
