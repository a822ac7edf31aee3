//! A need and a product together, and the best of many pairs.

use std::cmp::Reverse;

use shared::{GateKind, GateState, MatchChoice};

use crate::{
    demand::{Demand, Gate},
    gates::{self, Circumstances, Verdict},
    scoring::{self, Parts, Standing, Weights},
    supply::Supply,
};

/// Gates that may be missed by a pair that almost fits.
pub const ALMOST: usize = 2;

/// How far a product answers a need.
#[derive(Clone, Debug)]
pub struct Pair {
    /// One verdict for each gate of the need.
    pub verdicts: Vec<Verdict>,
    /// The parts of the score.
    pub parts: Parts,
    /// The score, 0 to 10,000.
    pub score: u32,
}

impl Pair {
    /// Judges a pair by the gates of its need.
    pub fn judge(
        demand: &Demand,
        gates: &[Gate<'_>],
        supply: &Supply,
        standing: Standing,
        weights: &Weights,
        circumstances: &Circumstances,
    ) -> Self {
        let verdict = |gate: &Gate<'_>| gate.verdict(demand, supply, circumstances);
        let verdicts: Vec<Verdict> = gates.iter().map(verdict).collect();
        let parts = scoring::parts(demand, supply, gates, &verdicts, standing, circumstances.today);
        let unknown = count(&verdicts, GateState::Unknown);
        let score = scoring::score(&parts, weights, unknown, gates.len());
        Self { verdicts, parts, score }
    }

    /// How many gates are in a state.
    pub fn count(&self, state: GateState) -> usize {
        count(&self.verdicts, state)
    }

    /// Whether it is among those chosen.
    pub fn is_among(&self, choice: MatchChoice) -> bool {
        let missed = self.count(GateState::NotMet);
        match choice {
            MatchChoice::Fitting => missed == 0,
            MatchChoice::Almost => (1..=ALMOST).contains(&missed),
            MatchChoice::All => true,
        }
    }

    /// Its place among others: those that miss less first, then the higher score, and of equals the id that comes first. No
    /// two pairs have the same place.
    pub fn place<Id: Ord>(&self, id: Id) -> Place<Id> {
        Place { missed: self.count(GateState::NotMet), score: Reverse(self.score), id }
    }
}

/// The place of a pair in a list; the least stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place<Id> {
    /// Gates that are missed.
    pub missed: usize,
    /// The score.
    pub score: Reverse<u32>,
    /// Of the product, or of the need.
    pub id: Id,
}

fn count(verdicts: &[Verdict], state: GateState) -> usize {
    verdicts.iter().filter(|verdict| verdict.state == state).count()
}

/// Whether a product may be a match of a need at all. Goods of another kind are no goods that almost fit; those of which only
/// the wider kind is known share a word with the need, and for a need that names no kind half of its words.
pub fn is_candidate(demand: &Demand, supply: &Supply) -> bool {
    if demand.retailer == supply.producer {
        return false;
    }
    let named = || crate::words::shared_by(&demand.words, &supply.words);
    if demand.groups.is_empty() {
        return named() > 0 && 2 * named() >= demand.words.len();
    }
    match gates::group(demand, supply).state {
        GateState::Met => true,
        GateState::Unknown => named() > 0,
        GateState::NotMet => false,
    }
}

/// The places of a list after one of them, the first so many, in their order; and how many the list has in all.
pub fn page<Id: Copy + Ord>(
    mut places: Vec<Place<Id>>,
    after: Option<Place<Id>>,
    rows: usize,
) -> (Vec<Place<Id>>, usize) {
    let total = places.len();
    if let Some(after) = after {
        places.retain(|place| *place > after);
    }
    if places.len() > rows {
        places.select_nth_unstable(rows);
        places.truncate(rows);
    }
    places.sort_unstable();
    (places, total)
}

/// A gate as something that keeps producers from needs: its kind, and for papers and the like which.
pub fn blocker(gate: &Gate<'_>) -> (GateKind, Option<String>) {
    (gate.kind(), gate.requirement().map(str::to_owned))
}
