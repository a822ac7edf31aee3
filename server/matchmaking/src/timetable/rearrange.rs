//! Late changes of a timetable that people know already.

use std::collections::HashSet;

use super::exchange::Board;
use super::grid::Grid;
use super::meeting::{Limits, Meeting, Placed, Timetable, require_different_ids};
use super::problem::Problem;

/// A meeting of a timetable that is to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Who meets.
    pub meeting: Meeting,
    /// When, if it has a slot.
    pub slot: Option<u32>,
    /// It must stay where it is. Means nothing without a slot.
    pub is_fixed: bool,
}

/// What changes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Change<'a> {
    /// The ids of meetings that will not be held. They leave the timetable wherever they are.
    pub removed: &'a [u32],
    /// Meetings that are new.
    pub added: &'a [Meeting],
    /// The slots before this one are past: nothing comes or goes there, and nothing there is checked.
    pub first_free_slot: u32,
}

/// A timetable that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rearranged {
    /// The slot of every meeting that has one, and those without.
    pub timetable: Timetable,
    /// The meetings that had another slot before, in order of retailer, producer and id.
    pub moved: Vec<Move>,
}

/// A meeting that is held at another time than was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Move {
    /// Whose.
    pub meeting: Meeting,
    /// The slot it had.
    pub from: u32,
    /// The slot it has now.
    pub to: u32,
}

/// Changes a timetable with little disturbance.
///
/// Meetings without a slot get one in turn: first those that had none before, then those that are new, each in order of
/// retailer, producer and id. Each takes the earliest of the slots in use in which both are free and a table is; else
/// it comes in by the exchange that moves the fewest meetings; else it takes a slot after all others, if the limits
/// have one; else it stays without. A meeting that had a slot always keeps one.
///
/// An exchange frees a slot for a participant along one chain and, if need be, a table along another one. Fewest is
/// meant among these and for one meeting after the other. Fewer may do if several meetings leave one slot for several
/// others: the fewest at all are as hard to find as a colouring of edges from lists, which is NP-hard. Where no meeting
/// is fixed there always is such an exchange, unless one of both has no free slot or all tables are taken in all slots.
///
/// The limits must hold for the timetable as it was, but for what is past. Where slots or tables have become fewer, the
/// caller decides which meetings lose their slot.
pub fn rearrange(plan: &[Planned], change: &Change<'_>, limits: Limits) -> Result<Rearranged, Problem> {
    let (past, planned) = collect(plan, change)?;
    let meetings: Vec<Meeting> = planned.iter().map(|one| one.meeting).collect();
    let mut board = Board {
        grid: Grid::new(&meetings),
        limits,
        is_fixed: planned.iter().map(|one| one.is_fixed && one.slot.is_some()).collect(),
        home: planned.iter().map(|one| one.slot).collect(),
    };
    put_all(&mut board, &planned)?;
    for place in (0..planned.len()).filter(|place| planned[*place].slot.is_none()) {
        board.place(place, change.first_free_slot);
    }
    Ok(told(past, &planned, &board.grid))
}

/// The meetings that are past, and those that are not: in order, and those that were there before the new ones.
fn collect(plan: &[Planned], change: &Change<'_>) -> Result<(Vec<Placed>, Vec<Planned>), Problem> {
    require_different_ids(plan.iter().map(|one| one.meeting))?;
    let ids: HashSet<u32> = plan.iter().map(|one| one.meeting.id).collect();
    if let Some(unknown) = change.removed.iter().find(|id| !ids.contains(id)) {
        return Err(Problem::UnknownMeeting(*unknown));
    }
    let removed: HashSet<u32> = change.removed.iter().copied().collect();
    let kept = plan.iter().filter(|one| !removed.contains(&one.meeting.id));
    require_different_ids(kept.clone().map(|one| one.meeting).chain(change.added.iter().copied()))?;

    let (mut past, mut planned) = (Vec::new(), Vec::new());
    for one in kept {
        match one.slot {
            Some(slot) if slot < change.first_free_slot => past.push(Placed { meeting: one.meeting, slot }),
            _ => planned.push(*one),
        }
    }
    planned.sort_unstable_by_key(|one| one.meeting.key());
    let mut added = change.added.to_vec();
    added.sort_unstable_by_key(Meeting::key);
    planned.extend(added.into_iter().map(|meeting| Planned { meeting, slot: None, is_fixed: false }));
    Ok((past, planned))
}

/// Puts the meetings where they were, and tells the first thing that is wrong with that.
fn put_all(board: &mut Board, planned: &[Planned]) -> Result<(), Problem> {
    let slots = board.limits.last_slot_ends();
    for (place, one) in planned.iter().enumerate() {
        let Some(slot) = one.slot else { continue };
        if slot >= slots {
            return Err(Problem::NoSuchSlot { meeting: one.meeting.id, slot, slots });
        }
        let ends = board.grid.ends[place];
        if let Some(other) = ends.iter().find_map(|person| board.grid.at(*person, slot)) {
            let meetings = [planned[other].meeting.id, one.meeting.id];
            return Err(Problem::TwoAtOnce { slot, meetings });
        }
        board.grid.put(place, slot);
    }
    let Some(tables) = board.limits.tables else { return Ok(()) };
    match board.grid.sizes().find(|(_, size)| !board.limits.are_kept(*size)) {
        Some((slot, meetings)) => Err(Problem::TooFewTables { slot, meetings, tables: tables.get() }),
        None => Ok(()),
    }
}

impl Board {
    fn place(&mut self, meeting: usize, first_free_slot: u32) {
        let last = self.grid.sizes().next_back().map(|(slot, _)| slot);
        let end = last.map_or(first_free_slot, |last| last + 1);
        let [retailer, producer] = self.grid.ends[meeting];
        let is_open = |slot: &u32| {
            let are_free = self.grid.is_free(retailer, *slot) && self.grid.is_free(producer, *slot);
            are_free && self.limits.has_room(self.grid.size(*slot))
        };
        if let Some(slot) = (first_free_slot..end).find(is_open) {
            self.grid.put(meeting, slot);
        } else if !self.place_by_exchange(meeting, first_free_slot..end) && end < self.limits.last_slot_ends()
        {
            self.grid.put(meeting, end);
        }
    }
}

fn told(past: Vec<Placed>, planned: &[Planned], grid: &Grid) -> Rearranged {
    let (mut placed, mut unplaced, mut moved) = (past, Vec::new(), Vec::new());
    for (place, Planned { meeting, slot: before, .. }) in planned.iter().enumerate() {
        let Some(to) = grid.slot(place) else {
            unplaced.push(*meeting);
            continue;
        };
        placed.push(Placed { meeting: *meeting, slot: to });
        if let Some(from) = before.filter(|from| *from != to) {
            moved.push(Move { meeting: *meeting, from, to });
        }
    }
    Rearranged { timetable: Timetable::new(placed, unplaced), moved }
}
