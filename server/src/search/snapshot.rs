//! The index as of one commit. A search works on one snapshot from its beginning to its end; a commit puts a new
//! one in its place.

use std::sync::Arc;

use tantivy::Searcher;

use super::browsed::Browsed;
use super::facets::{Dictionary, Tally};
use super::segment::{LiveSegment, Segment};
use super::stored::Fields;

pub(super) struct Snapshot {
    pub(super) segments: Vec<Arc<LiveSegment>>,
    pub(super) dictionary: Arc<Dictionary>,
    /// Counts of all documents there are.
    pub(super) tally: Tally,
    /// How many there are.
    pub(super) documents: usize,
    pub(super) browsed: Browsed,
}

impl Snapshot {
    /// Whether some document lies in a place called so.
    pub(super) fn has_place(&self, plain: &str) -> bool {
        self.segments.iter().any(|live| live.segment.places.has(plain))
    }

    /// What a searcher sees; segments of the snapshot before are used again.
    pub(super) fn load(searcher: &Searcher, fields: Fields, before: Option<&Self>) -> anyhow::Result<Self> {
        let mut dictionary = before.map(|before| (*before.dictionary).clone()).unwrap_or_default();
        let known = before.map(|before| before.segments.as_slice()).unwrap_or_default();
        let mut columns = Vec::new();
        for reader in searcher.segment_readers() {
            let known = known.iter().find(|live| live.segment.id == reader.segment_id());
            let segment = match known {
                Some(live) => Arc::clone(&live.segment),
                None => Arc::new(Segment::load(reader, fields, &mut dictionary)?),
            };
            columns.push((segment, known, reader));
        }
        let segments: Vec<_> = columns
            .into_iter()
            .map(|(segment, known, reader)| match known {
                Some(live) if live.deleted == reader.num_deleted_docs() => Arc::clone(live),
                _ => Arc::new(LiveSegment::new(segment, reader, &dictionary)),
            })
            .collect();
        dictionary.complete();
        let mut tally = Tally::new(&dictionary);
        segments.iter().for_each(|live| tally.add(&live.tally));
        let documents = segments.iter().map(|live| live.live_docs()).sum();
        Ok(Self { segments, dictionary: Arc::new(dictionary), tally, documents, browsed: Browsed::default() })
    }
}
