//! What one more place under a cap would gain: the most that a way of flow through that place would earn.
//!
//! For a need it is a way from it to the root, for a producer one from the root to it: a single search finds all of
//! either kind. For a product it is a way from its producer round to it, and that takes a search for each producer;
//! but only for one that is full too, since any other can be reached by way of the root.

use super::instance::{Capped, Instance};
use super::network::Nodes;
use super::plan::FullCap;
use super::problem::{Item, ItemKind};
use super::residual::{Direction, Residual};
use super::simplex::Simplex;
use super::unserved::Taken;

/// The caps that are reached, with what one more place would gain.
pub(super) fn of_full_caps(instance: &Instance, simplex: &Simplex, taken: &Taken) -> Vec<FullCap> {
    let gains = Gains { instance, nodes: Nodes::of(instance), potential: &simplex.potential };
    let mut residual = Residual::of(simplex);
    let mut full = Vec::new();

    residual.search(gains.nodes.root(), Direction::Backward, i64::MAX, None);
    for (place, need) in reached(&instance.needs, &taken.needs) {
        full.push(FullCap::of(ItemKind::Need, need, gains.of_need(place, &residual)));
    }
    residual.search(gains.nodes.root(), Direction::Onward, i64::MAX, None);
    let from_root: Vec<Option<i64>> = (0..=gains.nodes.root()).map(|node| residual.distance(node)).collect();
    let of_products = gains.of_products(&mut residual, &from_root, taken);
    for (place, product) in reached(&instance.products, &taken.products) {
        full.push(FullCap::of(ItemKind::Product, product, of_products[place]));
    }
    for (place, producer) in reached(&instance.producers, &taken.producers) {
        full.push(FullCap::of(ItemKind::Producer, producer, gains.of_producer(place, &from_root)));
    }
    full
}

impl FullCap {
    fn of(kind: ItemKind, item: &Capped, gain: i64) -> FullCap {
        FullCap {
            item: Item { kind, id: item.id.clone() },
            cap: item.cap,
            gain: u32::try_from(gain).unwrap_or(0),
        }
    }
}

fn reached<'a>(items: &'a [Capped], taken: &'a [u32]) -> impl Iterator<Item = (usize, &'a Capped)> {
    items.iter().enumerate().filter(|(place, item)| taken[*place] == item.cap)
}

/// A gain below 0 means that the place would stay free.
struct Gains<'a> {
    instance: &'a Instance,
    nodes: Nodes,
    potential: &'a [i64],
}

impl Gains<'_> {
    fn of_need(&self, place: usize, to_root: &Residual<'_>) -> i64 {
        let need = self.nodes.need(place);
        to_root.distance(need).map_or(0, |distance| self.potential[need] - distance)
    }

    fn of_producer(&self, place: usize, from_root: &[Option<i64>]) -> i64 {
        let producer = self.nodes.producer(place);
        from_root[producer].map_or(0, |distance| -self.potential[producer] - distance)
    }

    fn of_products(&self, residual: &mut Residual<'_>, from_root: &[Option<i64>], taken: &Taken) -> Vec<i64> {
        let mut gains = vec![0; self.instance.products.len()];
        let mut of_full_producers = vec![Vec::new(); self.instance.producers.len()];
        for (place, _) in reached(&self.instance.products, &taken.products) {
            let maker = self.instance.makers[place];
            let (product, producer) = (self.nodes.product(place), self.nodes.producer(maker));
            if taken.producers[maker] < self.instance.producers[maker].cap {
                gains[place] = from_root[product].map_or(0, |distance| -self.potential[product] - distance);
            } else if self.potential[producer] > self.potential[product] {
                of_full_producers[maker].push(place);
            }
        }
        for (maker, places) in of_full_producers.iter().enumerate() {
            let producer = self.nodes.producer(maker);
            let price = |place: &usize| self.potential[producer] - self.potential[self.nodes.product(*place)];
            let Some(dearest) = places.iter().map(price).max() else { continue };
            residual.search(producer, Direction::Onward, dearest, Some(self.nodes.root()));
            let to_root = residual.distance(self.nodes.root());
            for place in places {
                let product = self.nodes.product(*place);
                let by_root = to_root.zip(from_root[product]).map(|(to, from)| to + from);
                let nearest = by_root.into_iter().chain(residual.distance(product)).min();
                gains[*place] = nearest.map_or(0, |distance| price(place) - distance);
            }
        }
        gains
    }
}
