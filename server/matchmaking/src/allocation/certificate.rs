//! Why no plan can have a greater total score: prices of the caps.
//!
//! Let a place with a need, a product and a producer have a price each, of 0 or more. A pair with score `s` takes one
//! place of each, so what it gains beyond their prices is `s` less the three. A plan gains at most the prices of all
//! places there are, and for each pair what it gains beyond them. That holds for any prices; with those of the cheapest
//! flow nothing is left between this bound and the plan.

use super::draft::MAX_SCORE;
use super::instance::{Capped, Fate, Instance};
use super::network::Nodes;

/// What a place with each need, product and producer costs.
#[derive(Clone, Debug)]
pub(super) struct Prices {
    pub(super) needs: Vec<u32>,
    pub(super) products: Vec<u32>,
    pub(super) producers: Vec<u32>,
}

impl Prices {
    /// The prices that the potentials of a network amount to.
    pub(super) fn of(instance: &Instance, potential: &[i64]) -> Prices {
        let nodes = Nodes::of(instance);
        // More than the greatest score never helps.
        let price = |price: i64| price.clamp(0, MAX_SCORE) as u32;
        let at_producer = |place: usize| potential[nodes.producer(place)];
        let product =
            |(place, maker): (usize, &usize)| price(at_producer(*maker) - potential[nodes.product(place)]);
        Prices {
            needs: (0..instance.needs.len()).map(|place| price(potential[nodes.need(place)])).collect(),
            products: instance.makers.iter().enumerate().map(product).collect(),
            producers: (0..instance.producers.len()).map(|place| price(-at_producer(place))).collect(),
        }
    }

    /// No plan of the round has a greater total score than this, whatever the prices are.
    pub(super) fn bound(&self, instance: &Instance) -> u64 {
        let mut pinned = 0;
        let mut beyond = 0;
        let mut free = Degrees::none(instance);
        for edge in &instance.edges {
            let maker = instance.makers[edge.product];
            match edge.fate {
                Fate::Pinned => pinned += u64::from(edge.score),
                Fate::Forbidden => {}
                Fate::Free => {
                    let price = self.needs[edge.need] + self.products[edge.product] + self.producers[maker];
                    beyond += u64::from(edge.score.saturating_sub(price));
                    free.needs[edge.need] += 1;
                    free.products[edge.product] += 1;
                    free.producers[maker] += 1;
                }
            }
        }
        pinned
            + beyond
            + total(&self.needs, &instance.needs, &free.needs)
            + total(&self.products, &instance.products, &free.products)
            + total(&self.producers, &instance.producers, &free.producers)
    }
}

/// How many free edges each has: no plan takes more places than these.
struct Degrees {
    needs: Vec<u32>,
    products: Vec<u32>,
    producers: Vec<u32>,
}

impl Degrees {
    fn none(instance: &Instance) -> Degrees {
        Degrees {
            needs: vec![0; instance.needs.len()],
            products: vec![0; instance.products.len()],
            producers: vec![0; instance.producers.len()],
        }
    }
}

fn total(prices: &[u32], items: &[Capped], degrees: &[u32]) -> u64 {
    let places = items.iter().zip(degrees).map(|(item, degree)| item.room().min(*degree));
    prices.iter().zip(places).map(|(price, places)| u64::from(*price) * u64::from(places)).sum()
}
