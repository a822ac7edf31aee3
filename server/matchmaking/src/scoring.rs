//! How good a pair is, 0 to 100, as a weighted mean of parts that are explained one by one. All is whole numbers, so that
//! every machine comes to the same score.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use shared::{Freshness, GateState, ScorePartKind};

use crate::{
    demand::{Demand, Gate},
    gates::{self, Rests, Verdict},
    supply::{Star, Supply},
    words,
};

/// The most a part or a score can be: a hundredth of a hundred, so 10,000 is 100.
pub const WHOLE: u32 = 10_000;
/// What of a score goes where every gate is unknown, in hundredths: asking around costs, and may end badly.
const UNKNOWN_COSTS: u32 = 30;
/// What a part is worth about which nothing is known: less than the middle, so that it pays to tell.
const NOT_KNOWN: u32 = 2_500;
/// What a part is worth that the need does not ask about.
const NOT_ASKED: u32 = 5_000;
/// The distance that halves the part, in kilometres; from Ho Chi Minh City to Hanoi a fifth is left.
const HALF_KM: f64 = 300.0;

/// How much each part counts among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// Of `ScorePartKind::Relevance`.
    pub relevance: u16,
    /// Of `ScorePartKind::Stars`.
    pub stars: u16,
    /// Of `ScorePartKind::Price`.
    pub price: u16,
    /// Of `ScorePartKind::Capacity`.
    pub capacity: u16,
    /// Of `ScorePartKind::Season`.
    pub season: u16,
    /// Of `ScorePartKind::Distance`.
    pub distance: u16,
    /// Of `ScorePartKind::KeptPromises`.
    pub kept_promises: u16,
    /// Of `ScorePartKind::Freshness`.
    pub freshness: u16,
    /// Of `ScorePartKind::Newcomer`.
    pub newcomer: u16,
}

/// Ours, to begin with: what is looked for first, then whether it can be had at all, then everything that makes one prefer one
/// to another.
impl Default for Weights {
    fn default() -> Self {
        Self {
            relevance: 30,
            stars: 10,
            price: 15,
            capacity: 15,
            season: 8,
            distance: 5,
            kept_promises: 7,
            freshness: 5,
            newcomer: 5,
        }
    }
}

impl Weights {
    /// The most that one may be.
    pub const MOST: u16 = 100;

    /// Whether every one is within its limits and one of them counts at all.
    pub fn can_be_set(&self) -> bool {
        let all = ScorePartKind::ALL.iter().map(|part| self.of(*part));
        all.clone().all(|weight| weight <= Self::MOST) && all.sum::<u16>() > 0
    }

    /// The weight of a part.
    pub const fn of(&self, part: ScorePartKind) -> u16 {
        match part {
            ScorePartKind::Relevance => self.relevance,
            ScorePartKind::Stars => self.stars,
            ScorePartKind::Price => self.price,
            ScorePartKind::Capacity => self.capacity,
            ScorePartKind::Season => self.season,
            ScorePartKind::Distance => self.distance,
            ScorePartKind::KeptPromises => self.kept_promises,
            ScorePartKind::Freshness => self.freshness,
            ScorePartKind::Newcomer => self.newcomer,
        }
    }
}

/// What is known of the trade of both sides here so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Introductions of the producer that both sides accepted.
    pub accepted: u32,
    /// Promised deliveries of the producer that were made, of all that both sides confirmed; nothing while they confirmed
    /// none.
    pub kept: Option<(u32, u32)>,
    /// Deliveries that the retailer ordered and paid as promised, of all that both sides confirmed; nothing while they
    /// confirmed none.
    pub retailer_kept: Option<(u32, u32)>,
}

/// The parts of a score, each 0 to `WHOLE`, in the order of `ScorePartKind::ALL`.
pub type Parts = [u32; 9];

/// The score of a pair, 0 to `WHOLE`: the weighted mean of the parts, less what unknown gates cost.
pub fn score(parts: &Parts, weights: &Weights, unknown: usize, gates: usize) -> u32 {
    let mut sum = 0_u64;
    let mut total = 0_u64;
    for (part, value) in ScorePartKind::ALL.iter().zip(parts) {
        sum += u64::from(weights.of(*part)) * u64::from(*value);
        total += u64::from(weights.of(*part));
    }
    let mean = sum.checked_div(total).unwrap_or(0);
    let gates = u64::try_from(gates.max(1)).unwrap_or(u64::MAX);
    let unknown = u64::try_from(unknown).unwrap_or(u64::MAX).min(gates);
    let kept = 100 * gates - u64::from(UNKNOWN_COSTS) * unknown;
    u32::try_from(mean * kept / (100 * gates)).unwrap_or(WHOLE)
}

/// The parts of a pair whose gates came to these verdicts.
pub fn parts(
    demand: &Demand,
    supply: &Supply,
    gates: &[Gate<'_>],
    verdicts: &[Verdict],
    standing: Standing,
    today: NaiveDate,
) -> Parts {
    [
        relevance(demand, supply),
        supply.star.map_or(0, stars),
        price(demand, supply),
        capacity(demand, supply, gates, verdicts),
        season(demand, supply),
        distance(demand, supply),
        kept_promises(standing),
        freshness(supply, gates, verdicts, today),
        WHOLE / (1 + standing.accepted),
    ]
}

/// The mean of both sides, so that each sees in the score how far the other can be relied on; who has promised nothing here
/// yet stands in the middle.
fn kept_promises(standing: Standing) -> u32 {
    let of = |kept: Option<(u32, u32)>| {
        kept.map_or(NOT_ASKED, |(kept, due)| share(u64::from(kept), u64::from(due)))
    };
    (of(standing.kept) + of(standing.retailer_kept)) / 2
}

/// A star that only may hold is worth what is not known.
fn stars(star: Star) -> u32 {
    if star.is_certain { share(u64::from(star.stars.saturating_sub(2)), 3) } else { NOT_KNOWN }
}

/// A share of the whole.
fn share(of: u64, all: u64) -> u32 {
    u32::try_from((u64::from(WHOLE) * of).checked_div(all).unwrap_or(0)).unwrap_or(WHOLE).min(WHOLE)
}

/// Half by kind, half by words.
fn relevance(demand: &Demand, supply: &Supply) -> u32 {
    let kind = if demand.groups.is_empty() {
        NOT_ASKED
    } else {
        match gates::group(demand, supply).state {
            GateState::Met => WHOLE,
            GateState::Unknown => NOT_KNOWN,
            GateState::NotMet => 0,
        }
    };
    let named = words::shared_by(&demand.words, &supply.words);
    kind / 2 + share(named as u64, demand.words.len() as u64) / 2
}

/// At the ceiling the middle, a third below it the whole, half above it nothing.
fn price(demand: &Demand, supply: &Supply) -> u32 {
    let Some((ceiling, measure)) = &demand.ceiling else {
        let is_known = supply.packs.iter().any(|pack| pack.wholesale_price.is_some());
        return if is_known { NOT_ASKED } else { NOT_KNOWN };
    };
    let Some(lowest) = gates::lowest_price(measure, supply) else { return NOT_KNOWN };
    let (ceiling, lowest) = (i128::from(ceiling.amount().max(1)), i128::from(lowest.amount()));
    let middle = i128::from(WHOLE / 2);
    let steepness = if lowest <= ceiling { 3 } else { 2 };
    let value = middle + middle * steepness * (ceiling - lowest) / ceiling;
    u32::try_from(value.clamp(0, i128::from(WHOLE))).unwrap_or(0)
}

fn capacity(demand: &Demand, supply: &Supply, gates: &[Gate<'_>], verdicts: &[Verdict]) -> u32 {
    let Some(amount) = &demand.amount else {
        let is_known = supply.terms.as_ref().is_some_and(|terms| terms.capacity.is_some());
        return if is_known { NOT_ASKED } else { NOT_KNOWN };
    };
    let at = gates.iter().position(|gate| matches!(gate, Gate::Capacity { .. }));
    match at.and_then(|at| verdicts.get(at)).map(|verdict| verdict.rests) {
        Some(Rests::Amount(can)) => {
            let thousandths = |quantity: shared::Quantity| u64::try_from(quantity.thousandths()).unwrap_or(0);
            share(thousandths(can), thousandths(amount.quantity).max(1))
        }
        Some(Rests::LeastOrder(_)) => 0,
        _ => NOT_KNOWN,
    }
}

fn season(demand: &Demand, supply: &Supply) -> u32 {
    let Some(months) = supply.months else { return NOT_KNOWN };
    let wanted = demand.months.filter(|months| *months != 0).unwrap_or(shared::months::WHOLE_YEAR as u16);
    share(u64::from((months & wanted).count_ones()), u64::from(wanted.count_ones()))
}

fn distance(demand: &Demand, supply: &Supply) -> u32 {
    let (Some(here), Some(there)) = (demand.point, supply.point) else { return NOT_KNOWN };
    (f64::from(WHOLE) / (1.0 + here.km_to(there) / HALF_KM)) as u32
}

/// The mean of the facts that the gates look at; what is not known is not fresh.
fn freshness(supply: &Supply, gates: &[Gate<'_>], verdicts: &[Verdict], today: NaiveDate) -> u32 {
    let facts = gates.iter().zip(verdicts).filter_map(|(gate, verdict)| {
        let as_of = supply.as_of(gate.fact()?).filter(|_| verdict.state != GateState::Unknown);
        Some(as_of.map_or(0, |day| match Freshness::after_days((today - day).num_days()) {
            Freshness::Fresh => WHOLE,
            Freshness::Ageing => WHOLE * 6 / 10,
            Freshness::Stale => WHOLE * 2 / 10,
        }))
    });
    let (count, sum) = facts.fold((0, 0), |(count, sum), value| (count + 1, sum + value));
    sum.checked_div(count).unwrap_or(NOT_ASKED)
}
