//! The plan of a round, and how it is found.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};

use super::certificate::Prices;
use super::gains;
use super::instance::{Candidate, Fate, Instance};
use super::network;
use super::problem::Item;
use super::simplex::Simplex;
use super::unserved::{self, Taken, Unserved};

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
    /// The caps that are reached: needs, then products, then producers, each in order of id.
    pub full: Vec<FullCap>,
    /// The needs that get nothing, in order of id.
    pub unserved: Vec<Unserved>,
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

/// A cap that is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FullCap {
    /// Whose.
    pub item: Item,
    /// The cap.
    pub cap: u32,
    /// How much greater the total score would be were this cap greater by one and all else the same. Exact, not an
    /// estimate; what several caps would gain together does not follow from it.
    pub gain: u32,
}

/// The plan with the greatest total score.
pub fn solve(instance: &Instance) -> Plan {
    let (mut simplex, arc_of) = network::build(instance);
    // Only a watch breaks off.
    let _ = simplex.run(&mut |_| ControlFlow::Continue(()));
    read(instance, &simplex, &arc_of)
}

/// The same, telling now and then which share of the gap between plan and bound is closed, from 0 to 1 and never less
/// than before. `None` when it was cancelled.
pub fn solve_watched(
    instance: &Instance,
    mut progress: impl FnMut(f64),
    cancelled: &AtomicBool,
) -> Option<Plan> {
    let (mut simplex, arc_of) = network::build(instance);
    let gap = |simplex: &Simplex| {
        let bound = Prices::of(instance, &simplex.potential).bound(instance);
        let score: u64 = planned(instance, simplex, &arc_of).map(|edge| u64::from(edge.score)).sum();
        bound.saturating_sub(score) as f64
    };
    let is_cancelled = || cancelled.load(Ordering::Relaxed);
    let (whole, mut closed) = (gap(&simplex).max(1.0), 0.0);
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
    let plan = read(instance, &simplex, &arc_of);
    progress(1.0);
    Some(plan)
}

/// The edges of the plan, in order.
fn planned<'a>(
    instance: &'a Instance,
    simplex: &'a Simplex,
    arc_of: &'a [Option<usize>],
) -> impl Iterator<Item = &'a Candidate> {
    let is_planned = |edge: &Candidate, arc: Option<usize>| {
        edge.fate == Fate::Pinned || arc.is_some_and(|arc| simplex.flow[arc] > 0)
    };
    let edges = instance.edges.iter().zip(arc_of);
    edges.filter(move |(edge, arc)| is_planned(edge, **arc)).map(|(edge, _)| edge)
}

fn read(instance: &Instance, simplex: &Simplex, arc_of: &[Option<usize>]) -> Plan {
    let mut taken = Taken {
        needs: vec![0; instance.needs.len()],
        products: vec![0; instance.products.len()],
        producers: vec![0; instance.producers.len()],
    };
    let mut pairs = Vec::new();
    for edge in planned(instance, simplex, arc_of) {
        taken.needs[edge.need] += 1;
        taken.products[edge.product] += 1;
        taken.producers[instance.makers[edge.product]] += 1;
        pairs.push(PlannedPair {
            need: instance.needs[edge.need].id.clone(),
            product: instance.products[edge.product].id.clone(),
            score: edge.score,
            is_pinned: edge.fate == Fate::Pinned,
        });
    }
    Plan {
        objective: pairs.iter().map(|pair| u64::from(pair.score)).sum(),
        bound: Prices::of(instance, &simplex.potential).bound(instance),
        pairs,
        full: gains::of_full_caps(instance, simplex, &taken),
        unserved: unserved::find(instance, &taken),
    }
}
