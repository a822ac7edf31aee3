//! From what is chosen to the best plan: needs are weighed against the products in memory, some at a time, so that nobody
//! else has to wait for all of them; then the plan is found, which tells how far it is and can be broken off.

use std::{
    collections::{HashMap, HashSet},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI32, Ordering},
    },
    time::Instant,
};

use chrono::Utc;
use matchmaking::allocation::{
    self, Draft, Edge, Instance, ItemKind, Need, Pair, Producer, Product, WhyUnserved,
};
use shared::{CapKind, NeedId, OrganisationId, ProductId, UnservedReason};
use uuid::Uuid;

use super::{
    choices::Choices,
    problem::NoPlan,
    stored::{FullCap, Outcome},
};
use crate::{
    app::App,
    error::Result,
    matches::{NeedWeighed, Weighed},
    numbers::int,
};

/// Needs weighed at once.
const NEEDS_AT_ONCE: usize = 8;
/// How much of the work weighing is, in hundredths.
const WEIGHING: usize = 60;
/// Reached caps that are kept.
const FULL_CAPS: usize = 200;

/// How far an attempt is, and whether it is still wanted.
#[derive(Debug, Default)]
pub(super) struct Watch {
    pub(super) percent: AtomicI32,
    pub(super) is_cancelled: AtomicBool,
}

impl Watch {
    fn is_at(&self, percent: usize) {
        self.percent.store(i32::try_from(percent.min(99)).unwrap_or(99), Ordering::Relaxed);
    }

    fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }
}

/// A plan.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) outcome: Outcome,
    /// In the order of the plan.
    pub(super) pairs: Vec<Planned>,
    pub(super) served: HashMap<NeedId, i32>,
    /// Why needs get nothing; of those that might have been planned, how many products and producers were full.
    pub(super) unserved: HashMap<NeedId, (UnservedReason, i32, i32)>,
}

/// A pair of a plan.
#[derive(Debug)]
pub(super) struct Planned {
    pub(super) need: NeedId,
    pub(super) weighed: Weighed,
    pub(super) is_pinned: bool,
}

/// What came of weighing.
#[derive(Default)]
struct Scales {
    candidates: HashMap<(NeedId, ProductId), Weighed>,
    /// Needs that have no candidate, with why.
    empty: HashMap<NeedId, UnservedReason>,
    left_out: usize,
    introduced: usize,
}

/// Finds the best plan; nothing when it was broken off.
pub(super) async fn find(
    app: &Arc<App>,
    choices: Choices,
    watch: &Arc<Watch>,
) -> Result<Option<Result<Found, NoPlan>>> {
    let begun = Instant::now();
    let Some(scales) = weigh(app, &choices, watch).await? else { return Ok(None) };
    if let Err(problem) = check_pins(&choices, &scales) {
        return Ok(Some(Err(problem)));
    }
    let watch = watch.clone();
    let solved = tokio::task::spawn_blocking(move || solve(&choices, scales, &watch, begun));
    Ok(solved.await.map_err(anyhow::Error::new)?)
}

async fn weigh(app: &Arc<App>, choices: &Choices, watch: &Watch) -> Result<Option<Scales>> {
    let mut scales = Scales::default();
    let all = choices.needs.len();
    for (number, some) in choices.needs.chunks(NEEDS_AT_ONCE).enumerate() {
        if watch.is_cancelled() {
            return Ok(None);
        }
        let ids: Vec<NeedId> = some.iter().map(|row| row.need_id).collect();
        let how = choices.weighing.clone();
        let weighed = app.market.ask(app, move |market| {
            ids.into_iter().map(|need| (need, market.weigh(need, &how))).collect::<Vec<_>>()
        });
        for (need, weighed) in weighed.await? {
            scales.put(need, weighed);
        }
        watch.is_at((number + 1) * NEEDS_AT_ONCE * WEIGHING / all.max(1));
    }
    Ok(Some(scales))
}

impl Scales {
    fn put(&mut self, need: NeedId, weighed: NeedWeighed) {
        let NeedWeighed::Open { candidates, left_out, introduced } = weighed else {
            self.empty.insert(need, UnservedReason::NotOpen);
            return;
        };
        if candidates.is_empty() {
            let all_are_introduced = introduced > 0;
            let why =
                if all_are_introduced { UnservedReason::AllIntroduced } else { UnservedReason::NoCandidates };
            self.empty.insert(need, why);
        }
        self.left_out += left_out;
        self.introduced += introduced;
        self.candidates.extend(candidates.into_iter().map(|weighed| ((need, weighed.product), weighed)));
    }
}

fn check_pins(choices: &Choices, scales: &Scales) -> Result<(), NoPlan> {
    for (need, product) in &choices.pins {
        if scales.empty.get(need) == Some(&UnservedReason::NotOpen) {
            return Err(NoPlan::NeedNotOpen(*need));
        }
        if choices.weighing.introduced.contains(&(*need, *product)) {
            return Err(NoPlan::Introduced(*need, *product));
        }
        if !scales.candidates.contains_key(&(*need, *product)) {
            return Err(NoPlan::NotOffered(*need, *product));
        }
    }
    Ok(())
}

fn draft(choices: &Choices, scales: &Scales) -> Draft {
    let cap = |kind, item: Uuid| choices.cap(kind, item);
    let products: HashMap<ProductId, OrganisationId> =
        scales.candidates.values().map(|weighed| (weighed.product, weighed.producer)).collect();
    let producers: HashSet<OrganisationId> = products.values().copied().collect();
    let pair =
        |(need, product): &(NeedId, ProductId)| Pair { need: need.to_string(), product: product.to_string() };
    let forbids = choices.forbids.iter().filter(|pair| scales.candidates.contains_key(pair));
    Draft {
        needs: choices
            .needs
            .iter()
            .map(|row| Need { id: row.need_id.to_string(), cap: cap(CapKind::Need, row.need_id.0) })
            .collect(),
        producers: producers
            .iter()
            .map(|id| Producer { id: id.to_string(), cap: cap(CapKind::Producer, id.0) })
            .collect(),
        products: products
            .iter()
            .map(|(id, producer)| Product {
                id: id.to_string(),
                producer: producer.to_string(),
                cap: cap(CapKind::Product, id.0),
            })
            .collect(),
        edges: scales
            .candidates
            .iter()
            .map(|((need, product), weighed)| Edge {
                need: need.to_string(),
                product: product.to_string(),
                score: weighed.score.into(),
            })
            .collect(),
        pins: choices.pins.iter().map(pair).collect(),
        forbids: forbids.map(pair).collect(),
    }
}

fn solve(
    choices: &Choices,
    mut scales: Scales,
    watch: &Watch,
    begun: Instant,
) -> Option<Result<Found, NoPlan>> {
    let instance = match Instance::new(draft(choices, &scales)) {
        Ok(instance) => instance,
        Err(problem) => return Some(Err(NoPlan::Allocation(problem))),
    };
    // The rest after the plan is for what the caps cost.
    let share = |closed: f64| WEIGHING + (closed * (90 - WEIGHING) as f64) as usize;
    let solution =
        allocation::solve_watched(&instance, |closed| watch.is_at(share(closed)), &watch.is_cancelled)?;
    let plan = solution.plan();
    let mut full_caps: Vec<FullCap> = solution.full_caps().iter().filter_map(full_cap).collect();
    let full_cap_count = full_caps.len();
    full_caps.sort_by_key(|full| (std::cmp::Reverse(full.gain), full.kind.as_str(), full.item));
    full_caps.truncate(FULL_CAPS);
    let unserved = solution.unserved();
    let unserved = unserved.iter().filter_map(|unserved| {
        let need: NeedId = unserved.need.parse().ok()?;
        Some((need, why(unserved.why, scales.empty.get(&need).copied())))
    });
    let unserved: HashMap<NeedId, _> = unserved.collect();
    let producers: HashSet<OrganisationId> =
        scales.candidates.values().map(|weighed| weighed.producer).collect();
    let candidates = scales.candidates.len();
    let places: HashMap<NeedId, i32> = choices.needs.iter().map(|row| (row.need_id, row.number)).collect();
    let mut pairs: Vec<Planned> = plan.pairs.iter().filter_map(|pair| scales.planned(pair)).collect();
    pairs.sort_by_key(|pair| {
        (places.get(&pair.need), std::cmp::Reverse(pair.weighed.score), pair.weighed.product)
    });
    let mut served: HashMap<NeedId, i32> = HashMap::new();
    for pair in &pairs {
        *served.entry(pair.need).or_default() += 1;
    }
    let outcome = Outcome {
        solved_at: Utc::now(),
        took_ms: u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX),
        objective: plan.objective,
        bound: plan.bound,
        pairs: pairs.len(),
        served: served.len(),
        unserved: unserved.len(),
        candidates,
        left_out: scales.left_out,
        introduced: scales.introduced,
        producers: producers.len(),
        full_caps,
        full_cap_count,
    };
    Some(Ok(Found { outcome, pairs, served, unserved }))
}

impl Scales {
    fn planned(&mut self, pair: &allocation::PlannedPair) -> Option<Planned> {
        let (need, product) = (pair.need.parse().ok()?, pair.product.parse().ok()?);
        let weighed = self.candidates.remove(&(need, product))?;
        Some(Planned { need, weighed, is_pinned: pair.is_pinned })
    }
}

fn full_cap(full: &allocation::FullCap) -> Option<FullCap> {
    let kind = match full.item.kind {
        ItemKind::Need => CapKind::Need,
        ItemKind::Product => CapKind::Product,
        ItemKind::Producer => CapKind::Producer,
    };
    Some(FullCap { kind, item: full.item.id.parse().ok()?, cap: full.cap, gain: full.gain })
}

fn why(why: WhyUnserved, empty: Option<UnservedReason>) -> (UnservedReason, i32, i32) {
    match why {
        WhyUnserved::CapIsZero => (UnservedReason::CapIsZero, 0, 0),
        WhyUnserved::NoEdges => (empty.unwrap_or(UnservedReason::NoCandidates), 0, 0),
        WhyUnserved::AllForbidden => (UnservedReason::AllForbidden, 0, 0),
        WhyUnserved::AllWorthless => (UnservedReason::AllWorthless, 0, 0),
        WhyUnserved::AllFull { products, producers } => {
            (UnservedReason::AllFull, int(products), int(producers))
        }
    }
}
