//! Which meetings are arranged where there are too few slots for all.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use super::grid::Grid;
use super::meeting::{Limits, Meeting};

/// Parts meetings into the most that fit and those that are left. Both keep their order.
///
/// Meetings fit exactly if nobody has more than there are slots and all have a table, for then `arrange` places them.
/// So the most that fit are the most with at most so many for each participant (a matching with capacities, which is
/// largest when no path of left and chosen meetings in turns makes it larger), cut down to as many as there are tables
/// in all slots. Takes the time of the meetings for each that the first, greedy choice misses.
pub(super) fn fitting(meetings: Vec<Meeting>, limits: Limits) -> (Vec<Meeting>, Vec<Meeting>) {
    let Some(slots) = limits.slots else { return (meetings, Vec::new()) };
    let mut choice = Choice::none(&meetings, slots);
    choice.take_greedily();
    while choice.take_one_more() {}
    if let Some(tables) = limits.tables {
        choice.cut_down(u64::from(slots) * u64::from(tables.get()));
    }
    let mut is_chosen = choice.is_chosen.iter();
    meetings.into_iter().partition(|_| is_chosen.next() == Some(&true))
}

struct Choice {
    ends: Vec<[usize; 2]>,
    meetings_of: Vec<Vec<usize>>,
    is_chosen: Vec<bool>,
    /// How many meetings each participant has place for.
    room: Vec<u32>,
}

impl Choice {
    fn none(meetings: &[Meeting], slots: u32) -> Choice {
        let grid = Grid::new(meetings);
        let mut meetings_of = vec![Vec::new(); grid.people()];
        for (meeting, ends) in grid.ends.iter().enumerate() {
            ends.iter().for_each(|person| meetings_of[*person].push(meeting));
        }
        let room = vec![slots; grid.people()];
        Choice { ends: grid.ends, meetings_of, is_chosen: vec![false; meetings.len()], room }
    }

    /// Those with the most meetings come last.
    fn take_greedily(&mut self) {
        let mut order: Vec<usize> = (0..self.ends.len()).collect();
        order.sort_by_key(|meeting| {
            self.ends[*meeting].iter().map(|person| self.meetings_of[*person].len()).sum::<usize>()
        });
        for meeting in order {
            let ends = self.ends[meeting];
            if ends.iter().all(|person| self.room[*person] > 0) {
                self.is_chosen[meeting] = true;
                ends.iter().for_each(|person| self.room[*person] -= 1);
            }
        }
    }

    /// Looks for a path from a retailer with room to a producer with room, of meetings that are left and chosen in
    /// turns.
    fn take_one_more(&mut self) -> bool {
        let mut came_by = vec![None; self.room.len()];
        let is_start = |person: &usize| {
            let first = self.meetings_of[*person].first();
            self.room[*person] > 0 && first.is_some_and(|meeting| self.ends[*meeting][0] == *person)
        };
        let mut queue: VecDeque<usize> = (0..self.room.len()).filter(is_start).collect();
        let mut is_seen = vec![false; self.room.len()];
        queue.iter().for_each(|person| is_seen[*person] = true);
        while let Some(person) = queue.pop_front() {
            for &meeting in &self.meetings_of[person] {
                let is_retailer = self.ends[meeting][0] == person;
                let other = self.other_end(meeting, person);
                if self.is_chosen[meeting] == is_retailer || is_seen[other] {
                    continue;
                }
                is_seen[other] = true;
                came_by[other] = Some(meeting);
                if is_retailer && self.room[other] > 0 {
                    self.turn(other, &came_by);
                    return true;
                }
                queue.push_back(other);
            }
        }
        false
    }

    /// Chooses what was left on the path to this producer and leaves what was chosen.
    fn turn(&mut self, producer: usize, came_by: &[Option<usize>]) {
        let mut person = producer;
        while let Some(meeting) = came_by[person] {
            self.is_chosen[meeting] = !self.is_chosen[meeting];
            person = self.other_end(meeting, person);
        }
        self.room[producer] -= 1;
        self.room[person] -= 1;
    }

    /// Leaves meetings of those who have the most until there are so many.
    fn cut_down(&mut self, most: u64) {
        let chosen = (0..self.ends.len()).filter(|meeting| self.is_chosen[*meeting]);
        let mut busiest: BinaryHeap<_> =
            chosen.map(|meeting| (Reverse(self.room_of_both(meeting)), meeting)).collect();
        let mut over = (busiest.len() as u64).saturating_sub(most);
        while over > 0 {
            let Some((Reverse(reckoned), meeting)) = busiest.pop() else { return };
            let room = self.room_of_both(meeting);
            if room != reckoned {
                busiest.push((Reverse(room), meeting));
                continue;
            }
            self.is_chosen[meeting] = false;
            self.ends[meeting].iter().for_each(|person| self.room[*person] += 1);
            over -= 1;
        }
    }

    fn room_of_both(&self, meeting: usize) -> u64 {
        self.ends[meeting].iter().map(|person| u64::from(self.room[*person])).sum()
    }

    fn other_end(&self, meeting: usize, person: usize) -> usize {
        let [retailer, producer] = self.ends[meeting];
        if person == retailer { producer } else { retailer }
    }
}
