//! One walk over the documents that match: it counts them, counts their facets and keeps the first ones.

use std::hint::black_box;

use tantivy::DocId;
use tantivy::index::InvertedIndexReader;

use super::cursor::Order;
use super::facets::Tally;
use super::matching::{Mask, Matcher, WINDOW, ones};
use super::plan::Plan;
use super::points::Tier;
use super::ranking::Ranking;
use super::scan::Scan;
use super::segment::{Head, LiveSegment, RowWord, Segment};
use super::top::{Candidate, Top, rank, relevance};
use super::windows::{Window, Windows};

/// About so many documents are gathered and counted at a time; they stay in the nearest cache.
const GATHERED: usize = 192;
/// Documents are ranked so many at a time.
const AT_A_TIME: usize = 32;

pub(super) struct Walk<'a> {
    scan: &'a Scan<'a>,
    pub(super) matched: usize,
    pub(super) total: usize,
    pub(super) tally: Option<Tally>,
    pub(super) top: Top<'a>,
}

/// A document that may get among the first.
struct Hopeful<'a> {
    doc: DocId,
    head: Head,
    /// Every word as typed.
    exact: bool,
    tier: Tier,
    row: &'a [RowWord],
    bound: u32,
}

impl<'a> Walk<'a> {
    pub(super) fn new(scan: &'a Scan<'a>, tally: Option<Tally>) -> Self {
        Self { scan, matched: 0, total: 0, tally, top: Top::new(scan.size, scan.after) }
    }

    /// Keeps the first documents that pass the filter, without counting.
    pub(super) fn best_of(&mut self, live: &'a LiveSegment, number: usize) {
        let segment: &'a Segment = &live.segment;
        let head = |doc: DocId| segment.heads[doc as usize].packed;
        let passes = |doc: &&DocId| live.is_alive(**doc) && self.scan.gate.pass(head(**doc), None);
        let first = self.scan.after.map_or(0, |place| {
            segment.best_first.partition_point(|doc| {
                let rank = rank(self.scan.order, segment, *doc);
                !Candidate::new(self.scan.order, rank, segment, number, *doc).comes_after(place)
            })
        });
        let mut rest = &segment.best_first[first..];
        let mut best = Vec::with_capacity(self.scan.size);
        while let Some(doc) = rest.first().filter(|_| best.len() < self.scan.size) {
            let stars = head(*doc).stars();
            let (same, fewer) = rest.split_at(rest.partition_point(|doc| head(*doc).stars() >= stars));
            if self.scan.gate.lets_stars(stars) {
                best.extend(same.iter().filter(passes).take(self.scan.size - best.len()));
            }
            rest = fewer;
        }
        for doc in best {
            self.offer(rank(self.scan.order, segment, doc), segment, number, doc);
        }
    }

    /// Counts all documents that match, and keeps the first of those that pass the filter.
    pub(super) fn all_of(&mut self, live: &'a LiveSegment, number: usize) -> anyhow::Result<()> {
        let segment: &'a Segment = &live.segment;
        let demands = self.demands(segment)?;
        let mut docs = Vec::with_capacity(GATHERED + 64);
        let (slots, matchers) =
            self.scan.plan.map_or_else(|| Ok(Default::default()), |plan| plan.in_segment(segment))?;
        let demanded = self.scan.plan.map_or(0, |plan| plan.demanded);
        let mut windows = Windows::new(matchers, demanded, demands, live);
        let ranked = self.scan.plan.filter(|_| self.scan.order == Order::Relevance);
        let named = ranked.map(|plan| segment.places.named_by(plan)).unwrap_or_default();
        let ranking = ranked.map(|plan| (plan, Ranking::new(&slots, &named, plan.marked)));
        while let Some(window) = windows.next_window() {
            for (at, bits) in window.all.iter().enumerate() {
                gather(*bits, at as DocId * 64, window.base, segment, &mut docs);
                let is_last = at + 1 == window.all.len();
                if docs.len() < GATHERED && !is_last || docs.is_empty() {
                    continue;
                }
                self.count(&mut docs);
                match &ranking {
                    Some((plan, ranking)) => self.rank(plan, ranking, segment, number, &window, &docs),
                    None => {
                        for doc in docs.iter().map(|(bit, _)| window.base + bit) {
                            self.offer(rank(self.scan.order, segment, doc), segment, number, doc);
                        }
                    }
                }
                docs.clear();
            }
        }
        Ok(())
    }

    fn demands(&self, segment: &Segment) -> anyhow::Result<Vec<Matcher>> {
        let one = |index: &InvertedIndexReader, value: u128| {
            let term = index.terms().get(value.to_be_bytes())?;
            term.map_or(Ok(Matcher::Nothing), |term| Matcher::list(index, &term))
        };
        let mut demands = Vec::new();
        if let Some(owner) = self.scan.owner {
            demands.push(one(&segment.owner_index, owner)?);
        }
        if let Some(keys) = self.scan.keys {
            let terms = keys.iter().map(|key| segment.key_index.terms().get(key.to_be_bytes()));
            let terms: Vec<_> = terms.filter_map(Result::transpose).collect::<Result<_, _>>()?;
            demands.push(Matcher::any_of(&segment.key_index, terms.iter(), segment.size)?);
        }
        Ok(demands)
    }

    /// Keeps the best documents of a window by what they answer. Few are scored: those that may get among the first.
    /// Several are looked up together, so that the processor waits for the memory of all of them at once.
    fn rank(
        &mut self,
        plan: &Plan,
        ranking: &Ranking,
        segment: &'a Segment,
        number: usize,
        window: &Window,
        docs: &[(DocId, Head)],
    ) {
        let allows_guesses = plan.allows_guesses();
        let mut hopefuls = Vec::with_capacity(AT_A_TIME);
        for docs in docs.chunks(AT_A_TIME) {
            let floor = self.top.floor();
            for (bit, head) in docs {
                let is_guess = allows_guesses && !has(window.words, *bit);
                let exact = has(window.exact, *bit);
                let tier = if is_guess { Tier::Guess } else { Tier::Words };
                let tier_at_most = if exact { tier } else { tier.min(ranking.inexact) };
                let bound = ranking.bound(head.packed.name_words(), tier_at_most);
                if relevance(bound, head.packed.stars()) < floor {
                    continue;
                }
                let doc = window.base + bit;
                let bound = ranking.bound_of(segment, doc, *head, exact, tier_at_most);
                if self.top.admits(relevance(bound, head.packed.stars()), segment.keys[doc as usize]) {
                    let row = segment.rows.run(doc as usize);
                    hopefuls.push(Hopeful { doc, head: *head, exact, tier, row, bound });
                }
            }
            black_box(
                hopefuls.iter().filter_map(|hopeful| hopeful.row.first()).fold(0, |all, word| all ^ word),
            );
            for Hopeful { doc, head, exact, tier, row, bound } in hopefuls.drain(..) {
                let score = ranking.score(segment, doc, head, row, exact, tier);
                debug_assert!(score <= bound, "a document scores more than its bound");
                self.offer(relevance(score, head.packed.stars()), segment, number, doc);
            }
        }
    }

    /// Counts documents that match, and keeps those that pass the filter.
    fn count(&mut self, docs: &mut Vec<(DocId, Head)>) {
        self.matched += docs.len();
        let (gate, mut tally) = (self.scan.gate, self.tally.as_mut());
        if !gate.is_open() {
            docs.retain(|(_, head)| gate.pass(head.packed, tally.as_deref_mut()));
        } else if let Some(tally) = tally {
            docs.iter().for_each(|(_, head)| tally.count(head.packed));
        }
        self.total += docs.len();
    }

    fn offer(&mut self, rank: u64, segment: &'a Segment, number: usize, doc: DocId) {
        if rank >= self.top.floor() {
            self.top.offer(Candidate::new(self.scan.order, rank, segment, number, doc));
        }
    }
}

/// The documents of some bits of a window with their heads, read together: so the processor waits for many at once.
fn gather(bits: u64, first: DocId, base: DocId, segment: &Segment, docs: &mut Vec<(DocId, Head)>) {
    docs.extend(ones(bits).map(|bit| (first + bit, segment.heads[(base + first + bit) as usize])));
}

const fn has(mask: &Mask, bit: DocId) -> bool {
    mask[bit as usize / 64] & (1 << (bit % 64)) != 0
}

const _: () = assert!(WINDOW.is_multiple_of(64));
