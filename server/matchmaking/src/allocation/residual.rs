//! What a flow leaves room for, and the cheapest ways through it.
//!
//! Steps may cost less than nothing, but not beyond what the estimates of the rest foretell: the potentials of a cheapest
//! flow are such estimates. So the search is A* with consistent estimates, which looks at a node once.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::simplex::{Arc, Simplex};

/// Which ways a search looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// From the start to the others.
    Onward,
    /// From the others to the start.
    Backward,
}

/// What to look for.
pub(super) struct Search<'a> {
    pub(super) start: usize,
    pub(super) direction: Direction,
    /// What the rest of a way costs at least, from a node on; a step lowers it by no more than the step costs.
    pub(super) estimate: &'a dyn Fn(usize) -> i64,
    pub(super) below: i64,
    pub(super) beyond: Option<usize>,
    pub(super) target: Option<usize>,
}

/// Ways through what a flow leaves.
pub(super) struct Residual<'a> {
    simplex: &'a Simplex,
    /// The arcs at each node, one node after the other.
    incident: Vec<u32>,
    first_of: Vec<usize>,
    distance: Vec<Option<i64>>,
    reached: Vec<usize>,
    /// What a way over a node costs at least, what of it is still to come, the node. Of equal ways, that which is
    /// nearer to its end goes first.
    heap: BinaryHeap<Reverse<(i64, i64, usize)>>,
}

impl Residual<'_> {
    pub(super) fn of(simplex: &Simplex) -> Residual<'_> {
        let nodes = simplex.potential.len();
        let mut first_of = vec![0; nodes + 1];
        for Arc { from, to, .. } in &simplex.arcs {
            first_of[*from as usize + 1] += 1;
            first_of[*to as usize + 1] += 1;
        }
        for node in 0..nodes {
            first_of[node + 1] += first_of[node];
        }
        let mut next = first_of.clone();
        let mut incident = vec![0; 2 * simplex.arcs.len()];
        for (place, Arc { from, to, .. }) in simplex.arcs.iter().enumerate() {
            for end in [*from, *to] {
                incident[next[end as usize]] = place as u32;
                next[end as usize] += 1;
            }
        }
        let (distance, reached, heap) = (vec![None; nodes], Vec::new(), BinaryHeap::new());
        Residual { simplex, incident, first_of, distance, reached, heap }
    }

    /// Finds the cheapest ways from the start (or to it) that cost less than `below` altogether, none of them over
    /// `beyond`; breaks off when it has found that to the target.
    pub(super) fn search(&mut self, wanted: &Search<'_>) {
        for node in self.reached.drain(..) {
            self.distance[node] = None;
        }
        self.heap.clear();
        self.reach(wanted, wanted.start, 0);
        while let Some(Reverse((at_least, rest, node))) = self.heap.pop() {
            let distance = at_least - rest;
            let is_outdated = self.distance[node].is_some_and(|nearer| nearer < distance);
            if is_outdated || wanted.beyond == Some(node) {
                continue;
            }
            if wanted.target == Some(node) {
                return;
            }
            for place in self.first_of[node]..self.first_of[node + 1] {
                let arc = self.incident[place] as usize;
                if let Some((other, cost)) = step(self.simplex, arc, node, wanted.direction) {
                    self.reach(wanted, other, distance + cost);
                }
            }
        }
    }

    /// What the cheapest way costs that the last search found.
    pub(super) fn distance(&self, node: usize) -> Option<i64> {
        self.distance[node]
    }

    fn reach(&mut self, wanted: &Search<'_>, node: usize, distance: i64) {
        let known = self.distance[node];
        let rest = (wanted.estimate)(node);
        let at_least = distance + rest;
        if at_least < wanted.below && known.is_none_or(|known| distance < known) {
            if known.is_none() {
                self.reached.push(node);
            }
            self.distance[node] = Some(distance);
            self.heap.push(Reverse((at_least, rest, node)));
        }
    }
}

/// Where an arc at a node leads and what that costs, if there is room.
fn step(simplex: &Simplex, arc: usize, node: usize, direction: Direction) -> Option<(usize, i64)> {
    let Arc { from, to, cost, capacity } = simplex.arcs[arc];
    let starts_here = from as usize == node;
    let (other, cost, flow) = (if starts_here { to } else { from }, i64::from(cost), simplex.flow[arc]);
    if starts_here == (direction == Direction::Onward) {
        (flow < capacity).then_some((other as usize, cost))
    } else {
        (flow > 0).then_some((other as usize, -cost))
    }
}
