//! What is asked of a snapshot's documents, and how they are gone through: as they lie, or, for what needs no text, the
//! best first.

use super::browsed::Counts;
use super::cursor::{Order, Place};
use super::facets::Tally;
use super::filter::{Filter, Gate};
use super::plan::Plan;
use super::snapshot::Snapshot;
use super::top::Candidate;
use super::walk::Walk;

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
            walk.all_of(live, number)?;
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
                walk.all_of(live, number)?;
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
