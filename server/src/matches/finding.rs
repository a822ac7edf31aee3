//! Finding the matches of a need or of a product, and saying why.

use chrono::NaiveDate;
use matchmaking::{
    demand::{Demand, Gate},
    pair::{self, Pair, Place},
    said::{self, Said},
    supply::Supply,
};
use serde::{Deserialize, Serialize};
use shared::{GateKind, GateState, MatchChoice, Mend, NeedId, ProductId, ScorePartKind};

use super::market::{Market, Wanted};

/// Which pairs of a list, and how many.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<Id> {
    pub(super) choice: MatchChoice,
    pub(super) after: Option<Mark<Id>>,
    pub(super) rows: usize,
    pub(super) today: NaiveDate,
}

/// The place of a pair in a list, as a cursor holds it.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Mark<Id>(pub(super) usize, pub(super) u32, pub(super) Id);

impl<Id: Copy> From<Place<Id>> for Mark<Id> {
    fn from(place: Place<Id>) -> Self {
        Self(place.missed, place.score.0, place.id)
    }
}

impl<Id> From<Mark<Id>> for Place<Id> {
    fn from(Mark(missed, score, id): Mark<Id>) -> Self {
        Self { missed, score: std::cmp::Reverse(score), id }
    }
}

/// Some pairs of a list, with their places, and how many the list has.
#[derive(Debug, Default)]
pub(super) struct Found<Id> {
    pub(super) rows: Vec<(Mark<Id>, Explained)>,
    pub(super) total: usize,
}

/// A pair with the reasons.
#[derive(Clone, Debug)]
pub(super) struct Explained {
    pub(super) need: NeedId,
    pub(super) product: ProductId,
    /// 0 to 10,000.
    pub(super) score: u32,
    pub(super) gates: Vec<GateSaid>,
    pub(super) parts: Vec<PartSaid>,
}

/// A gate with its reasons.
#[derive(Clone, Debug)]
pub(super) struct GateSaid {
    pub(super) kind: GateKind,
    pub(super) state: GateState,
    pub(super) requirement: Option<String>,
    pub(super) says: Said,
    pub(super) mends: Option<Said>,
    pub(super) mend: Option<Mend>,
    pub(super) as_of: Option<NaiveDate>,
}

/// A part of a score with its reason.
#[derive(Clone, Debug)]
pub(super) struct PartSaid {
    pub(super) kind: ScorePartKind,
    /// 0 to 10,000.
    pub(super) value: u32,
    pub(super) weight: u16,
    pub(super) says: Said,
}

impl Explained {
    /// How many gates are in a state.
    pub(super) fn count(&self, state: GateState) -> usize {
        self.gates.iter().filter(|gate| gate.state == state).count()
    }
}

impl Market {
    /// Products for a need, the best first. A need that is closed has none.
    pub(super) fn products_for(&self, need: NeedId, asked: &Asked<ProductId>) -> Found<ProductId> {
        let Some(wanted) = self.wanted(need) else { return Found { rows: Vec::new(), total: 0 } };
        let demand = &wanted.demand;
        let gates = demand.gates();
        let pairs = self.pairs_of(demand, &gates, asked.today);
        let chosen = pairs.filter(|(_, pair)| pair.is_among(asked.choice));
        let places = chosen.map(|(supply, pair)| pair.place(supply.id)).collect();
        let (page, total) = pair::page(places, asked.after.map(Place::from), asked.rows);
        let explained = page.into_iter().filter_map(|place| {
            Some((place.into(), self.explained(demand, &gates, self.supply(place.id)?, asked.today)))
        });
        Found { rows: explained.collect(), total }
    }

    /// Needs for a product, the best first, of those that may be read.
    pub(super) fn needs_for(
        &self,
        product: ProductId,
        may_read: impl Fn(&Wanted) -> bool,
        asked: &Asked<NeedId>,
    ) -> Found<NeedId> {
        let Some(supply) = self.supply(product) else { return Found { rows: Vec::new(), total: 0 } };
        let open = self.all_wanted().filter(|wanted| wanted.is_open(asked.today) && may_read(wanted));
        let candidates = open.filter(|wanted| pair::is_candidate(&wanted.demand, supply));
        let pairs = candidates.map(|wanted| {
            let demand = &wanted.demand;
            (demand.id, self.judge(demand, &demand.gates(), supply, asked.today))
        });
        let chosen = pairs.filter(|(_, pair)| pair.is_among(asked.choice));
        let places = chosen.map(|(need, pair)| pair.place(need)).collect();
        let (page, total) = pair::page(places, asked.after.map(Place::from), asked.rows);
        let explained = page.into_iter().filter_map(|place| {
            let demand = &self.wanted(place.id)?.demand;
            Some((place.into(), self.explained(demand, &demand.gates(), supply, asked.today)))
        });
        Found { rows: explained.collect(), total }
    }

    /// One pair, whatever it misses; nothing where the need is closed or the product not published.
    pub(super) fn pair(&self, need: NeedId, product: ProductId, today: NaiveDate) -> Option<Explained> {
        let (demand, supply) = (&self.wanted(need)?.demand, self.supply(product)?);
        Some(self.explained(demand, &demand.gates(), supply, today))
    }

    pub(super) fn explained(
        &self,
        demand: &Demand,
        gates: &[Gate<'_>],
        supply: &Supply,
        today: NaiveDate,
    ) -> Explained {
        let pair: Pair = self.judge(demand, gates, supply, today);
        let standing = self.meetings.standing(supply.producer, demand.retailer);
        let gates = gates.iter().zip(&pair.verdicts).map(|(gate, verdict)| GateSaid {
            kind: gate.kind(),
            state: verdict.state,
            requirement: gate.requirement().map(str::to_owned),
            says: gate.says(demand, verdict),
            mends: gate.mends(verdict),
            mend: gate.mend().filter(|_| verdict.state != GateState::Met),
            as_of: gate.fact().and_then(|fact| supply.as_of(fact)),
        });
        let parts = ScorePartKind::ALL.iter().zip(pair.parts).map(|(kind, value)| PartSaid {
            kind: *kind,
            value,
            weight: self.weights.of(*kind),
            says: said::part(*kind, &pair.parts, demand, supply, standing),
        });
        Explained {
            need: demand.id,
            product: supply.id,
            score: pair.score,
            gates: gates.collect(),
            parts: parts.collect(),
        }
    }
}
