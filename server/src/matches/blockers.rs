//! What keeps products from needs: one gate, or two, that are missed. For a producer that is a list of what to do next, for
//! staff what the whole city lacks; and the needs that nothing fits at all.
//!
//! Only products of producers who are here count: nobody else could answer or mend anything.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use matchmaking::{
    demand::Gate,
    pair::{ALMOST, Pair, blocker},
    said::Said,
    supply::Supply,
};
use shared::{AdminUnitId, GateKind, GateState, Mend, NeedId, OrganisationId, ProductId, limits};

use super::{
    finding::Explained,
    market::{Market, Wanted},
};

/// Pairs kept of each blocker, to look at.
const PAIRS: usize = limits::DEFAULT_ROWS;

/// Something that would open needs.
#[derive(Debug)]
pub(super) struct Opening {
    pub(super) kind: GateKind,
    pub(super) requirement: Option<String>,
    pub(super) mend: Option<Mend>,
    pub(super) says: Said,
    /// Needs that this alone keeps away from some product.
    pub(super) needs: usize,
    pub(super) products: usize,
    pub(super) pairs: Vec<Explained>,
}

/// A need that nothing fits.
#[derive(Debug)]
pub(super) struct Unmet {
    pub(super) need: NeedId,
    /// The first of its groups; nothing for one that names none.
    pub(super) group: Option<String>,
    /// Provinces it should come from.
    pub(super) provinces: Vec<AdminUnitId>,
    /// Products that almost fit.
    pub(super) almost: usize,
}

/// What has been seen of one blocker.
struct Seen<'a> {
    gate: Gate<'a>,
    needs: BTreeSet<NeedId>,
    products: BTreeSet<ProductId>,
    /// The best pairs with their scores.
    pairs: Vec<(u32, &'a Wanted, &'a Supply)>,
}

impl Market {
    /// What would open the most needs to the products of a producer.
    pub(super) fn openings(
        &self,
        producer: OrganisationId,
        may_read: impl Fn(&Wanted) -> bool,
        today: NaiveDate,
    ) -> Vec<Opening> {
        let supplies: Vec<&Supply> = self.supplies_of(producer).collect();
        self.blocking(&supplies, may_read, today)
    }

    /// What keeps the products of all producers who are here from needs about some groups, or from all.
    pub(super) fn blockers(&self, groups: &[String], today: NaiveDate) -> Vec<Opening> {
        let supplies: Vec<&Supply> = self.supplies().iter().filter(|supply| supply.is_verified).collect();
        let is_about = |wanted: &Wanted| {
            groups.is_empty() || wanted.demand.groups.iter().any(|group| groups.contains(group))
        };
        self.blocking(&supplies, is_about, today)
    }

    fn blocking<'a>(
        &'a self,
        supplies: &[&'a Supply],
        is_meant: impl Fn(&Wanted) -> bool,
        today: NaiveDate,
    ) -> Vec<Opening> {
        let mut seen: BTreeMap<(GateKind, Option<String>), Seen<'a>> = BTreeMap::new();
        let open = self.all_wanted().filter(|wanted| wanted.is_open(today) && is_meant(wanted));
        for wanted in open {
            let gates = wanted.demand.gates();
            for supply in supplies {
                if !matchmaking::pair::is_candidate(&wanted.demand, supply) {
                    continue;
                }
                let pair = self.judge(&wanted.demand, &gates, supply, today);
                let Some(gate) = only_blocker(&gates, &pair) else { continue };
                let one = seen.entry(blocker(gate)).or_insert_with(|| Seen {
                    gate: gate.clone(),
                    needs: BTreeSet::new(),
                    products: BTreeSet::new(),
                    pairs: Vec::new(),
                });
                one.needs.insert(wanted.demand.id);
                one.products.insert(supply.id);
                one.pairs.push((pair.score, wanted, supply));
            }
        }
        let mut openings: Vec<Opening> =
            seen.into_values().filter_map(|seen| self.opening(seen, today)).collect();
        openings.sort_by_key(|opening| std::cmp::Reverse((opening.needs, opening.products)));
        openings
    }

    fn opening(&self, mut seen: Seen<'_>, today: NaiveDate) -> Option<Opening> {
        // What can't be mended is no opening.
        let says = seen.gate.helps()?;
        seen.pairs
            .sort_by_key(|(score, wanted, supply)| (std::cmp::Reverse(*score), wanted.demand.id, supply.id));
        let pairs =
            seen.pairs.iter().take(PAIRS).map(|(_, wanted, supply)| {
                self.explained(&wanted.demand, &wanted.demand.gates(), supply, today)
            });
        let (kind, requirement) = blocker(&seen.gate);
        Some(Opening {
            kind,
            requirement,
            mend: seen.gate.mend(),
            says,
            needs: seen.needs.len(),
            products: seen.products.len(),
            pairs: pairs.collect(),
        })
    }

    /// Open needs that no product of a producer who is here fits.
    pub(super) fn unmet(&self, today: NaiveDate) -> Vec<Unmet> {
        let here: Vec<&Supply> = self.supplies().iter().filter(|supply| supply.is_verified).collect();
        let mut unmet = Vec::new();
        for wanted in self.all_wanted().filter(|wanted| wanted.is_open(today)) {
            let demand = &wanted.demand;
            let gates = demand.gates();
            let candidates = here.iter().filter(|supply| matchmaking::pair::is_candidate(demand, supply));
            let missed =
                candidates.map(|supply| self.judge(demand, &gates, supply, today).count(GateState::NotMet));
            let (mut fitting, mut almost) = (0, 0);
            for missed in missed {
                fitting += usize::from(missed == 0);
                almost += usize::from((1..=ALMOST).contains(&missed));
            }
            if fitting == 0 {
                let (group, provinces) = (demand.groups.first().cloned(), demand.provinces.clone());
                unmet.push(Unmet { need: demand.id, group, provinces, almost });
            }
        }
        unmet
    }
}

/// The gate that alone keeps a pair apart. What is unknown keeps nothing apart, but where nothing is missed, telling the one
/// thing that is unknown opens it for good.
fn only_blocker<'g, 'a>(gates: &'g [Gate<'a>], pair: &Pair) -> Option<&'g Gate<'a>> {
    let in_state = |state: GateState| {
        let of = gates.iter().zip(&pair.verdicts).filter(move |(_, verdict)| verdict.state == state);
        of.map(|(gate, _)| gate).collect::<Vec<_>>()
    };
    match in_state(GateState::NotMet)[..] {
        [gate] => Some(gate),
        [] => match in_state(GateState::Unknown)[..] {
            [gate] => Some(gate),
            _ => None,
        },
        _ => None,
    }
}
