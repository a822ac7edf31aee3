//! All products and needs in memory, as the rules of matching see them.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use matchmaking::{
    demand::{Demand, Gate},
    gates::Circumstances,
    pair::{self, Pair},
    scoring::Weights,
    supply::Supply,
};
use shared::{NeedId, NeedStatus, NeedVisibility, OrganisationId, ProductId};

use super::meetings::Meetings;

/// A need that is not closed.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    pub(super) demand: Demand,
    pub(super) status: NeedStatus,
    pub(super) visibility: NeedVisibility,
}

impl Wanted {
    /// Whether producers may answer it.
    pub(super) fn is_open(&self, today: NaiveDate) -> bool {
        let is_past = self.demand.deadline.is_some_and(|day| day < today);
        self.status == NeedStatus::Open && !is_past
    }
}

/// Products and needs.
#[derive(Debug, Default)]
pub(crate) struct Market {
    supplies: Vec<Supply>,
    at: HashMap<ProductId, usize>,
    wanted: BTreeMap<NeedId, Wanted>,
    pub(super) meetings: Meetings,
    pub(super) weights: Weights,
}

impl Market {
    /// Puts products in the place of those with the same ids, and takes out those of the ids that are not among them.
    pub(super) fn put_supplies(&mut self, ids: &[ProductId], supplies: Vec<Supply>) {
        for id in ids {
            self.remove_supply(*id);
        }
        for supply in supplies {
            self.at.insert(supply.id, self.supplies.len());
            self.supplies.push(supply);
        }
    }

    fn remove_supply(&mut self, id: ProductId) {
        let Some(at) = self.at.remove(&id) else { return };
        self.supplies.swap_remove(at);
        if let Some(moved) = self.supplies.get(at) {
            self.at.insert(moved.id, at);
        }
    }

    /// Puts needs in the place of those with the same ids, and takes out those of the ids that are not among them.
    pub(super) fn put_wanted(&mut self, ids: &[NeedId], wanted: Vec<Wanted>) {
        for id in ids {
            self.wanted.remove(id);
        }
        self.wanted.extend(wanted.into_iter().map(|wanted| (wanted.demand.id, wanted)));
    }

    /// Makes room for so many products.
    pub(super) fn reserve(&mut self, products: usize) {
        self.supplies.reserve_exact(products);
        self.at.reserve(products);
    }

    /// All products.
    pub(super) fn supplies(&self) -> &[Supply] {
        &self.supplies
    }

    /// A product.
    pub(super) fn supply(&self, id: ProductId) -> Option<&Supply> {
        self.supplies.get(*self.at.get(&id)?)
    }

    /// All needs that are not closed.
    pub(super) fn all_wanted(&self) -> impl Iterator<Item = &Wanted> {
        self.wanted.values()
    }

    /// A need that is not closed.
    pub(super) fn wanted(&self, id: NeedId) -> Option<&Wanted> {
        self.wanted.get(&id)
    }

    /// The products of a producer.
    pub(super) fn supplies_of(&self, producer: OrganisationId) -> impl Iterator<Item = &Supply> {
        self.supplies.iter().filter(move |supply| supply.producer == producer)
    }

    /// Judges a pair by the gates of its need.
    pub(super) fn judge(
        &self,
        demand: &Demand,
        gates: &[Gate<'_>],
        supply: &Supply,
        today: NaiveDate,
    ) -> Pair {
        self.judge_by(&self.weights, demand, gates, supply, today)
    }

    /// The same by other weights than those that are set.
    pub(super) fn judge_by(
        &self,
        weights: &Weights,
        demand: &Demand,
        gates: &[Gate<'_>],
        supply: &Supply,
        today: NaiveDate,
    ) -> Pair {
        let refused_on = self.meetings.refused_on(demand.id, supply.id);
        let circumstances = Circumstances { today, refused_on };
        let standing = self.meetings.standing(supply.producer, demand.retailer);
        Pair::judge(demand, gates, supply, standing, weights, &circumstances)
    }

    /// The products that may answer a need, each with its verdicts.
    pub(super) fn pairs_of<'a>(
        &'a self,
        demand: &'a Demand,
        gates: &'a [Gate<'a>],
        today: NaiveDate,
    ) -> impl Iterator<Item = (&'a Supply, Pair)> {
        let candidates = self.supplies.iter().filter(|supply| pair::is_candidate(demand, supply));
        candidates.map(move |supply| (supply, self.judge(demand, gates, supply, today)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn supply(number: u128, group: &str) -> Supply {
        let id = |number| uuid::Uuid::from_u128(number);
        Supply::new(ProductId(id(number)), OrganisationId(id(1)), group.into())
    }

    #[test]
    fn products_come_change_and_go_and_are_found_by_their_ids() {
        let mut market = Market::default();
        let id = |number| ProductId(uuid::Uuid::from_u128(number));
        market.put_supplies(&[], (1..=4).map(|number| supply(number, "I")).collect());

        market.put_supplies(&[id(1), id(3), id(9)], vec![supply(3, "II")]);

        let group = |number| market.supply(id(number)).map(|supply| supply.group.to_string());
        assert_eq!(group(1), None);
        assert_eq!([2, 3, 4].map(group), ["I", "II", "I"].map(|group| Some(group.to_owned())));
        assert_eq!(market.supplies().len(), 3);
    }
}
