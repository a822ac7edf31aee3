//! What a round may plan: for each of many needs the products that pass its gates, with their scores.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use matchmaking::{
    pair::{self, Pair},
    scoring::Weights,
    supply::Supply,
};
use shared::{AdminUnitId, GateState, NeedId, OrganisationId, ProductId};

use super::market::Market;

/// Which products a round weighs, and how.
#[derive(Debug)]
pub(crate) struct Weighing {
    /// Products of these groups, all of them named; nothing asks for all.
    pub(crate) groups: Option<HashSet<String>>,
    /// Products from these provinces of today; nothing asks for all.
    pub(crate) provinces: Option<HashSet<AdminUnitId>>,
    /// Products of these producers; nothing asks for all.
    pub(crate) producers: Option<HashSet<OrganisationId>>,
    /// The fewest stars that certainly hold.
    pub(crate) min_stars: Option<u8>,
    pub(crate) weights: Weights,
    /// Products of a need at most, the best of them, beside those that are pinned to it.
    pub(crate) most: usize,
    /// Pairs that are weighed whatever they miss.
    pub(crate) pinned: HashMap<NeedId, Vec<ProductId>>,
    /// Pairs that are not weighed again.
    pub(crate) introduced: HashSet<(NeedId, ProductId)>,
    pub(crate) today: NaiveDate,
}

/// A product as it was weighed for a need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Weighed {
    pub(crate) product: ProductId,
    pub(crate) producer: OrganisationId,
    /// 0 to 10,000.
    pub(crate) score: u32,
    /// Gates that are not met, or not known.
    pub(crate) not_met: usize,
    pub(crate) unknown: usize,
    /// Whether nobody has accepted an introduction of its producer yet.
    pub(crate) is_newcomer: bool,
}

/// What was weighed for a need.
#[derive(Debug)]
pub(crate) enum NeedWeighed {
    /// Nobody may answer it any more.
    NotOpen,
    /// The best first.
    Open {
        candidates: Vec<Weighed>,
        /// Products that pass and are too many.
        left_out: usize,
        /// Products that pass and are introduced to it already.
        introduced: usize,
    },
}

impl Weighing {
    /// Whether a product is taken in. Only producers whom staff have verified take part: nobody else could answer.
    fn takes_in(&self, supply: &Supply) -> bool {
        let has_stars = |least: u8| supply.star.is_some_and(|star| star.is_certain && star.stars >= least);
        let is_from = |provinces: &HashSet<AdminUnitId>| {
            supply.province.as_deref().is_some_and(|province| provinces.contains(province))
        };
        supply.is_verified
            && self.groups.as_ref().is_none_or(|groups| groups.contains(&*supply.group))
            && self.provinces.as_ref().is_none_or(is_from)
            && self.producers.as_ref().is_none_or(|producers| producers.contains(&supply.producer))
            && self.min_stars.is_none_or(has_stars)
    }
}

impl Market {
    /// Weighs the products for a need.
    pub(crate) fn weigh(&self, need: NeedId, how: &Weighing) -> NeedWeighed {
        let Some(wanted) = self.wanted(need).filter(|wanted| wanted.is_open(how.today)) else {
            return NeedWeighed::NotOpen;
        };
        let demand = &wanted.demand;
        let gates = demand.gates();
        let judged = |supply: &Supply| {
            let pair = self.judge_by(&how.weights, demand, &gates, supply, how.today);
            self.weighed(supply, &pair)
        };
        let taken_in = self.supplies().iter().filter(|supply| how.takes_in(supply));
        let passing = taken_in.filter(|supply| pair::is_candidate(demand, supply));
        let mut candidates: Vec<Weighed> =
            passing.map(judged).filter(|weighed| weighed.not_met == 0).collect();
        let all = candidates.len();
        candidates.retain(|weighed| !how.introduced.contains(&(need, weighed.product)));
        let introduced = all - candidates.len();
        candidates.sort_unstable_by_key(|weighed| (std::cmp::Reverse(weighed.score), weighed.product));
        let left_out = candidates.len().saturating_sub(how.most);
        candidates.truncate(how.most);
        let pinned = how.pinned.get(&need).into_iter().flatten();
        let pinned = pinned.filter(|product| !how.introduced.contains(&(need, **product)));
        for supply in pinned.filter_map(|product| self.supply(*product)).filter(|supply| supply.is_verified) {
            if candidates.iter().all(|weighed| weighed.product != supply.id) {
                candidates.push(judged(supply));
            }
        }
        NeedWeighed::Open { candidates, left_out, introduced }
    }

    fn weighed(&self, supply: &Supply, pair: &Pair) -> Weighed {
        Weighed {
            product: supply.id,
            producer: supply.producer,
            score: pair.score,
            not_met: pair.count(GateState::NotMet),
            unknown: pair.count(GateState::Unknown),
            is_newcomer: self.meetings.accepted(supply.producer) == 0,
        }
    }
}
