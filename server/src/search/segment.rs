//! One segment of the index with its columns in memory: what filtering, counting, ranking and showing need is read
//! here, never from a file, and no two threads wait for each other. Columns never change; a delete only marks.

use std::collections::HashMap;
use std::sync::Arc;

use tantivy::index::{InvertedIndexReader, SegmentId, SegmentReader};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, TantivyDocument};

use super::facets::{Dictionary, Packed, Tally};
use super::places::{PlaceNumber, Places};
use super::stored::{ACCENT_BITS, Fields, Stored, StoredWord};
use super::vocabulary::{Vocabulary, WordNumber};

/// A word of a row: its number, and below it the bits of its accents.
pub(super) type RowWord = u32;

/// Numbers beyond this are not told apart in rows.
const NUMBER_MAX: WordNumber = RowWord::MAX >> ACCENT_BITS;

pub(super) const fn row_word(number: WordNumber, accent: u16) -> RowWord {
    let number = if number > NUMBER_MAX { NUMBER_MAX } else { number };
    (number << ACCENT_BITS) | accent as RowWord
}

pub(super) const fn number_of(word: RowWord) -> WordNumber {
    word >> ACCENT_BITS
}

/// Which words a name may have and which places a document may have: bits that each shares with others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signature(u64);

impl Signature {
    /// The low bits are those of words, two for each.
    const WORD_BITS: u64 = 48;
    /// The others are those of places, one for each.
    const PLACE_BITS: u32 = u64::BITS - Self::WORD_BITS as u32;

    pub(super) fn of_words(words: impl IntoIterator<Item = WordNumber>) -> Self {
        // Numbers of similar words are close to each other; multiplied by large odd numbers, they lie apart.
        let bit = |number: u32, factor: u32| {
            1 << ((u64::from(number.wrapping_mul(factor)) * Self::WORD_BITS) >> u32::BITS)
        };
        let bits = |number| bit(number, 0x9E37_79B1) | bit(number, 0x85EB_CA6B);
        Self(words.into_iter().fold(0, |all, number| all | bits(number)))
    }

    fn of_places(places: &[PlaceNumber]) -> Self {
        let bit = |number: &PlaceNumber| 1 << Self::WORD_BITS << (number % Self::PLACE_BITS);
        Self(places.iter().fold(0, |all, number| all | bit(number)))
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether what has this signature may have all that the other one stands for.
    pub(super) const fn may_have(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }

    pub(super) fn may_be_in(self, place: PlaceNumber) -> bool {
        self.may_have(Self::of_places(&[place]))
    }
}

/// What is looked at of every document that matches, side by side in memory.
#[derive(Clone, Copy)]
pub(super) struct Head {
    pub(super) packed: Packed,
    pub(super) signature: Signature,
}

/// Many short runs of values end to end.
pub(super) struct Runs<T> {
    values: Vec<T>,
    ends: Vec<usize>,
}

impl<T> Runs<T> {
    fn with_capacity(runs: usize) -> Self {
        Self { values: Vec::new(), ends: Vec::with_capacity(runs) }
    }

    fn push(&mut self, values: impl IntoIterator<Item = T>) {
        self.values.extend(values);
        self.ends.push(self.values.len());
    }

    pub(super) fn run(&self, at: usize) -> &[T] {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.values[start..self.ends[at]]
    }
}

pub(super) struct Segment {
    pub(super) id: SegmentId,
    pub(super) size: DocId,
    pub(super) vocabulary: Vocabulary,
    pub(super) words: Arc<InvertedIndexReader>,
    pub(super) remarks: Arc<InvertedIndexReader>,
    pub(super) owner_index: Arc<InvertedIndexReader>,
    pub(super) key_index: Arc<InvertedIndexReader>,
    pub(super) heads: Vec<Head>,
    /// The words of name and second text.
    pub(super) rows: Runs<RowWord>,
    pub(super) places: Places,
    /// The places of each document.
    pub(super) places_of: Runs<PlaceNumber>,
    pub(super) keys: Vec<u128>,
    pub(super) added_at_ms: Vec<i64>,
    pub(super) sort_keys: Runs<u8>,
    pub(super) cards: Runs<u8>,
    /// All documents, the highest star first, then by key.
    pub(super) best_first: Vec<DocId>,
}

impl Segment {
    pub(super) fn load(
        reader: &SegmentReader,
        fields: Fields,
        dictionary: &mut Dictionary,
    ) -> anyhow::Result<Self> {
        let words = reader.inverted_index(fields.words)?;
        let size = reader.max_doc() as usize;
        let mut segment = Self {
            id: reader.segment_id(),
            size: reader.max_doc(),
            vocabulary: Vocabulary::default(),
            words,
            remarks: reader.inverted_index(fields.remarks)?,
            owner_index: reader.inverted_index(fields.owner)?,
            key_index: reader.inverted_index(fields.key)?,
            heads: Vec::with_capacity(size),
            rows: Runs::with_capacity(size),
            places: Places::default(),
            places_of: Runs::with_capacity(size),
            keys: Vec::with_capacity(size),
            added_at_ms: Vec::with_capacity(size),
            sort_keys: Runs::with_capacity(size),
            cards: Runs::with_capacity(size),
            best_first: (0..reader.max_doc()).collect(),
        };
        let store = reader.get_store_reader(1)?;
        let vocabulary = Vocabulary::load(&segment.words)?;
        let numbers = vocabulary.numbers();
        for document in store.iter::<TantivyDocument>(None) {
            segment.push(fields.stored(&document?)?, &numbers, dictionary);
        }
        segment.vocabulary = vocabulary;
        anyhow::ensure!(segment.keys.len() == size, "a segment of the index lacks documents");
        let (heads, keys) = (&segment.heads, &segment.keys);
        segment.best_first.sort_unstable_by_key(|doc| {
            (std::cmp::Reverse(heads[*doc as usize].packed.stars()), keys[*doc as usize])
        });
        Ok(segment)
    }

    /// Whether a document has a word in its name, its second text or its places.
    pub(super) fn has_word(&self, doc: DocId, number: WordNumber) -> anyhow::Result<bool> {
        let term = self.vocabulary.term(number);
        let mut postings = self.words.read_postings_from_terminfo(term, IndexRecordOption::Basic)?;
        Ok(postings.doc() <= doc && postings.seek(doc) == doc)
    }

    /// The words of a name.
    pub(super) fn name(&self, doc: DocId, head: Head) -> &[RowWord] {
        let row = self.rows.run(doc as usize);
        &row[..head.packed.name_words().min(row.len())]
    }

    fn push(&mut self, stored: Stored, numbers: &HashMap<&str, WordNumber>, dictionary: &mut Dictionary) {
        let packed = Packed::new(&stored, dictionary);
        let number = |word: &str| numbers.get(word).copied().unwrap_or(NUMBER_MAX);
        let word = |word: &StoredWord| row_word(number(&word.plain), word.accent);
        let name = stored.name.iter().take(packed.name_words());
        let words = Signature::of_words(name.clone().map(|word| number(&word.plain)));
        self.rows.push(name.chain(&stored.second).map(word));
        let places: Vec<_> = stored.places.into_iter().map(|place| self.places.number(place)).collect();
        self.heads.push(Head { packed, signature: words.and(Signature::of_places(&places)) });
        self.places_of.push(places);
        self.keys.push(stored.key);
        self.added_at_ms.push(stored.added_at_ms);
        self.sort_keys.push(stored.sort_key);
        self.cards.push(stored.card);
    }
}

/// A segment as of one commit: which documents are still there.
pub(super) struct LiveSegment {
    pub(super) segment: Arc<Segment>,
    pub(super) deleted: DocId,
    /// One bit for each document, if any was deleted.
    pub(super) alive: Option<Vec<u64>>,
    /// Counts of all documents that are there.
    pub(super) tally: Tally,
}

impl LiveSegment {
    pub(super) fn new(segment: Arc<Segment>, reader: &SegmentReader, dictionary: &Dictionary) -> Self {
        let alive = reader.alive_bitset().map(|bitset| {
            let mut bits = vec![0_u64; (segment.size as usize).div_ceil(64)];
            for doc in (0..segment.size).filter(|doc| bitset.is_alive(*doc)) {
                bits[doc as usize / 64] |= 1 << (doc % 64);
            }
            bits
        });
        let mut tally = Tally::new(dictionary);
        for (doc, head) in segment.heads.iter().enumerate() {
            if alive.as_ref().is_none_or(|bits| bits[doc / 64] & (1 << (doc % 64)) != 0) {
                tally.count(head.packed);
            }
        }
        Self { deleted: reader.num_deleted_docs(), segment, alive, tally }
    }

    pub(super) fn is_alive(&self, doc: DocId) -> bool {
        self.alive.as_ref().is_none_or(|bits| bits[doc as usize / 64] & (1 << (doc % 64)) != 0)
    }

    pub(super) fn live_docs(&self) -> usize {
        (self.segment.size - self.deleted) as usize
    }
}
