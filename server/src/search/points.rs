//! What the words of a text are worth, depending on where they are found, and the most that a document can have.

use super::facets::NAME_WORDS_MAX;
use super::plan::SegmentWord;
use super::segment::Signature;

/// Why a document is among the results; the better comes first whatever its points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    /// Some word is missing or only a slip of another.
    Guess,
    /// A synonym stands for a word.
    Synonym,
    /// Every word, the last perhaps as a beginning.
    Words,
}

/// Points of one word in the name.
pub(super) mod name {
    pub(in crate::search) const EXACT: u32 = 200;
    /// Accents were typed, but not for this word, and it has some.
    pub(in crate::search) const UNTYPED_ACCENTS: u32 = 150;
    /// The letters, but other accents than typed.
    pub(in crate::search) const OTHER_ACCENTS: u32 = 105;
    pub(in crate::search) const BEGINNING: u32 = 170;
    pub(in crate::search) const SYNONYM: u32 = 140;
    pub(in crate::search) const SLIP: u32 = 100;
}

/// Points of one word of the second text, as hundredths of those in the name.
pub(super) const SECOND: u32 = 45;
/// Points of one word found elsewhere.
pub(super) const ELSEWHERE: u32 = 50;
/// Points of all words being neighbours in the order typed; in the second text half.
pub(super) const NEIGHBOURS: u32 = 40;
/// Points of the first word being the first of the name.
pub(super) const FIRST: u32 = 8;
/// Points of the whole name being typed, in proportion for a part of it.
pub(super) const COVERAGE: u32 = 24;
/// Points of the name being just what was typed.
pub(super) const WHOLE: u32 = 24;
/// Points are kept in this many parts, so that averages do not lose order.
pub(super) const PARTS: u32 = 64;

/// The most that a word is worth in a name with this signature; `None` if it cannot stand there.
pub(super) fn most_in_name(word: &SegmentWord, name: Signature) -> Option<u32> {
    if word.signatures.iter().flatten().any(|signature| name.may_have(*signature)) {
        return Some(name::EXACT);
    }
    if word.is_unfinished() {
        return Some(name::BEGINNING);
    }
    word.slip_signatures.iter().any(|signature| name.may_have(*signature)).then_some(name::SLIP)
}

/// The most points of so many words, worth `points` by themselves, with `in_name` of them in a name of this length;
/// `found` words of the name stand for them.
pub(super) fn most(words: u32, points: u32, in_name: u32, found: u32, length: u32) -> u32 {
    let length = length.max(1);
    let pairs = (words - 1).max(1);
    let neighbours = (words + in_name).saturating_sub(2).max(words - 1);
    divided(PARTS * points, words)
        + divided(PARTS * (NEIGHBOURS / 2) * neighbours, pairs)
        + if in_name > 0 { PARTS * FIRST } else { 0 }
        + divided(PARTS * COVERAGE * found.min(length), length)
        + if in_name == words && length == words { PARTS * WHOLE } else { 0 }
}

pub(super) const fn score(tier: Tier, points: u32) -> u32 {
    ((tier as u32) << 24) | points
}

/// The inverses of small numbers, in parts of 2³² and rounded up.
const INVERSES: [u64; NAME_WORDS_MAX + 1] = {
    let mut inverses = [0; NAME_WORDS_MAX + 1];
    let mut number = 1;
    while number < inverses.len() {
        inverses[number] = (1 << u32::BITS) / number as u64 + 1;
        number += 1;
    }
    inverses
};

/// A quotient without a division, which would take as long as all the rest. Exact for points of as many words as a name
/// or a text has.
pub(super) const fn divided(points: u32, words: u32) -> u32 {
    ((points as u64 * INVERSES[words as usize]) >> u32::BITS) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotients_are_exact() {
        let most = PARTS * 2 * name::EXACT * NAME_WORDS_MAX as u32;
        for words in 1..=NAME_WORDS_MAX as u32 {
            assert!((0..=most).all(|points| divided(points, words) == points / words), "by {words}");
        }
    }
}
