//! What a flow leaves room for, and the cheapest ways through it.
//!
//! With the potentials of a cheapest flow no step of a way costs less than nothing, so Dijkstra's search applies. All
//! distances here are such reduced ones.

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

/// Ways through what a flow leaves.
pub(super) struct Residual<'a> {
    simplex: &'a Simplex,
    /// The arcs at each node, one node after the other.
    incident: Vec<u32>,
    first_of: Vec<usize>,
    distance: Vec<i64>,
    reached: Vec<usize>,
    heap: BinaryHeap<Reverse<(i64, usize)>>,
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
        let (distance, reached, heap) = (vec![i64::MAX; nodes], Vec::new(), BinaryHeap::new());
        Residual { simplex, incident, first_of, distance, reached, heap }
    }

    /// Finds the nodes that are nearer to a start than `within`, on ways that do not lead over `beyond`.
    pub(super) fn search(&mut self, start: usize, direction: Direction, within: i64, beyond: Option<usize>) {
        for node in self.reached.drain(..) {
            self.distance[node] = i64::MAX;
        }
        self.reach(start, 0);
        while let Some(Reverse((distance, node))) = self.heap.pop() {
            if distance > self.distance[node] || beyond == Some(node) {
                continue;
            }
            for place in self.first_of[node]..self.first_of[node + 1] {
                let step = self.step(self.incident[place] as usize, node, direction);
                if let Some((other, cost)) = step
                    && distance + cost < within.min(self.distance[other])
                {
                    self.reach(other, distance + cost);
                }
            }
        }
    }

    /// How near the last search found a node.
    pub(super) fn distance(&self, node: usize) -> Option<i64> {
        Some(self.distance[node]).filter(|distance| *distance < i64::MAX)
    }

    fn reach(&mut self, node: usize, distance: i64) {
        if self.distance[node] == i64::MAX {
            self.reached.push(node);
        }
        self.distance[node] = distance;
        self.heap.push(Reverse((distance, node)));
    }

    /// Where an arc at a node leads and what it costs, if there is room.
    fn step(&self, arc: usize, node: usize, direction: Direction) -> Option<(usize, i64)> {
        let Arc { from, to, cost, capacity } = self.simplex.arcs[arc];
        let (from, to) = (from as usize, to as usize);
        let potential = &self.simplex.potential;
        let cost = i64::from(cost) + potential[from] - potential[to];
        let flow = self.simplex.flow[arc];
        let other = if from == node { to } else { from };
        if (from == node) == (direction == Direction::Onward) {
            (flow < capacity).then_some((other, cost))
        } else {
            (flow > 0).then_some((other, -cost))
        }
    }
}
