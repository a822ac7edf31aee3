//! One walk over the documents that match: it counts them, counts their facets and keeps the first ones.

use std::borrow::Cow;

use tantivy::DocId;
use tantivy::index::InvertedIndexReader;

use super::cursor::{Order, Place};
use super::facets::Tally;
use super::filter::Gate;
use super::matching::{Mask, Matcher, WINDOW};
use super::plan::Plan;
use super::ranking::{Ranking, Tier};
use super::segment::{LiveSegment, Segment};
use super::snapshot::Snapshot;
use super::top::{Candidate, Top, rank, relevance};
use super::windows::Windows;

/// What to walk over and what to keep of it.
pub(super) struct Scan<'a> {
    /// The text; `None` is every document.
    pub(super) plan: Option<&'a Plan>,
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
    pub(super) tally: Option<Cow<'a, Tally>>,
    pub(super) top: Vec<Candidate<'a>>,
}

impl<'a> Scan<'a> {
    pub(super) fn run(&'a self, snapshot: &'a Snapshot) -> anyhow::Result<Found<'a>> {
        let is_counted =
            self.plan.is_none() && self.owner.is_none() && self.keys.is_none() && self.gate.is_open();
        let mut walk = Walk {
            scan: self,
            matched: 0,
            total: 0,
            tally: (self.facets && !is_counted).then(|| Tally::new(&snapshot.dictionary)),
            top: Top::new(self.size, self.after),
        };
        for (number, live) in snapshot.segments.iter().enumerate() {
            match self.order {
                Order::Relevance if is_counted => walk.best_of(live, number),
                _ => walk.segment(live, number)?,
            }
        }
        if is_counted {
            (walk.matched, walk.total) = (snapshot.documents, snapshot.documents);
        }
        let tally = match is_counted {
            true => self.facets.then_some(Cow::Borrowed(&snapshot.tally)),
            false => walk.tally.map(Cow::Owned),
        };
        Ok(Found { matched: walk.matched, total: walk.total, tally, top: walk.top.into_ordered() })
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
    /// Keeps the first of all documents, without counting.
    fn best_of(&mut self, live: &'a LiveSegment, number: usize) {
        let segment: &'a Segment = &live.segment;
        let first = self.scan.after.map_or(0, |place| {
            segment.best_first.partition_point(|doc| {
                let rank = rank(self.scan.order, segment, *doc);
                !Candidate::new(self.scan.order, rank, segment, number, *doc).comes_after(place)
            })
        });
        let living = segment.best_first[first..].iter().filter(|doc| live.is_alive(**doc));
        for doc in living.take(self.scan.size) {
            self.offer(rank(self.scan.order, segment, *doc), segment, number, *doc);
        }
    }

    fn segment(&mut self, live: &'a LiveSegment, number: usize) -> anyhow::Result<()> {
        let segment: &'a Segment = &live.segment;
        let demands = self.demands(segment)?;
        let Some(plan) = self.scan.plan else {
            let mut windows = Windows::new(Vec::new(), 0, demands, live);
            while let Some(window) = windows.next_window() {
                each(window.all, |bit| self.visit(segment, number, window.base + bit));
            }
            return Ok(());
        };
        let (slots, matchers) = plan.in_segment(segment)?;
        let ranking = Ranking::new(&slots, plan.marked);
        let mut windows = Windows::new(matchers, plan.demanded, demands, live);
        while let Some(window) = windows.next_window() {
            each(window.all, |bit| {
                let is_guess = plan.allows_guesses() && !has(window.words, bit);
                let tier = if is_guess { Tier::Guess } else { Tier::Words };
                let exact = has(window.exact, bit);
                self.visit_text(&ranking, segment, number, window.base + bit, exact, tier);
            });
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

    fn visit(&mut self, segment: &'a Segment, number: usize, doc: DocId) {
        self.matched += 1;
        if !self.scan.gate.pass(segment.packed[doc as usize], self.tally.as_mut()) {
            return;
        }
        self.total += 1;
        self.offer(rank(self.scan.order, segment, doc), segment, number, doc);
    }

    fn offer(&mut self, rank: u64, segment: &'a Segment, number: usize, doc: DocId) {
        if self.top.admits(rank) {
            self.top.offer(Candidate::new(self.scan.order, rank, segment, number, doc));
        }
    }

    fn visit_text(
        &mut self,
        ranking: &Ranking<'_>,
        segment: &'a Segment,
        number: usize,
        doc: DocId,
        exact: bool,
        tier: Tier,
    ) {
        let packed = segment.packed[doc as usize];
        let score = || ranking.score(segment.rows.run(doc as usize), packed.name_words(), exact, tier);
        let is_sure = exact || !ranking.has_synonyms();
        if !is_sure && score().is_none() {
            return;
        }
        self.matched += 1;
        if !self.scan.gate.pass(packed, self.tally.as_mut()) {
            return;
        }
        self.total += 1;
        let rank = match self.scan.order {
            Order::Relevance => {
                let most = relevance(ranking.bound(packed.name_words()), packed.stars());
                if !self.top.admits(most) {
                    return;
                }
                relevance(score().unwrap_or(0), packed.stars())
            }
            order => rank(order, segment, doc),
        };
        self.offer(rank, segment, number, doc);
    }
}

fn each(mask: &Mask, mut visit: impl FnMut(DocId)) {
    for (at, word) in mask.iter().enumerate() {
        let mut word = *word;
        while word != 0 {
            visit((at * 64) as DocId + word.trailing_zeros());
            word &= word - 1;
        }
    }
}

const fn has(mask: &Mask, bit: DocId) -> bool {
    mask[bit as usize / 64] & (1 << (bit % 64)) != 0
}

const _: () = assert!(WINDOW.is_multiple_of(64));
