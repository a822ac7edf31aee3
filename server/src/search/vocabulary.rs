//! The words of one segment in order. A word's number is its place here and in tantivy's dictionary; rows of
//! names hold these numbers, and all words with one beginning are one range of numbers.

use std::collections::HashMap;
use std::ops::Range;

use tantivy::index::InvertedIndexReader;
use tantivy::postings::TermInfo;

use super::slips::within_one_slip;

/// The number of a word in its segment.
pub(super) type WordNumber = u32;

/// All words of a segment's main field.
#[derive(Default)]
pub(super) struct Vocabulary {
    text: String,
    ends: Vec<u32>,
    terms: Vec<TermInfo>,
}

impl Vocabulary {
    pub(super) fn load(words: &InvertedIndexReader) -> anyhow::Result<Self> {
        let size = words.terms().num_terms();
        let mut vocabulary =
            Self { text: String::new(), ends: Vec::with_capacity(size), terms: Vec::with_capacity(size) };
        let mut stream = words.terms().stream()?;
        while let Some((word, term)) = stream.next() {
            vocabulary.text.push_str(std::str::from_utf8(word)?);
            vocabulary.ends.push(u32::try_from(vocabulary.text.len())?);
            vocabulary.terms.push(term.clone());
        }
        vocabulary.text.shrink_to_fit();
        Ok(vocabulary)
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn word(&self, number: WordNumber) -> &str {
        let number = number as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.text[start..self.ends[number] as usize]
    }

    pub(super) fn term(&self, number: WordNumber) -> &TermInfo {
        &self.terms[number as usize]
    }

    /// Every word with its number, for looking up many.
    pub(super) fn numbers(&self) -> HashMap<&str, WordNumber> {
        (0..self.len() as u32).map(|number| (self.word(number), number)).collect()
    }

    pub(super) fn find(&self, word: &str) -> Option<WordNumber> {
        let at = self.first_from(|other| other < word);
        (at < self.len() as u32 && self.word(at) == word).then_some(at)
    }

    /// The words that begin so.
    pub(super) fn beginning(&self, beginning: &str) -> Range<WordNumber> {
        let start = self.first_from(|word| word < beginning);
        let end = self.first_from(|word| word < beginning || word.starts_with(beginning));
        start..end
    }

    /// The words that are one slip of the fingers away, in order.
    pub(super) fn slips_of(&self, word: &str) -> Vec<WordNumber> {
        let all = 0..self.len() as u32;
        all.filter(|number| within_one_slip(word.as_bytes(), self.word(*number).as_bytes())).collect()
    }

    fn first_from(&self, before: impl Fn(&str) -> bool) -> WordNumber {
        let (mut low, mut high) = (0, self.len() as u32);
        while low < high {
            let middle = low + (high - low) / 2;
            if before(self.word(middle)) { low = middle + 1 } else { high = middle }
        }
        low
    }
}
