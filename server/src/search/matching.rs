//! Which documents have which words, window by window, as bits.
//!
//! A window of postings becomes a mask; alternatives are *or*, demands are *and*. Common words cost a block decode
//! instead of a seek for every document, and windows that a rare word skips are skipped by all.

use tantivy::index::InvertedIndexReader;
use tantivy::postings::{BlockSegmentPostings, TermInfo};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, TERMINATED};

/// Documents of one window.
pub(super) const WINDOW: DocId = 4096;

/// One bit for each document of a window.
pub(super) type Mask = [u64; WINDOW as usize / 64];

/// No document.
pub(super) const NOTHING: Mask = [0; WINDOW as usize / 64];

/// More lists than this are merged once into bits rather than walked side by side.
const LISTS_MAX: usize = 8;

/// Documents that match, in order of their numbers.
pub(super) enum Matcher {
    Nothing,
    List(Box<List>),
    Bits(Vec<u64>),
    Any(Vec<Matcher>),
    All(Vec<Matcher>),
}

impl Matcher {
    pub(super) fn list(index: &InvertedIndexReader, term: &TermInfo) -> anyhow::Result<Self> {
        let postings = index.read_block_postings_from_terminfo(term, IndexRecordOption::Basic)?;
        let doc = postings.docs().first().copied().unwrap_or(TERMINATED);
        Ok(Self::List(Box::new(List { postings, at: 0, doc })))
    }

    /// Documents in any of the lists.
    pub(super) fn any_of<'a>(
        index: &InvertedIndexReader,
        terms: impl ExactSizeIterator<Item = &'a TermInfo>,
        size: DocId,
    ) -> anyhow::Result<Self> {
        if terms.len() <= LISTS_MAX {
            let lists = terms.map(|term| Self::list(index, term)).collect::<anyhow::Result<Vec<_>>>()?;
            return Ok(Self::any(lists));
        }
        let mut bits = vec![0_u64; (size as usize).div_ceil(64)];
        let mut postings = BlockSegmentPostings::empty();
        for (n, term) in terms.enumerate() {
            if n == 0 {
                postings = index.read_block_postings_from_terminfo(term, IndexRecordOption::Basic)?;
            } else {
                index.reset_block_postings_from_terminfo(term, &mut postings)?;
            }
            while !postings.docs().is_empty() {
                for doc in postings.docs() {
                    bits[*doc as usize / 64] |= 1 << (doc % 64);
                }
                postings.advance();
            }
        }
        Ok(Self::Bits(bits))
    }

    pub(super) fn any(mut matchers: Vec<Self>) -> Self {
        matchers.retain(|matcher| !matcher.is_nothing());
        if matchers.len() > 1 { Self::Any(matchers) } else { matchers.pop().unwrap_or(Self::Nothing) }
    }

    pub(super) fn all(mut matchers: Vec<Self>) -> Self {
        if matchers.iter().any(Self::is_nothing) {
            return Self::Nothing;
        }
        matchers.sort_by_key(Self::cost);
        if matchers.len() > 1 { Self::All(matchers) } else { matchers.pop().unwrap_or(Self::Nothing) }
    }

    pub(super) const fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing)
    }

    /// About how many documents match.
    pub(super) fn cost(&self) -> u32 {
        match self {
            Self::Nothing => 0,
            Self::List(list) => list.postings.doc_freq(),
            Self::Bits(bits) => bits.len() as u32 * 8,
            Self::Any(any) => any.iter().map(Self::cost).fold(0, u32::saturating_add),
            Self::All(all) => all.iter().map(Self::cost).min().unwrap_or(0),
        }
    }

    /// No document before this one matches that is not before `from` already.
    pub(super) fn next(&self, from: DocId) -> DocId {
        match self {
            Self::Nothing => TERMINATED,
            Self::List(list) => list.doc.max(from),
            Self::Bits(bits) => next_bit(bits, from),
            Self::Any(any) => any.iter().map(|matcher| matcher.next(from)).min().unwrap_or(TERMINATED),
            Self::All(all) => all.iter().map(|matcher| matcher.next(from)).max().unwrap_or(TERMINATED),
        }
    }

    /// Adds the matching documents of the window from `base`, which must not go back.
    pub(super) fn fill(&mut self, base: DocId, mask: &mut Mask) {
        match self {
            Self::Nothing => {}
            Self::List(list) => list.fill(base, mask),
            Self::Bits(bits) => {
                let from = (base as usize / 64).min(bits.len());
                mask.iter_mut().zip(&bits[from..]).for_each(|(mask, bits)| *mask |= bits);
            }
            Self::Any(any) => any.iter_mut().for_each(|matcher| matcher.fill(base, mask)),
            Self::All(all) => {
                let mut both = NOTHING;
                for (n, matcher) in all.iter_mut().enumerate() {
                    if n > 0 && both == NOTHING {
                        return;
                    }
                    let mut one = NOTHING;
                    matcher.fill(base, &mut one);
                    if n == 0 { both = one } else { keep(&mut both, &one) }
                }
                add(mask, &both);
            }
        }
    }
}

fn next_bit(bits: &[u64], from: DocId) -> DocId {
    let at = from as usize / 64;
    let Some(first) = bits.get(at) else { return TERMINATED };
    let rest = first & (u64::MAX << (from % 64));
    if rest != 0 {
        return (at * 64) as DocId + rest.trailing_zeros();
    }
    match bits[at + 1..].iter().position(|word| *word != 0) {
        Some(more) => ((at + 1 + more) * 64) as DocId + bits[at + 1 + more].trailing_zeros(),
        None => TERMINATED,
    }
}

/// Keeps what both masks have.
pub(super) fn keep(mask: &mut Mask, other: &Mask) {
    mask.iter_mut().zip(other).for_each(|(mask, other)| *mask &= other);
}

/// Adds what the other mask has.
pub(super) fn add(mask: &mut Mask, other: &Mask) {
    mask.iter_mut().zip(other).for_each(|(mask, other)| *mask |= other);
}

/// Takes away what the other mask has.
pub(super) fn remove(mask: &mut Mask, other: &Mask) {
    mask.iter_mut().zip(other).for_each(|(mask, other)| *mask &= !other);
}

/// The numbers of the bits that are set.
pub(super) fn ones(mut bits: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let bit = bits.trailing_zeros();
        (bit < u64::BITS).then(|| {
            bits &= bits - 1;
            bit
        })
    })
}

/// The postings of one word, read forward.
pub(super) struct List {
    postings: BlockSegmentPostings,
    at: usize,
    doc: DocId,
}

impl List {
    fn fill(&mut self, base: DocId, mask: &mut Mask) {
        if self.doc == TERMINATED {
            return;
        }
        if self.doc < base {
            self.at = self.postings.seek(base);
        }
        let end = base + WINDOW;
        loop {
            let docs = self.postings.docs();
            if docs.is_empty() {
                self.doc = TERMINATED;
                return;
            }
            let rest = docs.get(self.at..).unwrap_or_default();
            let inside = match rest.last() {
                Some(last) if *last >= end => rest.partition_point(|doc| *doc < end),
                _ => rest.len(),
            };
            for doc in &rest[..inside] {
                let bit = doc - base;
                mask[bit as usize / 64] |= 1 << (bit % 64);
            }
            if let Some(next) = rest.get(inside) {
                self.at += inside;
                self.doc = *next;
                return;
            }
            self.postings.advance();
            self.at = 0;
        }
    }
}
