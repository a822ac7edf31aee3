//! One walk over the documents that match: it counts them, counts their facets and keeps the first ones.

use tantivy::DocId;
use tantivy::index::InvertedIndexReader;

use super::browsed::Counts;
use super::cursor::{Order, Place};
use super::facets::Tally;
use super::filter::{Filter, Gate};
use super::matching::{Mask, Matcher, WINDOW, ones};
use super::plan::Plan;
use super::ranking::{Ranking, Tier};
use super::segment::{Head, LiveSegment, Segment};
use super::snapshot::Snapshot;
use super::top::{Candidate, Top, rank, relevance};
use super::windows::Windows;

/// What to walk over and what to keep of it.
pub(super) struct Scan<'a> {
    /// The text; `None` is every document.
    pub(super) plan: Option<&'a Plan>,
    pub(super) filter: &'a Filter,
    /// The filter as the snapshot knows it.
    pub(super) gate: &'a Gate,
    /// Only documents of this owner.
    pub(super) owner: Option<u128>,
    /// Only documents with these keys.
    pub(super) keys: Option<&'a [u128]>,
    pub(super) order: Order,
    /// How many to keep.
    pub(super) size: usize,
    /// Only those after this place are kept; all are counted.
    pub(super) after: Option<&'a Place>,
    pub(super) facets: bool,
}

/// What a walk found.
pub(super) struct Found<'a> {
    /// Documents that have the text, whatever the filter says.
    pub(super) matched: usize,
    /// Documents that also pass the filter.
    pub(super) total: usize,
    pub(super) tally: Option<Tally>,
    pub(super) top: Vec<Candidate<'a>>,
}

/// A document that has the text.
struct Hit {
    doc: DocId,
    head: Head,
    /// Every word as typed.
    exact: bool,
    tier: Tier,
}

/// So many documents are looked at in order for each that passes, before reading them as they lie is cheaper.
const LOOKED_AT: usize = 32;

impl<'a> Scan<'a> {
    pub(super) fn run(&'a self, snapshot: &'a Snapshot) -> anyhow::Result<Found<'a>> {
        let is_browsing = self.plan.is_none() && self.owner.is_none() && self.keys.is_none();
        if is_browsing && self.order == Order::Relevance {
            return self.browse(snapshot);
        }
        let mut walk = Walk::new(self, self.facets.then(|| Tally::new(&snapshot.dictionary)));
        for (number, live) in snapshot.segments.iter().enumerate() {
            walk.segment(live, number)?;
        }
        let Walk { matched, total, tally, top, .. } = walk;
        Ok(Found { matched, total, tally, top: top.into_ordered() })
    }

    /// Without a text the counts depend on the filter alone and are counted once; the first documents are known.
    fn browse(&'a self, snapshot: &'a Snapshot) -> anyhow::Result<Found<'a>> {
        let counts = snapshot.browsed.counts(self.filter, || self.count_all(snapshot));
        let mut walk = Walk::new(self, None);
        for (number, live) in snapshot.segments.iter().enumerate() {
            if counts.total * LOOKED_AT < snapshot.documents {
                walk.segment(live, number)?;
            } else {
                walk.best_of(live, number);
            }
        }
        let tally = self.facets.then(|| counts.tally.clone());
        Ok(Found { matched: counts.total, total: counts.total, tally, top: walk.top.into_ordered() })
    }

    fn count_all(&self, snapshot: &Snapshot) -> Counts {
        if self.gate.is_open() {
            return Counts { total: snapshot.documents, tally: snapshot.tally.clone() };
        }
        let (mut total, mut tally) = (0, Tally::new(&snapshot.dictionary));
        for live in &snapshot.segments {
            let documents = (0..).zip(&live.segment.heads).filter(|(doc, _)| live.is_alive(*doc));
            total += documents.filter(|(_, head)| self.gate.pass(head.packed, Some(&mut tally))).count();
        }
        Counts { total, tally }
    }
}

struct Walk<'a> {
    scan: &'a Scan<'a>,
    matched: usize,
    total: usize,
    tally: Option<Tally>,
    top: Top<'a>,
}

impl<'a> Walk<'a> {
    fn new(scan: &'a Scan<'a>, tally: Option<Tally>) -> Self {
        Self { scan, matched: 0, total: 0, tally, top: Top::new(scan.size, scan.after) }
    }

    /// Keeps the first documents that pass the filter, without counting.
    fn best_of(&mut self, live: &'a LiveSegment, number: usize) {
        let segment: &'a Segment = &live.segment;
        let first = self.scan.after.map_or(0, |place| {
            segment.best_first.partition_point(|doc| {
                let rank = rank(self.scan.order, segment, *doc);
                !Candidate::new(self.scan.order, rank, segment, number, *doc).comes_after(place)
            })
        });
        let passes = |doc: &&DocId| {
            live.is_alive(**doc) && self.scan.gate.pass(segment.heads[**doc as usize].packed, None)
        };
        for doc in segment.best_first[first..].iter().filter(passes).take(self.scan.size) {
            self.offer(rank(self.scan.order, segment, *doc), segment, number, *doc);
        }
    }

    fn segment(&mut self, live: &'a LiveSegment, number: usize) -> anyhow::Result<()> {
        let segment: &'a Segment = &live.segment;
        let demands = self.demands(segment)?;
        let mut docs = Vec::with_capacity(WINDOW as usize);
        let Some(plan) = self.scan.plan else {
            let mut windows = Windows::new(Vec::new(), 0, demands, live);
            while let Some(window) = windows.next_window() {
                gather(window.all, window.base, segment, &mut docs);
                self.count(&mut docs);
                for (bit, _) in &docs {
                    let doc = window.base + bit;
                    self.offer(rank(self.scan.order, segment, doc), segment, number, doc);
                }
            }
            return Ok(());
        };
        let (slots, matchers) = plan.in_segment(segment)?;
        let named = segment.places.named_by(plan);
        let ranking = Ranking::new(&slots, &named, plan.marked);
        let mut windows = Windows::new(matchers, plan.demanded, demands, live);
        while let Some(window) = windows.next_window() {
            gather(window.all, window.base, segment, &mut docs);
            self.count(&mut docs);
            for (bit, head) in &docs {
                let is_guess = plan.allows_guesses() && !has(window.words, *bit);
                let tier = if is_guess { Tier::Guess } else { Tier::Words };
                let hit = Hit { doc: window.base + bit, head: *head, exact: has(window.exact, *bit), tier };
                let rank = match self.scan.order {
                    Order::Relevance => self.relevance(&ranking, segment, &hit),
                    order => Some(rank(order, segment, hit.doc)),
                };
                if let Some(rank) = rank {
                    self.offer(rank, segment, number, hit.doc);
                }
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

    /// The rank of a document by what it answers; `None` if it cannot get among the first. It is scored only if it may.
    fn relevance(&self, ranking: &Ranking, segment: &Segment, hit: &Hit) -> Option<u64> {
        let Hit { doc, head, exact, tier } = *hit;
        let (name_words, stars) = (head.packed.name_words(), head.packed.stars());
        let tier_at_most = if exact { tier } else { tier.min(ranking.inexact) };
        if !self.top.admits(relevance(ranking.bound(name_words, tier_at_most), stars)) {
            return None;
        }
        let bound = ranking.bound_of(segment, doc, head, exact, tier_at_most);
        if !self.top.admits_with(relevance(bound, stars), segment.keys[doc as usize]) {
            return None;
        }
        let score = ranking.score(segment, doc, head, exact, tier);
        debug_assert!(score <= bound, "a document scores more than its bound");
        Some(relevance(score, stars))
    }

    /// Counts the documents of a window, which match, and keeps those that pass the filter.
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
        if self.top.admits(rank) {
            self.top.offer(Candidate::new(self.scan.order, rank, segment, number, doc));
        }
    }
}

/// The documents of a window with their heads, read together: so the processor waits for many at once.
fn gather(mask: &Mask, base: DocId, segment: &Segment, docs: &mut Vec<(DocId, Head)>) {
    docs.clear();
    for (at, word) in mask.iter().enumerate() {
        for bit in ones(*word) {
            let bit = at as DocId * 64 + bit;
            docs.push((bit, segment.heads[(base + bit) as usize]));
        }
    }
}

const fn has(mask: &Mask, bit: DocId) -> bool {
    mask[bit as usize / 64] & (1 << (bit % 64)) != 0
}

const _: () = assert!(WINDOW.is_multiple_of(64));
