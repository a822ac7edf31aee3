//! How well a document answers a text. The points depend on the document and the text alone, not on what else is
//! in the index, so a place in the list stays a place when other documents come and go.
//!
//! Whole words before synonyms before slips; then words in the name before those of the producer before those
//! elsewhere; a place named whole is worth as much as words in the name; typed accents before other accents;
//! neighbours, the beginning and the whole of the name count too.

use tantivy::DocId;

use super::facets::NAME_WORDS_MAX;
use super::places::{NamedPlace, PlaceNumber};
use super::plan::{SegmentSlot, SegmentWord};
use super::points::{
    COVERAGE, ELSEWHERE, FIRST, NEIGHBOURS, PARTS, SECOND, Tier, WHOLE, divided, most, most_in_name, name,
    score,
};
use super::segment::{Head, RowWord, Segment, number_of};
use super::standing::stands_in;

/// A text to rank by, as one segment knows it.
pub(super) struct Ranking<'a> {
    slots: &'a [SegmentSlot],
    named: &'a [NamedPlace],
    words: u32,
    marked: bool,
    /// The best reason why a document may be found that lacks a typed word.
    pub(super) inexact: Tier,
    /// The most points a name of so many words can have.
    bounds: [u32; NAME_WORDS_MAX + 1],
}

/// Where the words of a text were found.
#[derive(Default)]
struct Tracks {
    points: u32,
    /// Words that stand neither in the name nor in the second text.
    missing: u32,
    neighbours: u32,
    /// One bit for each word of the name that was found.
    found: u32,
    in_order: bool,
    last: Option<usize>,
    by_synonym: bool,
}

impl<'a> Ranking<'a> {
    pub(super) fn new(slots: &'a [SegmentSlot], named: &'a [NamedPlace], marked: bool) -> Self {
        let words = slots.iter().map(|slot| slot.words.len() as u32).sum::<u32>().max(1);
        let all_words = slots.iter().flat_map(|slot| &slot.words);
        let has_synonyms = slots.iter().any(|slot| !slot.synonyms.is_empty());
        let inexact = match has_synonyms && !all_words.clone().any(SegmentWord::is_unfinished) {
            true => Tier::Synonym,
            false => Tier::Words,
        };
        let most_found = |length: usize| if has_synonyms { length as u32 } else { words };
        let word = named.iter().map(|place| place.points).fold(name::EXACT, u32::max);
        let bounds =
            std::array::from_fn(|length| most(words, words * word, words, most_found(length), length as u32));
        Self { slots, named, words, marked, inexact, bounds }
    }

    /// No document whose name has so many words scores more, if it is of the tier given or a lesser one.
    pub(super) fn bound(&self, name_words: usize, tier: Tier) -> u32 {
        score(tier, self.bounds[name_words])
    }

    /// A closer bound, which knows what the name cannot have.
    pub(super) fn bound_of(&self, segment: &Segment, doc: DocId, head: Head, exact: bool, tier: Tier) -> u32 {
        let places = self.places(segment, doc, head);
        let length = head.packed.name_words() as u32;
        let (mut points, mut in_name, mut by_synonym, mut word_bit) = (0, 0, false, 1);
        for slot in self.slots {
            let may_be_synonym = !exact && !slot.synonyms.is_empty();
            by_synonym |= may_be_synonym;
            for word in &slot.words {
                let most =
                    if may_be_synonym { Some(name::EXACT) } else { most_in_name(word, head.signature) };
                in_name += u32::from(most.is_some());
                points += self.placed(word_bit, places).max(most.unwrap_or(name::EXACT * SECOND / 100));
                word_bit <<= 1;
            }
        }
        let found = if by_synonym { length } else { in_name };
        score(tier, most(self.words, points, in_name, found, length))
    }

    /// The places of a document, if it may be in a place that was named.
    fn places<'s>(&self, segment: &'s Segment, doc: DocId, head: Head) -> &'s [PlaceNumber] {
        let may_be_there = self.named.iter().any(|place| head.signature.may_be_in(place.number));
        if may_be_there { segment.places_of.run(doc as usize) } else { &[] }
    }

    /// The score of a document that has every word as typed (`exact`), or is of the tier given.
    pub(super) fn score(
        &self,
        segment: &Segment,
        doc: DocId,
        head: Head,
        row: &[RowWord],
        exact: bool,
        tier: Tier,
    ) -> u32 {
        let (name, second) = row.split_at(head.packed.name_words().min(row.len()));
        let mut tracks = Tracks { in_order: true, ..Tracks::default() };
        let places = self.places(segment, doc, head);
        let mut word_bit = 1;
        for slot in self.slots {
            let before = (tracks.points, tracks.found, tracks.missing);
            for word in &slot.words {
                let before = tracks.points;
                self.track(word, name, second, &mut tracks);
                if !places.is_empty() {
                    tracks.points = tracks.points.max(before + self.placed(word_bit, places));
                }
                word_bit <<= 1;
            }
            if !exact && !slot.synonyms.is_empty() {
                let as_typed = tracks.points - before.0;
                let by_synonym = name::SYNONYM * slot.words.len() as u32;
                let is_whole = tracks.missing == before.2;
                if (as_typed < by_synonym || !is_whole)
                    && let Some(found) = slot.synonyms.iter().find_map(|one| stands_in(one, name))
                {
                    tracks.points = before.0 + by_synonym;
                    tracks.found = before.1 | found;
                    tracks.by_synonym = true;
                }
            }
        }
        let tier = if tracks.by_synonym { Tier::Synonym.min(tier) } else { tier };
        score(tier, self.total(&tracks, name))
    }

    fn total(&self, tracks: &Tracks, name: &[RowWord]) -> u32 {
        let pairs = (self.words - 1).max(1);
        let found = tracks.found.count_ones();
        let length = name.len().max(1) as u32;
        let whole = tracks.in_order
            && found == length
            && found == self.words
            && tracks.points >= self.words * name::UNTYPED_ACCENTS;
        divided(PARTS * tracks.points, self.words)
            + divided(PARTS * (NEIGHBOURS / 2) * tracks.neighbours, pairs)
            + if tracks.found & 1 != 0 { PARTS * FIRST } else { 0 }
            + divided(PARTS * COVERAGE * found, length)
            + if whole { PARTS * WHOLE } else { 0 }
    }

    /// What a word is worth for being part of the name of one of these places.
    fn placed(&self, word_bit: u32, places: &[PlaceNumber]) -> u32 {
        let named = self.named.iter();
        let here = named.filter(|place| place.words & word_bit != 0 && places.contains(&place.number));
        here.map(|place| place.points).max().unwrap_or(0)
    }

    /// Finds the best place of one word and adds what it is worth.
    fn track(&self, word: &SegmentWord, name: &[RowWord], second: &[RowWord], tracks: &mut Tracks) {
        let next = tracks.last.map(|last| last + 1);
        if let Some((points, beside, at)) = self.best(word, name, tracks.found, next) {
            tracks.points += points;
            tracks.neighbours += 2 * u32::from(beside);
            tracks.in_order &= tracks.last.is_none_or(|last| last < at);
            tracks.found |= 1 << at;
            tracks.last = Some(at);
            return;
        }
        tracks.in_order = false;
        let next = next.and_then(|next| next.checked_sub(name.len()));
        match self.best(word, second, 0, next) {
            Some((points, beside, at)) => {
                tracks.points += points * SECOND / 100;
                tracks.neighbours += u32::from(beside);
                tracks.last = Some(name.len() + at);
            }
            None => {
                tracks.points += ELSEWHERE;
                tracks.missing += 1;
                tracks.last = None;
            }
        }
    }

    /// The best place of a word among others: points, whether it stands beside the word before, and where.
    #[inline]
    fn best(
        &self,
        word: &SegmentWord,
        others: &[RowWord],
        taken: u32,
        next: Option<usize>,
    ) -> Option<(u32, bool, usize)> {
        let mut best: Option<(u32, bool, usize)> = None;
        for (at, other) in others.iter().enumerate() {
            if word.is_alone && word.number != Some(number_of(*other)) {
                continue;
            }
            let points = self.likeness(word, *other);
            if points == 0 || taken & (1 << at) != 0 {
                continue;
            }
            let beside = next == Some(at);
            let worth = |points: u32, beside: bool| points + NEIGHBOURS / 2 * u32::from(beside);
            if best.is_none_or(|(old, old_beside, _)| worth(points, beside) > worth(old, old_beside)) {
                best = Some((points, beside, at));
            }
        }
        best
    }

    /// What a word of the name is worth for a typed one; 0 if it is another.
    fn likeness(&self, word: &SegmentWord, other: RowWord) -> u32 {
        let number = number_of(other);
        if word.number == Some(number) {
            let same = !self.marked || other == super::segment::row_word(number, word.accent);
            return match (same, word.marked) {
                (true, _) => name::EXACT,
                (false, false) => name::UNTYPED_ACCENTS,
                (false, true) => name::OTHER_ACCENTS,
            };
        }
        if word.keys == Some(number) {
            return name::EXACT;
        }
        if word.beginnings.iter().any(|range| range.contains(&number)) {
            return name::BEGINNING;
        }
        if !word.slips.is_empty() && word.slips.binary_search(&number).is_ok() {
            return name::SLIP;
        }
        0
    }
}
