//! Who is in which meeting in which slot, and the chains along which two slots can exchange meetings.

use std::collections::{BTreeMap, BTreeSet};

use super::meeting::Meeting;

/// Meetings and participants by their places; retailers come before producers. Takes memory for the meetings only,
/// however large ids and slots are. A look-up takes the logarithm of somebody's meetings.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    /// The retailer and the producer of each meeting.
    pub(super) ends: Vec<[usize; 2]>,
    slots: Vec<Option<u32>>,
    /// The slot and the meeting of each participant, in order of slot.
    days: Vec<Vec<(u32, usize)>>,
    /// The meetings of each slot that has some.
    members: BTreeMap<u32, BTreeSet<usize>>,
}

impl Grid {
    /// None of the meetings has a slot yet.
    pub(super) fn new(meetings: &[Meeting]) -> Grid {
        let retailers = numbers(meetings.iter().map(|meeting| meeting.retailer));
        let producers = numbers(meetings.iter().map(|meeting| meeting.producer));
        let place = |numbers: &[u32], number| numbers.partition_point(|other| *other < number);
        let ends = |meeting: &Meeting| {
            let producer = place(&producers, meeting.producer);
            [place(&retailers, meeting.retailer), retailers.len() + producer]
        };
        Grid {
            ends: meetings.iter().map(ends).collect(),
            slots: vec![None; meetings.len()],
            days: vec![Vec::new(); retailers.len() + producers.len()],
            members: BTreeMap::new(),
        }
    }

    pub(super) fn people(&self) -> usize {
        self.days.len()
    }

    pub(super) fn slot(&self, meeting: usize) -> Option<u32> {
        self.slots[meeting]
    }

    pub(super) fn at(&self, person: usize, slot: u32) -> Option<usize> {
        let day = &self.days[person];
        let place = day.binary_search_by_key(&slot, |(slot, _)| *slot).ok()?;
        Some(day[place].1)
    }

    pub(super) fn is_free(&self, person: usize, slot: u32) -> bool {
        self.at(person, slot).is_none()
    }

    pub(super) fn size(&self, slot: u32) -> usize {
        self.members.get(&slot).map_or(0, BTreeSet::len)
    }

    /// The slots with meetings and how many each has.
    pub(super) fn sizes(&self) -> impl DoubleEndedIterator<Item = (u32, usize)> {
        self.members.iter().map(|(slot, members)| (*slot, members.len()))
    }

    /// The first slot in which somebody has no meeting.
    pub(super) fn first_free(&self, person: usize) -> u32 {
        let taken = self.days[person].iter().zip(0..).take_while(|((slot, _), place)| slot == place);
        taken.count() as u32
    }

    /// The first slot in which both have no meeting.
    pub(super) fn first_free_of_both(&self, [one, other]: [usize; 2]) -> u32 {
        let (mut one, mut other) = (self.days[one].iter().peekable(), self.days[other].iter().peekable());
        let mut slot = 0;
        loop {
            let is_taken = one.next_if(|(taken, _)| *taken == slot).is_some();
            if other.next_if(|(taken, _)| *taken == slot).is_none() && !is_taken {
                return slot;
            }
            slot += 1;
        }
    }

    /// Both must be free in this slot, and the meeting in none.
    pub(super) fn put(&mut self, meeting: usize, slot: u32) {
        for person in self.ends[meeting] {
            let day = &mut self.days[person];
            let place = day.partition_point(|(other, _)| *other < slot);
            day.insert(place, (slot, meeting));
        }
        self.slots[meeting] = Some(slot);
        self.members.entry(slot).or_default().insert(meeting);
    }

    pub(super) fn take(&mut self, meeting: usize) {
        let Some(slot) = self.slots[meeting].take() else { return };
        for person in self.ends[meeting] {
            self.days[person].retain(|(_, other)| *other != meeting);
        }
        if let Some(members) = self.members.get_mut(&slot) {
            members.remove(&meeting);
            if members.is_empty() {
                self.members.remove(&slot);
            }
        }
    }

    /// The meetings on the path of two slots that begins with somebody who has a meeting in the first and none in the
    /// second.
    pub(super) fn chain(&self, mut person: usize, [mut slot, mut next]: [u32; 2]) -> Vec<usize> {
        let mut chain = Vec::new();
        while let Some(meeting) = self.at(person, slot) {
            chain.push(meeting);
            let [retailer, producer] = self.ends[meeting];
            person = if person == retailer { producer } else { retailer };
            (slot, next) = (next, slot);
        }
        chain
    }

    /// The paths with one meeting more in the first slot than in the second. There are at least as many of them as the
    /// first has more meetings: no other path or circle has more in the first.
    pub(super) fn surplus_chains(&self, slots: [u32; 2]) -> impl Iterator<Item = Vec<usize>> {
        let begins = self.members.get(&slots[0]).into_iter().flatten();
        let begins = begins.flat_map(|meeting| self.ends[*meeting].map(|person| (*meeting, person)));
        begins.filter(move |(_, person)| self.is_free(*person, slots[1])).filter_map(
            move |(first, person)| {
                let chain = self.chain(person, slots);
                let last = *chain.last()?;
                // Each is met from both ends.
                let is_new = first < last || (first == last && person == self.ends[first][0]);
                (chain.len() % 2 == 1 && is_new).then_some(chain)
            },
        )
    }

    /// Lets the meetings of a chain change slots. Twice is as if never.
    pub(super) fn swap(&mut self, chain: &[usize], [one, other]: [u32; 2]) {
        let before: Vec<Option<u32>> = chain.iter().map(|meeting| self.slots[*meeting]).collect();
        for meeting in chain {
            self.take(*meeting);
        }
        for (meeting, slot) in chain.iter().zip(before) {
            self.put(*meeting, if slot == Some(one) { other } else { one });
        }
    }
}

/// Each number once, in order.
fn numbers(numbers: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut numbers: Vec<u32> = numbers.collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}
