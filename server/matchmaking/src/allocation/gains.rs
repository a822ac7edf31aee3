//! What one more place under a cap would gain: the most that a way of flow through that place would earn.
//!
//! For a need it is a way from it to the root, for a producer one from the root to it: a single search finds all of
//! either kind. For a product it is a way from its producer round to it. Where that may lead over the root, both halves
//! are known already; else it takes a search of its own, which what is known of the root keeps short.

use super::instance::{Capped, Instance};
use super::network::Nodes;
use super::problem::{Item, ItemKind};
use super::residual::{Direction, Residual, Search};
use super::simplex::Simplex;
use super::solution::Taken;

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

/// The caps that are reached, with what one more place would gain.
pub(super) fn of_full_caps(instance: &Instance, simplex: &Simplex, taken: &Taken) -> Vec<FullCap> {
    let mut ways = Ways::find(instance, simplex);
    let mut full = Vec::new();
    for (place, need) in reached(&instance.needs, &taken.needs) {
        let cost = ways.to_root[ways.nodes.need(place)];
        full.push(FullCap::of(ItemKind::Need, need, cost));
    }
    for (place, product) in reached(&instance.products, &taken.products) {
        let maker = instance.makers[place];
        let has_room = taken.producers[maker] < instance.producers[maker].cap;
        let (product_node, producer_node) = (ways.nodes.product(place), ways.nodes.producer(maker));
        let cost = if has_room {
            ways.from_root[product_node]
        } else {
            Some(ways.round(producer_node, product_node))
        };
        full.push(FullCap::of(ItemKind::Product, product, cost));
    }
    for (place, producer) in reached(&instance.producers, &taken.producers) {
        let cost = ways.from_root[ways.nodes.producer(place)];
        full.push(FullCap::of(ItemKind::Producer, producer, cost));
    }
    full
}

fn reached<'a>(items: &'a [Capped], taken: &'a [u32]) -> impl Iterator<Item = (usize, &'a Capped)> {
    items.iter().enumerate().filter(|(place, item)| taken[*place] == item.cap)
}

impl FullCap {
    /// A way that costs something would not be taken.
    fn of(kind: ItemKind, item: &Capped, cost: Option<i64>) -> FullCap {
        let gain = cost.and_then(|cost| u32::try_from(-cost).ok()).unwrap_or(0);
        FullCap { item: Item { kind, id: item.id.clone() }, cap: item.cap, gain }
    }
}

/// What ways through the remaining room cost.
struct Ways<'a> {
    nodes: Nodes,
    potential: &'a [i64],
    residual: Residual<'a>,
    /// From each node to the root.
    to_root: Vec<Option<i64>>,
    /// From the root to each node.
    from_root: Vec<Option<i64>>,
}

impl<'a> Ways<'a> {
    fn find(instance: &Instance, simplex: &'a Simplex) -> Ways<'a> {
        let (nodes, potential) = (Nodes::of(instance), simplex.potential.as_slice());
        let mut residual = Residual::of(simplex);
        let mut all = |direction, estimate: &dyn Fn(usize) -> i64| -> Vec<Option<i64>> {
            let (start, below) = (nodes.root(), i64::MAX);
            residual.search(&Search { start, direction, estimate, below, beyond: None, target: None });
            (0..potential.len()).map(|node| residual.distance(node)).collect()
        };
        let to_root = all(Direction::Backward, &|node| potential[node]);
        let from_root = all(Direction::Onward, &|node| -potential[node]);
        Ways { nodes, potential, residual, to_root, from_root }
    }

    /// From a full producer round to one of its products; 0 if no way costs less.
    fn round(&mut self, producer: usize, product: usize) -> i64 {
        let Ways { nodes, potential, to_root, from_root, .. } = self;
        let over_root = to_root[producer].zip(from_root[product]).map_or(0, |(to, from)| to + from);
        let estimate = |node: usize| {
            let by_potential = potential[product] - potential[node];
            let from_root = from_root[product].zip(from_root[node]).map(|(far, near)| far - near);
            let to_root = to_root[node].zip(to_root[product]).map(|(far, near)| far - near);
            by_potential.max(from_root.unwrap_or(by_potential)).max(to_root.unwrap_or(by_potential))
        };
        let search = Search {
            start: producer,
            direction: Direction::Onward,
            estimate: &estimate,
            below: over_root.min(0),
            beyond: Some(nodes.root()),
            target: Some(product),
        };
        self.residual.search(&search);
        self.residual.distance(product).unwrap_or(search.below)
    }
}
