//! Where a synonym stands in a name: whole, spelled with its accents, and not inside a phrase that means another thing.

use std::hint::black_box;

use tantivy::DocId;

use super::matching::ones;
use super::segment::{RowWord, Segment, Signature, number_of};
use super::vocabulary::WordNumber;

/// A synonym as one segment knows it: the words as they stand in a row.
pub(super) struct SegmentSynonym {
    phrase: Vec<RowWord>,
    /// Phrases that have its words and mean something else.
    blocks: Vec<Vec<RowWord>>,
    signature: Signature,
}

impl SegmentSynonym {
    pub(super) fn new(phrase: Vec<RowWord>, blocks: Vec<Vec<RowWord>>) -> Self {
        let signature = Signature::of_words(phrase.iter().copied().map(number_of));
        Self { phrase, blocks, signature }
    }

    pub(super) fn numbers(&self) -> impl Iterator<Item = WordNumber> {
        self.phrase.iter().copied().map(number_of)
    }
}

/// In which of some documents one of the synonyms stands in the name. The names are looked up together, so that the
/// processor waits for the memory of all of them at once.
pub(super) fn standing(synonyms: &[SegmentSynonym], segment: &Segment, first: DocId, among: u64) -> u64 {
    let mut names = [(0, [].as_slice()); u64::BITS as usize];
    let mut likely = 0;
    for bit in ones(among) {
        let head = segment.heads[(first + bit) as usize];
        if synonyms.iter().any(|synonym| head.signature.may_have(synonym.signature)) {
            names[likely] = (bit, segment.name(first + bit, head));
            likely += 1;
        }
    }
    let names = &names[..likely];
    black_box(names.iter().filter_map(|(_, name)| name.first()).fold(0, |all, word| all ^ word));
    let stands = |name| synonyms.iter().any(|synonym| stands_in(synonym, name).is_some());
    names.iter().filter(|(_, name)| stands(name)).fold(0, |all, (bit, _)| all | 1 << bit)
}

/// The bits of the words of a name where a synonym stands whole and is meant.
pub(super) fn stands_in(synonym: &SegmentSynonym, name: &[RowWord]) -> Option<u32> {
    let length = synonym.phrase.len();
    let at = name.windows(length).enumerate().find_map(|(at, words)| {
        let here = begins_with(words, &synonym.phrase)
            && !synonym.blocks.iter().any(|block| covers(block, name, at, length));
        here.then_some(at)
    })?;
    Some(((1 << length) - 1) << at)
}

/// Whether a phrase stands in the name around the words from `at`.
fn covers(block: &[RowWord], name: &[RowWord], at: usize, length: usize) -> bool {
    let earliest = (at + length).saturating_sub(block.len());
    (earliest..=at).any(|start| start + block.len() >= at + length && begins_with(&name[start..], block))
}

/// Phrases are a word or two: comparing them one by one beats a call that compares memory.
fn begins_with(words: &[RowWord], phrase: &[RowWord]) -> bool {
    words.len() >= phrase.len() && words.iter().zip(phrase).all(|(one, other)| one == other)
}
