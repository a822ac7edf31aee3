//! Room for one more meeting by an exchange between two slots.

use std::ops::Range;

use super::grid::Grid;
use super::meeting::Limits;

/// A timetable that is being changed.
pub(super) struct Board {
    pub(super) grid: Grid,
    pub(super) limits: Limits,
    pub(super) is_fixed: Vec<bool>,
    /// The slot that a meeting had before anything changed.
    pub(super) home: Vec<Option<u32>>,
}

/// The meetings of a chain change slots.
type Swap = (Vec<usize>, [u32; 2]);

/// How much an exchange disturbs: meetings that leave the slot they had before anything changed, then meetings in all.
type Disturbance = [usize; 2];

/// What makes room for a meeting.
struct Exchange {
    disturbance: Disturbance,
    slot: u32,
    swaps: Vec<Swap>,
}

impl Board {
    /// Places a meeting in one of these slots after the exchange that disturbs least, if there is any.
    ///
    /// Both must be free in the slot. Where only one is, the other becomes so by the chain of that slot and one in
    /// which the other is free; it never comes to the first. A slot that then has one meeting too many gives one to a
    /// slot with room, along another chain. Of all these the one is taken that moves the fewest meetings, the first of
    /// several. That is also the fewest that any exchange between two slots could do with.
    ///
    /// Where nothing is fixed there is one if both are free in some slot each and some slot has room: the one chain
    /// leads over at most one table too many, and from that slot to one with room there is a path with one meeting
    /// more.
    ///
    /// Takes at most the square of the number of slots times what a chain takes; where tables are short, times the
    /// meetings.
    pub(super) fn place_by_exchange(&mut self, meeting: usize, slots: Range<u32>) -> bool {
        if !slots.clone().any(|slot| self.limits.has_room(self.grid.size(slot))) {
            return false;
        }
        let mut best: Option<Exchange> = None;
        for slot in slots.clone() {
            for first in self.openings(meeting, slot, slots.clone()) {
                self.complete(meeting, slot, first, slots.clone(), &mut best);
            }
        }
        let Some(Exchange { slot, swaps, .. }) = best else { return false };
        let Some((first, then)) = swaps.split_first() else { return false };
        self.swap(first);
        self.grid.put(meeting, slot);
        then.iter().for_each(|swap| self.swap(swap));
        true
    }

    /// The chains after which both are free in a slot.
    fn openings(&self, meeting: usize, slot: u32, slots: Range<u32>) -> Vec<Swap> {
        let [retailer, producer] = self.grid.ends[meeting];
        let busy = match [retailer, producer].map(|person| self.grid.is_free(person, slot)) {
            [true, true] => return vec![(Vec::new(), [slot, slot])],
            [true, false] => producer,
            [false, true] => retailer,
            [false, false] => return Vec::new(),
        };
        let others = slots.filter(|other| self.grid.is_free(busy, *other));
        others.map(|other| (self.grid.chain(busy, [slot, other]), [slot, other])).collect()
    }

    /// Tries one chain, with another one for the tables if it takes that.
    fn complete(
        &mut self,
        meeting: usize,
        slot: u32,
        first: Swap,
        slots: Range<u32>,
        best: &mut Option<Exchange>,
    ) {
        let Some(disturbance) = self.disturbance(&first.0) else { return };
        let is_better = |disturbance: Disturbance, best: &Option<Exchange>| {
            best.as_ref().is_none_or(|best| disturbance < best.disturbance)
        };
        if !is_better(disturbance, best) {
            return;
        }
        self.swap(&first);
        self.grid.put(meeting, slot);
        let too_full = first.1.into_iter().find(|slot| !self.limits.are_kept(self.grid.size(*slot)));
        if let Some(full) = too_full {
            for other in slots.filter(|other| self.limits.has_room(self.grid.size(*other))) {
                for chain in self.grid.surplus_chains([full, other]) {
                    let Some(more) = self.disturbance(&chain) else { continue };
                    let disturbance = [disturbance[0] + more[0], disturbance[1] + more[1]];
                    if is_better(disturbance, best) {
                        let swaps = vec![first.clone(), (chain, [full, other])];
                        *best = Some(Exchange { disturbance, slot, swaps });
                    }
                }
            }
        } else {
            *best = Some(Exchange { disturbance, slot, swaps: vec![first.clone()] });
        }
        self.grid.take(meeting);
        self.swap(&first);
    }

    fn swap(&mut self, (chain, slots): &Swap) {
        self.grid.swap(chain, *slots);
    }

    /// `None` if one of the meetings is fixed.
    fn disturbance(&self, chain: &[usize]) -> Option<Disturbance> {
        let is_at_home = |meeting: &&usize| {
            let home = self.home[**meeting];
            home.is_some() && home == self.grid.slot(**meeting)
        };
        let is_fixed = chain.iter().any(|meeting| self.is_fixed[*meeting]);
        (!is_fixed).then(|| [chain.iter().filter(is_at_home).count(), chain.len()])
    }
}
