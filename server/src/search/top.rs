//! The first results of an order, kept while walking all of them.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use tantivy::DocId;

use super::cursor::{Order, Place};
use super::segment::Segment;

/// A document with what decides where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate<'a> {
    pub(super) rank: u64,
    name: &'a [u8],
    key: u128,
    pub(super) segment: usize,
    pub(super) doc: DocId,
}

impl<'a> Candidate<'a> {
    /// A candidate with its rank in an order.
    pub(super) fn new(order: Order, rank: u64, segment: &'a Segment, number: usize, doc: DocId) -> Self {
        let name = match order {
            Order::Stars | Order::Name => segment.sort_keys.run(doc as usize),
            Order::Relevance | Order::Newest => &[],
        };
        Self { rank, name, key: segment.keys[doc as usize], segment: number, doc }
    }

    pub(super) fn place(&self) -> Place {
        Place { rank: self.rank, name: self.name.to_vec(), key: self.key }
    }

    pub(super) fn comes_after(&self, place: &Place) -> bool {
        let order =
            place.rank.cmp(&self.rank).then(self.name.cmp(&place.name)).then(self.key.cmp(&place.key));
        order == Ordering::Greater
    }
}

/// The rank of a document in an order, if it does not depend on the text.
pub(super) fn rank(order: Order, segment: &Segment, doc: DocId) -> u64 {
    match order {
        Order::Relevance | Order::Stars => segment.heads[doc as usize].packed.stars() as u64,
        Order::Name => 0,
        Order::Newest => segment.added_at_ms[doc as usize].cast_unsigned() ^ (1 << 63),
    }
}

/// The rank of a score; of equal ones the higher star comes first.
pub(super) const fn relevance(score: u32, stars: usize) -> u64 {
    (score as u64) << 8 | stars as u64
}

/// What comes later is greater.
impl Ord for Candidate<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        // Orders without names have none; comparing empty slices at addresses of nothing is slow on some processors.
        let name = if self.name.is_empty() { Ordering::Equal } else { self.name.cmp(other.name) };
        other.rank.cmp(&self.rank).then(name).then_with(|| self.key.cmp(&other.key))
    }
}

impl PartialOrd for Candidate<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Candidate<'_> {}

/// The first `size` candidates after a place.
pub(super) struct Top<'a> {
    size: usize,
    after: Option<&'a Place>,
    heap: BinaryHeap<Candidate<'a>>,
}

impl<'a> Top<'a> {
    pub(super) fn new(size: usize, after: Option<&'a Place>) -> Self {
        Self { size, after, heap: BinaryHeap::with_capacity(size + 1) }
    }

    /// What ranks below this cannot get in any more.
    pub(super) fn floor(&self) -> u64 {
        if self.heap.len() < self.size { 0 } else { self.heap.peek().map_or(u64::MAX, |last| last.rank) }
    }

    /// Whether a candidate of at most this rank and with this key may still get in, in an order without names.
    pub(super) fn admits(&self, rank: u64, key: u128) -> bool {
        self.heap.len() < self.size
            || self.heap.peek().is_some_and(|last| rank > last.rank || rank == last.rank && key < last.key)
    }

    pub(super) fn offer(&mut self, candidate: Candidate<'a>) {
        if self.after.is_some_and(|place| !candidate.comes_after(place)) {
            return;
        }
        if self.heap.len() < self.size {
            self.heap.push(candidate);
        } else if let Some(mut last) = self.heap.peek_mut()
            && candidate < *last
        {
            *last = candidate;
        }
    }

    /// The candidates in order.
    pub(super) fn into_ordered(self) -> Vec<Candidate<'a>> {
        self.heap.into_sorted_vec()
    }
}
