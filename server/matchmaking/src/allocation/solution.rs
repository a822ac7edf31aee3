//! How a round is solved, and what is then known of it.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};

use super::certificate::Prices;
use super::gains::{self, FullCap};
use super::instance::{Candidate, Fate, Instance};
use super::network;
use super::simplex::Simplex;
use super::unserved::{self, Unserved};

/// The plan of a round, and what can be asked about it.
#[derive(Debug)]
pub struct Solution<'a> {
    instance: &'a Instance,
    simplex: Simplex,
    /// The arc of each edge that can carry something.
    arc_of: Vec<Option<usize>>,
}

/// The plan with the greatest total score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The total score of the pairs.
    pub objective: u64,
    /// No plan of the round has a greater total score. Reckoned from the round and from prices of its caps, not from the
    /// plan: that it equals the objective is the proof.
    pub bound: u64,
    /// What is planned, in order of need, then product.
    pub pairs: Vec<PlannedPair>,
}

/// A pair of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedPair {
    /// The id of the need.
    pub need: String,
    /// The id of the product.
    pub product: String,
    /// What it adds to the total.
    pub score: u32,
    /// Whether staff pinned it.
    pub is_pinned: bool,
}

/// Finds the plan with the greatest total score.
pub fn solve(instance: &Instance) -> Solution<'_> {
    let mut solution = Solution::begin(instance);
    // Only a watch breaks off.
    let _ = solution.simplex.run(&mut |_| ControlFlow::Continue(()));
    solution
}

/// The same, telling now and then which share of the gap between plan and bound is closed, from 0 to 1 and never less
/// than before. `None` when it was cancelled.
pub fn solve_watched<'a>(
    instance: &'a Instance,
    mut progress: impl FnMut(f64),
    cancelled: &AtomicBool,
) -> Option<Solution<'a>> {
    let mut solution = Solution::begin(instance);
    let Solution { simplex, arc_of, .. } = &mut solution;
    let gap = |simplex: &Simplex| {
        let bound = Prices::of(instance, &simplex.potential).bound(instance);
        bound.saturating_sub(score(planned(instance, simplex, arc_of))) as f64
    };
    let is_cancelled = || cancelled.load(Ordering::Relaxed);
    let (whole, mut closed) = (gap(simplex).max(1.0), 0.0);
    let mut watch = |simplex: &Simplex| {
        if is_cancelled() {
            return ControlFlow::Break(());
        }
        closed = f64::max(closed, 1.0 - gap(simplex) / whole);
        progress(closed);
        ControlFlow::Continue(())
    };
    if is_cancelled() || simplex.run(&mut watch).is_break() {
        return None;
    }
    progress(1.0);
    Some(solution)
}

impl<'a> Solution<'a> {
    fn begin(instance: &'a Instance) -> Solution<'a> {
        let (simplex, arc_of) = network::build(instance);
        Solution { instance, simplex, arc_of }
    }

    /// The pairs and the proof.
    pub fn plan(&self) -> Plan {
        let pair = |edge: &Candidate| PlannedPair {
            need: self.instance.needs[edge.need].id.clone(),
            product: self.instance.products[edge.product].id.clone(),
            score: edge.score,
            is_pinned: edge.fate == Fate::Pinned,
        };
        Plan {
            objective: score(self.planned()),
            bound: Prices::of(self.instance, &self.simplex.potential).bound(self.instance),
            pairs: self.planned().map(pair).collect(),
        }
    }

    /// The caps that are reached, with what one more place under each would gain: needs, then products, then producers,
    /// each in order of id. Takes about as long as solving, in rounds with few and large producers longer.
    pub fn full_caps(&self) -> Vec<FullCap> {
        gains::of_full_caps(self.instance, &self.simplex, &self.taken())
    }

    /// The needs that get nothing, in order of id.
    pub fn unserved(&self) -> Vec<Unserved> {
        unserved::find(self.instance, &self.taken())
    }

    fn planned(&self) -> impl Iterator<Item = &'a Candidate> {
        planned(self.instance, &self.simplex, &self.arc_of)
    }

    fn taken(&self) -> Taken {
        let Instance { needs, products, producers, makers, .. } = self.instance;
        let mut taken = Taken {
            needs: vec![0; needs.len()],
            products: vec![0; products.len()],
            producers: vec![0; producers.len()],
        };
        for edge in self.planned() {
            taken.needs[edge.need] += 1;
            taken.products[edge.product] += 1;
            taken.producers[makers[edge.product]] += 1;
        }
        taken
    }
}

/// How many pairs each has.
pub(super) struct Taken {
    pub(super) needs: Vec<u32>,
    pub(super) products: Vec<u32>,
    pub(super) producers: Vec<u32>,
}

/// The edges of the plan, in order.
fn planned<'i>(
    instance: &'i Instance,
    simplex: &Simplex,
    arc_of: &[Option<usize>],
) -> impl Iterator<Item = &'i Candidate> {
    let is_planned = |edge: &Candidate, arc: Option<usize>| {
        edge.fate == Fate::Pinned || arc.is_some_and(|arc| simplex.flow[arc] > 0)
    };
    let edges = instance.edges.iter().zip(arc_of);
    edges.filter(move |(edge, arc)| is_planned(edge, **arc)).map(|(edge, _)| edge)
}

fn score<'i>(edges: impl Iterator<Item = &'i Candidate>) -> u64 {
    edges.map(|edge| u64::from(edge.score)).sum()
}
