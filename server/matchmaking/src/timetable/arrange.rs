//! A timetable from nothing.

use std::cmp::Reverse;

use super::balance::balance;
use super::fitting::fitting;
use super::grid::Grid;
use super::meeting::{Limits, Meeting, Placed, Timetable, require_different_ids};
use super::problem::Problem;

/// Arranges meetings in the fewest slots: as many as the busiest participant has meetings, or as it takes to give each
/// meeting a table, whichever is more.
///
/// Fewer can't do, for one meeting of somebody takes one slot and a slot has no more meetings than tables. So many do:
/// by Kőnig the slots of the busiest are enough for all, and by de Werra and McDiarmid meetings can be moved from slots
/// that have too many to others, with the slots that are added empty at first, until none has.
///
/// Where the slots do not do, the most meetings are arranged that fit into them, of which it takes the fewest slots
/// again. What is left out falls on those with the most meetings first.
///
/// Early slots have more meetings than late ones, so that the end of the day empties first.
///
/// One meeting is placed after the other, and where both have no slot in common they get one by an exchange along a
/// chain. That takes at most the product of meetings and participants, with a logarithm; chains are short as a rule.
pub fn arrange(meetings: &[Meeting], limits: Limits) -> Result<Timetable, Problem> {
    require_different_ids(meetings.iter().copied())?;
    let mut meetings = meetings.to_vec();
    meetings.sort_unstable_by_key(Meeting::key);
    let (chosen, left) = fitting(meetings, limits);

    let mut grid = Grid::new(&chosen);
    color(&mut grid);
    if let Some(tables) = limits.tables {
        let tables = tables.get() as usize;
        let slots = grid.sizes().count().max(chosen.len().div_ceil(tables));
        balance(&mut grid, slots as u32, tables);
    }
    Ok(Timetable::new(in_order(&grid, &chosen), left))
}

/// Gives each meeting a slot; there are as many as the busiest participant has meetings.
fn color(grid: &mut Grid) {
    let mut degrees = vec![0_u32; grid.people()];
    for person in grid.ends.iter().flatten() {
        degrees[*person] += 1;
    }
    let slots = degrees.into_iter().max().unwrap_or(0);
    for meeting in 0..grid.ends.len() {
        let ends @ [retailer, producer] = grid.ends[meeting];
        let mut slot = grid.first_free_of_both(ends);
        if slot >= slots {
            slot = grid.first_free(retailer);
            let both = [slot, grid.first_free(producer)];
            // It comes to retailers in the slot that this one has free, and so never to this one.
            grid.swap(&grid.chain(producer, both), both);
        }
        grid.put(meeting, slot);
    }
}

/// The fullest slot first.
fn in_order(grid: &Grid, meetings: &[Meeting]) -> Vec<Placed> {
    let mut slots: Vec<(u32, usize)> = grid.sizes().collect();
    slots.sort_by_key(|(_, size)| Reverse(*size));
    let mut numbers = vec![0; slots.len()];
    for ((slot, _), number) in slots.iter().zip(0..) {
        numbers[*slot as usize] = number;
    }
    let slot = |meeting| grid.slot(meeting).map(|slot| numbers[slot as usize]);
    let placed = meetings.iter().enumerate();
    placed.filter_map(|(place, meeting)| Some(Placed { meeting: *meeting, slot: slot(place)? })).collect()
}
