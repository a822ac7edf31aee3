//! A text as something to look for: slots that must be filled, each by its words or by what also stands for them.

use std::ops::Range;
use std::rc::Rc;

use shared::text::{Token, fold};

use super::matching::Matcher;
use super::places::PlaceText;
use super::segment::{RowWord, Segment, Signature, row_word};
use super::standing::SegmentSynonym;
use super::stored::accent_of;
use super::synonyms::{Phrase, Synonyms};
use super::vocabulary::WordNumber;
use super::windows::SlotMatcher;

/// What may stand for a typed word beside the word itself.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Leniency {
    /// Regional synonyms.
    pub(super) synonyms: bool,
    /// Words that the last word begins.
    pub(super) beginnings: bool,
    /// Words of the remarks.
    pub(super) remarks: bool,
    /// One slip in one word.
    pub(super) slip: bool,
}

/// What to look for.
pub(super) struct Plan {
    pub(super) slots: Vec<Slot>,
    /// The same words, as they may name places.
    pub(super) text: PlaceText,
    pub(super) leniency: Leniency,
    /// How many slots must be filled.
    pub(super) demanded: usize,
    /// Whether any mark was typed: then accents count for ranking.
    pub(super) marked: bool,
}

/// Words that are filled together, because together they have synonyms; mostly one word.
pub(super) struct Slot {
    words: Vec<Word>,
    synonyms: Vec<super::synonyms::Synonym>,
}

struct Word {
    plain: String,
    accent: u16,
    marked: bool,
    /// One letter beside other words is one slip away from nearly everything that is short.
    may_slip: bool,
    /// The keys of a decoded word, which may be a foreign word after all.
    keys: Option<String>,
    /// What an unfinished word begins with.
    beginning: Option<String>,
}

impl Plan {
    /// A plan for words as understood; `typed` are the words before keystrokes were decoded.
    pub(super) fn new(query: &[Token], typed: &[Token], synonyms: &Synonyms, leniency: Leniency) -> Self {
        let mut slots = Vec::new();
        let mut at = 0;
        let is_alone = query.len() == 1;
        while at < query.len() {
            let rules: Vec<_> = match leniency.synonyms {
                true => synonyms.rules_at(query, at).collect(),
                false => Vec::new(),
            };
            let length = rules.first().map_or(1, |rule| rule.term.len());
            let words = (at..at + length).map(|at| {
                let unfinished = leniency.beginnings && at + 1 == query.len();
                Word::new(&query[at], &typed[at], unfinished, is_alone)
            });
            slots.push(Slot {
                words: words.collect(),
                synonyms: rules.iter().flat_map(|rule| rule.synonyms.iter().cloned()).collect(),
            });
            at += length;
        }
        Self {
            demanded: slots.len(),
            slots,
            text: PlaceText::new(query),
            leniency,
            marked: query.iter().any(Token::has_marks),
        }
    }

    /// The plain words in order.
    pub(super) fn typed(&self) -> impl Iterator<Item = &str> {
        self.slots.iter().flat_map(|slot| &slot.words).map(|word| word.plain.as_str())
    }

    /// Whether documents may lack a word as typed.
    pub(super) fn allows_guesses(&self) -> bool {
        self.leniency.slip || self.demanded < self.slots.len()
    }

    /// The plan as one segment knows it.
    pub(super) fn in_segment(
        &self,
        segment: &Segment,
    ) -> anyhow::Result<(Vec<SegmentSlot>, Vec<SlotMatcher>)> {
        let slots = self.slots.iter().map(|slot| slot.in_segment(segment, self.leniency));
        Ok(slots.collect::<anyhow::Result<Vec<_>>>()?.into_iter().unzip())
    }
}

impl Word {
    fn new(token: &Token, typed: &Token, unfinished: bool, is_alone: bool) -> Self {
        Self {
            may_slip: is_alone || token.plain.chars().nth(1).is_some(),
            keys: (typed.plain != token.plain).then(|| typed.plain.clone()),
            plain: token.plain.clone(),
            accent: accent_of(&token.accented),
            marked: token.has_marks(),
            beginning: unfinished.then(|| token.beginning()),
        }
    }
}

/// A slot as one segment knows it.
pub(super) struct SegmentSlot {
    pub(super) words: Vec<SegmentWord>,
    pub(super) synonyms: Rc<[SegmentSynonym]>,
}

/// A typed word as one segment knows it.
pub(super) struct SegmentWord {
    pub(super) number: Option<WordNumber>,
    pub(super) keys: Option<WordNumber>,
    pub(super) accent: u16,
    pub(super) marked: bool,
    pub(super) beginnings: [Range<WordNumber>; 2],
    /// In order.
    pub(super) slips: Vec<WordNumber>,
    /// Whether only the word itself stands for it.
    pub(super) is_alone: bool,
    /// The word in the signature of a name, and its keys.
    pub(super) signatures: [Option<Signature>; 2],
    pub(super) slip_signatures: Vec<Signature>,
}

impl Slot {
    fn in_segment(
        &self,
        segment: &Segment,
        leniency: Leniency,
    ) -> anyhow::Result<(SegmentSlot, SlotMatcher)> {
        let words: Vec<_> = self.words.iter().map(|word| word.in_segment(segment, leniency)).collect();
        let synonyms = self.synonyms.iter().filter_map(|synonym| {
            let blocks = synonym.blocks.iter().filter_map(|block| numbers(block, segment)).collect();
            Some(SegmentSynonym::new(numbers(&synonym.phrase, segment)?, blocks))
        });
        let synonyms: Rc<[_]> = synonyms.collect();
        let exact = self.words.iter().zip(&words).map(|(word, known)| word.exact(known, segment, leniency));
        let exact = Matcher::all(exact.collect::<anyhow::Result<_>>()?);
        let begun = match words.iter().any(SegmentWord::is_unfinished) {
            true => {
                Matcher::all(words.iter().map(|word| word.begun(segment)).collect::<anyhow::Result<_>>()?)
            }
            false => Matcher::Nothing,
        };
        let meant = synonyms.iter().map(|synonym| {
            let lists = synonym.numbers().map(|number| list(number, segment));
            Ok(Matcher::all(lists.collect::<anyhow::Result<_>>()?))
        });
        let meant = Matcher::any(meant.collect::<anyhow::Result<_>>()?);
        let slip = match words.as_slice() {
            [word] => any_of(&word.slips, segment)?,
            _ => Matcher::Nothing,
        };
        let matcher = SlotMatcher::new(exact, begun, meant, synonyms.clone(), slip);
        Ok((SegmentSlot { words, synonyms }, matcher))
    }
}

impl Word {
    fn in_segment(&self, segment: &Segment, leniency: Leniency) -> SegmentWord {
        let vocabulary = &segment.vocabulary;
        let beginnings = match &self.beginning {
            Some(typed) if *typed == self.plain => [vocabulary.beginning(typed), 0..0],
            Some(typed) => [vocabulary.beginning(typed), vocabulary.beginning(&fold(&self.plain))],
            None => [0..0, 0..0],
        };
        let slips =
            if leniency.slip && self.may_slip { vocabulary.slips_of(&self.plain) } else { Vec::new() };
        let number = vocabulary.find(&self.plain);
        let keys = self.keys.as_ref().and_then(|keys| vocabulary.find(keys));
        let is_alone = keys.is_none() && slips.is_empty() && beginnings.iter().all(Range::is_empty);
        let signature = |number| Signature::of_words([number]);
        let signatures = [number, keys].map(|number| number.map(signature));
        let slip_signatures = slips.iter().copied().map(signature).collect();
        let (accent, marked) = (self.accent, self.marked);
        SegmentWord { number, keys, accent, marked, beginnings, slips, is_alone, signatures, slip_signatures }
    }

    fn exact(&self, known: &SegmentWord, segment: &Segment, leniency: Leniency) -> anyhow::Result<Matcher> {
        let mut lists = Vec::new();
        for number in [known.number, known.keys].into_iter().flatten() {
            lists.push(list(number, segment)?);
        }
        if leniency.remarks
            && let Some(term) = segment.remarks.terms().get(&self.plain)?
        {
            lists.push(Matcher::list(&segment.remarks, &term)?);
        }
        Ok(Matcher::any(lists))
    }
}

impl SegmentWord {
    /// Whether it may be the beginning of another word.
    pub(super) fn is_unfinished(&self) -> bool {
        self.beginnings.iter().any(|range| !range.is_empty())
    }

    /// Documents with a word that this one begins, or is.
    fn begun(&self, segment: &Segment) -> anyhow::Result<Matcher> {
        let numbers: Vec<_> = self.beginnings.iter().cloned().flatten().collect();
        if numbers.is_empty() {
            return self.number.map_or(Ok(Matcher::Nothing), |number| list(number, segment));
        }
        any_of(&numbers, segment)
    }
}

fn list(number: WordNumber, segment: &Segment) -> anyhow::Result<Matcher> {
    Matcher::list(&segment.words, segment.vocabulary.term(number))
}

fn any_of(numbers: &[WordNumber], segment: &Segment) -> anyhow::Result<Matcher> {
    let terms = numbers.iter().map(|number| segment.vocabulary.term(*number));
    Matcher::any_of(&segment.words, terms, segment.size)
}

fn numbers(phrase: &Phrase, segment: &Segment) -> Option<Vec<RowWord>> {
    phrase.iter().map(|word| Some(row_word(segment.vocabulary.find(&word.plain)?, word.accent))).collect()
}
