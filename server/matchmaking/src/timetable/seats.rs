//! Tables: a retailer sits where it sat before, and producers go from one to the next.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::num::NonZeroU32;

use super::meeting::{Placed, require_different_ids};
use super::problem::Problem;

/// The table of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Seat {
    /// The id of the meeting.
    pub meeting: u32,
    /// The table, counted from 0.
    pub table: u32,
}

/// Gives each meeting a table, in order of slot and then retailer; as many tables as there are retailers are enough if
/// it is not said how many there are.
///
/// Retailers come in order of their meetings, the most first. Each takes a table of its own while there are some, then
/// one that is free in all its slots, and stays there. Those who find none come last and go from table to table: from
/// each they leave, they go to the one that stays free for them the longest, which for one retailer alone is the fewest
/// times. For all together it is a good answer, not proved to be the best.
///
/// Takes at most the product of meetings and tables, with a logarithm.
pub fn seats(placed: &[Placed], tables: Option<NonZeroU32>) -> Result<Vec<Seat>, Problem> {
    check(placed, tables)?;
    let mut placed = placed.to_vec();
    placed.sort_unstable_by_key(|one| (one.slot, one.meeting.key()));
    let mut days: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for one in &placed {
        days.entry(one.meeting.retailer).or_default().push(one.slot);
    }
    let enough = tables.map_or(days.len(), |tables| days.len().min(tables.get() as usize));
    let mut hall = Hall { taken: vec![BTreeSet::new(); enough], tables: HashMap::new() };

    let mut retailers: Vec<(u32, &[u32])> = days.iter().map(|(who, day)| (*who, day.as_slice())).collect();
    retailers.sort_by_key(|(_, day)| Reverse(day.len()));
    retailers.retain(|(retailer, day)| !hall.seat_at_one_table(*retailer, day));
    for (retailer, day) in retailers {
        hall.seat_by_turns(retailer, day);
    }
    let seat = |one: &Placed| {
        let table = hall.tables.get(&(one.meeting.retailer, one.slot))?;
        Some(Seat { meeting: one.meeting.id, table: *table as u32 })
    };
    Ok(placed.iter().filter_map(seat).collect())
}

fn check(placed: &[Placed], tables: Option<NonZeroU32>) -> Result<(), Problem> {
    require_different_ids(placed.iter().map(|one| one.meeting))?;
    let (mut retailers, mut producers) = (HashMap::new(), HashMap::new());
    let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
    for Placed { meeting, slot } in placed {
        let by_retailer = retailers.insert((meeting.retailer, slot), meeting.id);
        let by_producer = producers.insert((meeting.producer, slot), meeting.id);
        if let Some(other) = by_retailer.or(by_producer) {
            return Err(Problem::TwoAtOnce { slot: *slot, meetings: [other, meeting.id] });
        }
        *sizes.entry(*slot).or_default() += 1;
    }
    let Some(tables) = tables.map(NonZeroU32::get) else { return Ok(()) };
    match sizes.into_iter().find(|(_, size)| *size > tables as usize) {
        Some((slot, meetings)) => Err(Problem::TooFewTables { slot, meetings, tables }),
        None => Ok(()),
    }
}

struct Hall {
    /// The slots in which each table is taken.
    taken: Vec<BTreeSet<u32>>,
    /// The table of a retailer in a slot.
    tables: HashMap<(u32, u32), usize>,
}

impl Hall {
    fn seat_at_one_table(&mut self, retailer: u32, day: &[u32]) -> bool {
        let own = self.taken.iter().position(BTreeSet::is_empty);
        let is_free = |taken: &BTreeSet<u32>| day.iter().all(|slot| !taken.contains(slot));
        let Some(table) = own.or_else(|| self.taken.iter().position(is_free)) else { return false };
        self.seat(retailer, table, day);
        true
    }

    fn seat_by_turns(&mut self, retailer: u32, mut day: &[u32]) {
        while !day.is_empty() {
            let lengths =
                self.taken.iter().map(|taken| day.iter().take_while(|slot| !taken.contains(slot)).count());
            // The first of several. There is one: a slot has no more meetings than tables.
            let longest = lengths.enumerate().min_by_key(|(_, length)| Reverse(*length));
            let Some((table, length)) = longest.filter(|(_, length)| *length > 0) else { return };
            let (now, later) = day.split_at(length);
            self.seat(retailer, table, now);
            day = later;
        }
    }

    fn seat(&mut self, retailer: u32, table: usize, day: &[u32]) {
        self.taken[table].extend(day);
        self.tables.extend(day.iter().map(|slot| ((retailer, *slot), table)));
    }
}
