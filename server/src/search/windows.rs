//! The windows of a segment in which anything matches, with how it matches.

use std::rc::Rc;

use tantivy::DocId;

use super::matching::{Mask, Matcher, NOTHING, WINDOW, add, keep, remove};
use super::segment::{LiveSegment, Segment};
use super::standing::{SegmentSynonym, standing};

/// What fills one slot.
pub(super) struct SlotMatcher {
    /// Every word as typed.
    exact: Matcher,
    /// Else by a word that the last one begins.
    begun: Matcher,
    /// Else perhaps by a synonym: its words are there.
    meant: Matcher,
    synonyms: Rc<[SegmentSynonym]>,
    /// Else by a slip.
    slip: Matcher,
    /// Documents of the window that only a synonym can fill; in the end those that none fills.
    unsure: Mask,
}

impl SlotMatcher {
    pub(super) fn new(
        exact: Matcher,
        begun: Matcher,
        meant: Matcher,
        synonyms: Rc<[SegmentSynonym]>,
        slip: Matcher,
    ) -> Self {
        Self { exact, begun, meant, synonyms, slip, unsure: NOTHING }
    }

    fn matchers(&self) -> [&Matcher; 4] {
        [&self.exact, &self.begun, &self.meant, &self.slip]
    }

    fn cost(&self) -> u32 {
        self.matchers().map(Matcher::cost).into_iter().fold(0, u32::saturating_add)
    }

    fn next(&self, from: DocId) -> DocId {
        self.matchers().map(|matcher| matcher.next(from)).into_iter().min().unwrap_or(from)
    }

    /// Of the documents that only a synonym can fill, leaves those where none stands.
    fn keep_unsure(&mut self, base: DocId, among: &Mask, segment: &Segment) {
        keep(&mut self.unsure, among);
        for (at, bits) in self.unsure.iter_mut().enumerate() {
            *bits &= !standing(&self.synonyms, segment, base + at as DocId * 64, *bits);
        }
    }
}

/// The documents of one window.
pub(super) struct Window<'a> {
    pub(super) base: DocId,
    /// Every word as typed.
    pub(super) exact: &'a Mask,
    /// Every word as typed, by a synonym or as a beginning.
    pub(super) words: &'a Mask,
    /// All that match.
    pub(super) all: &'a Mask,
}

/// Walks the windows forward.
pub(super) struct Windows<'a> {
    /// The rarest first.
    slots: Vec<SlotMatcher>,
    demanded: usize,
    /// What every document must have beside the text.
    demands: Vec<Matcher>,
    live: &'a LiveSegment,
    base: DocId,
    exact: Mask,
    words: Mask,
    all: Mask,
}

impl<'a> Windows<'a> {
    pub(super) fn new(
        mut slots: Vec<SlotMatcher>,
        demanded: usize,
        demands: Vec<Matcher>,
        live: &'a LiveSegment,
    ) -> Self {
        slots.sort_by_key(SlotMatcher::cost);
        Self { slots, demanded, demands, live, base: 0, exact: NOTHING, words: NOTHING, all: NOTHING }
    }

    /// The next window in which a document matches.
    pub(super) fn next_window(&mut self) -> Option<Window<'_>> {
        loop {
            let base = self.next_base();
            if base >= self.live.segment.size {
                return None;
            }
            self.base = base + WINDOW;
            self.fill(base);
            self.keep_allowed(base);
            if self.all != NOTHING {
                return Some(Window { base, exact: &self.exact, words: &self.words, all: &self.all });
            }
        }
    }

    /// Where the next window begins that every demand reaches.
    fn next_base(&self) -> DocId {
        let slots = self.slots.iter().filter(|_| self.demanded == self.slots.len());
        let slots = slots.map(|slot| slot.next(self.base));
        let demands = self.demands.iter().map(|demand| demand.next(self.base));
        let next = slots.chain(demands).max().unwrap_or(self.base);
        next / WINDOW * WINDOW
    }

    fn fill(&mut self, base: DocId) {
        if self.demanded < self.slots.len() {
            return self.fill_most(base);
        }
        let everything = everything(base, self.live.segment.size);
        (self.exact, self.words) = (everything, everything);
        let may_slip = self.slots.iter().any(|slot| !slot.slip.is_nothing());
        let mut slipped = NOTHING;
        for slot in &mut self.slots {
            let mut filled = NOTHING;
            slot.exact.fill(base, &mut filled);
            keep(&mut self.exact, &filled);
            slot.begun.fill(base, &mut filled);
            if !slot.meant.is_nothing() {
                slot.unsure = NOTHING;
                slot.meant.fill(base, &mut slot.unsure);
                remove(&mut slot.unsure, &filled);
                add(&mut filled, &slot.unsure);
            }
            if may_slip {
                let mut slip = NOTHING;
                slot.slip.fill(base, &mut slip);
                keep(&mut slipped, &filled);
                keep(&mut slip, &self.words);
                add(&mut slipped, &slip);
            }
            keep(&mut self.words, &filled);
            if self.words == NOTHING && slipped == NOTHING {
                break;
            }
        }
        for slot in self.slots.iter_mut().filter(|slot| !slot.meant.is_nothing()) {
            slot.keep_unsure(base, &self.words, &self.live.segment);
            remove(&mut self.words, &slot.unsure);
        }
        self.all = self.words;
        add(&mut self.all, &slipped);
    }

    /// Documents in which enough slots are filled.
    fn fill_most(&mut self, base: DocId) {
        let mut counts = [0_u8; WINDOW as usize];
        for slot in &mut self.slots {
            let mut filled = NOTHING;
            slot.exact.fill(base, &mut filled);
            slot.begun.fill(base, &mut filled);
            for (doc, count) in counts.iter_mut().enumerate() {
                *count += u8::from(filled[doc / 64] & (1 << (doc % 64)) != 0);
            }
        }
        (self.exact, self.words, self.all) = (NOTHING, NOTHING, NOTHING);
        for (doc, count) in counts.iter().enumerate() {
            self.all[doc / 64] |= u64::from(usize::from(*count) >= self.demanded) << (doc % 64);
        }
    }

    fn keep_allowed(&mut self, base: DocId) {
        for demand in &mut self.demands {
            let mut mask = NOTHING;
            demand.fill(base, &mut mask);
            keep(&mut self.all, &mask);
        }
        if let Some(alive) = &self.live.alive {
            let alive = alive.get(base as usize / 64..).unwrap_or_default();
            for (at, word) in self.all.iter_mut().enumerate() {
                *word &= alive.get(at).copied().unwrap_or(0);
            }
        }
    }
}

/// Every document of a window of a segment.
fn everything(base: DocId, size: DocId) -> Mask {
    let inside = size.saturating_sub(base);
    std::array::from_fn(|at| {
        let bits = inside.saturating_sub(at as DocId * 64);
        if bits >= 64 { u64::MAX } else { (1 << bits) - 1 }
    })
}
