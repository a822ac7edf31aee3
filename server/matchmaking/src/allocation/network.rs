//! A round as a network: needs, products, producers and a root below them all.
//!
//! Node `n` has arc `n` as its outlet: what a need does not get flows straight to the root, a product's outlet leads to
//! its producer and has its cap, a producer's leads to the root and has its cap. After the outlets come the edges,
//! each for one unit, at the cost of minus its score. Pins are not in the network; they are taken off the caps.

use super::instance::{Fate, Instance};
use super::simplex::{Arc, Simplex};

/// Room without end.
const ENDLESS: u32 = u32::MAX;
/// Where a cap leaves no room the outlet stays open, for the first tree needs it so, but costs more than any pair is
/// worth: nothing ever flows there.
const PROHIBITIVE: i32 = super::draft::MAX_SCORE as i32 + 1;

/// Which node is what.
#[derive(Clone, Copy, Debug)]
pub(super) struct Nodes {
    needs: usize,
    products: usize,
    producers: usize,
}

impl Nodes {
    pub(super) fn of(instance: &Instance) -> Nodes {
        let Instance { needs, products, producers, .. } = instance;
        Nodes { needs: needs.len(), products: products.len(), producers: producers.len() }
    }

    pub(super) fn need(self, place: usize) -> usize {
        place
    }

    pub(super) fn product(self, place: usize) -> usize {
        self.needs + place
    }

    pub(super) fn producer(self, place: usize) -> usize {
        self.needs + self.products + place
    }

    /// Also how many outlets there are.
    pub(super) fn root(self) -> usize {
        self.needs + self.products + self.producers
    }
}

/// The network of a round, and the arc of each edge that can carry something.
pub(super) fn build(instance: &Instance) -> (Simplex, Vec<Option<usize>>) {
    let nodes = Nodes::of(instance);
    let outlet = |from: usize, to: usize, room: u32| {
        let (cost, capacity) = if room == 0 { (PROHIBITIVE, ENDLESS) } else { (0, room) };
        Arc { from: from as u32, to: to as u32, cost, capacity }
    };
    let mut arcs = Vec::with_capacity(nodes.root() + instance.edges.len());
    for place in 0..instance.needs.len() {
        arcs.push(outlet(nodes.need(place), nodes.root(), ENDLESS));
    }
    for (place, product) in instance.products.iter().enumerate() {
        let producer = nodes.producer(instance.makers[place]);
        arcs.push(outlet(nodes.product(place), producer, product.room()));
    }
    for (place, producer) in instance.producers.iter().enumerate() {
        arcs.push(outlet(nodes.producer(place), nodes.root(), producer.room()));
    }
    let mut arc_of = vec![None; instance.edges.len()];
    for (edge, arc) in instance.edges.iter().zip(&mut arc_of) {
        if edge.fate == Fate::Free && edge.score > 0 {
            let (from, to) = (nodes.need(edge.need) as u32, nodes.product(edge.product) as u32);
            *arc = Some(arcs.len());
            arcs.push(Arc { from, to, cost: -(edge.score as i32), capacity: 1 });
        }
    }
    let unmet = instance.needs.iter().map(|need| need.room()).collect();
    (Simplex::new(nodes.root() + 1, arcs, unmet), arc_of)
}
