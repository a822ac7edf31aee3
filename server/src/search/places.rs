//! Names of places as phrases. A text that has the name of a place whole is about what lies there, not about
//! whatever has its syllables: there is a `hà` and a `giang` in many a row that has nothing to do with Hà Giang.
//!
//! The names are numbered for each segment and a row has the numbers of its places. A text is looked up once for
//! each segment, so that rows are only asked for numbers, and only by texts that name a place.

use std::collections::HashMap;

use shared::text::{Token, tokens};

use super::plan::Plan;
use super::stored::{StoredWord, accent_of};
use super::unit_kinds::without_kind;

/// Longer names are not recognised.
pub(super) const WORDS_MAX: usize = 6;

/// Points of each word of a place's name. More than a word has anywhere in a product's name, less than a word that
/// stands there beside its neighbour.
const PHRASE: u32 = 225;
/// The same where other accents were typed.
const OTHER_ACCENTS: u32 = 150;
/// One syllable tells less than several: the name that has it comes first.
const SYLLABLE: u32 = 185;

/// The number of a place's name in its segment.
pub(super) type PlaceNumber = u32;

/// The names of places of one segment: by their plain words all spellings there are.
#[derive(Default)]
pub(super) struct Places {
    spellings: HashMap<String, Vec<(u16, PlaceNumber)>>,
    size: PlaceNumber,
}

impl Places {
    /// The number of a name, a new one if it was not known.
    pub(super) fn number(&mut self, name: StoredWord) -> PlaceNumber {
        let spellings = self.spellings.entry(name.plain).or_default();
        if let Some((_, number)) = spellings.iter().find(|(accent, _)| *accent == name.accent) {
            return *number;
        }
        self.size += 1;
        spellings.push((name.accent, self.size));
        self.size
    }

    /// Whether a place is called so.
    pub(super) fn has(&self, plain: &str) -> bool {
        self.spellings.contains_key(plain)
    }

    /// The places a text names.
    pub(super) fn named_by(&self, plan: &Plan) -> Vec<NamedPlace> {
        let mut named = Vec::new();
        for (from, to) in runs(plan.text.plain.len()) {
            let Some(spellings) = self.spellings.get(plan.text.plain.run(from, to)) else { continue };
            let accented = plan.text.accented.run(from, to);
            let accent = accent_of(accented);
            let place = |(spelled, number): &(u16, PlaceNumber)| {
                let points = match (accented.is_ascii() || *spelled == accent, to - from) {
                    (false, _) => OTHER_ACCENTS,
                    (true, 1) => SYLLABLE,
                    (true, _) => PHRASE,
                };
                NamedPlace { words: (1 << to) - (1 << from), number: *number, points }
            };
            named.extend(spellings.iter().map(place));
        }
        named
    }
}

/// A place named by some words of a text.
pub(super) struct NamedPlace {
    /// One bit for each of the words.
    pub(super) words: u32,
    pub(super) number: PlaceNumber,
    /// What each of the words is worth in a row that has the place.
    pub(super) points: u32,
}

/// The words of a text with spaces between, so that runs of them are names to look up.
#[derive(Default)]
struct Joined {
    text: String,
    starts: Vec<usize>,
}

impl Joined {
    fn new<'a>(words: impl ExactSizeIterator<Item = &'a str>) -> Self {
        let size = words.len();
        let mut joined = Self { text: String::with_capacity(size * 8), starts: Vec::with_capacity(size) };
        for word in words {
            joined.starts.push(joined.text.len());
            joined.text.push_str(word);
            joined.text.push(' ');
        }
        joined
    }

    fn len(&self) -> usize {
        self.starts.len()
    }

    fn run(&self, from: usize, to: usize) -> &str {
        let end = self.starts.get(to).copied().unwrap_or(self.text.len());
        self.text[self.starts[from]..end].trim_end()
    }
}

/// A text as it may name places.
#[derive(Default)]
pub(super) struct PlaceText {
    plain: Joined,
    accented: Joined,
}

impl PlaceText {
    pub(super) fn new(words: &[Token]) -> Self {
        Self {
            plain: Joined::new(words.iter().map(|word| word.plain.as_str())),
            accented: Joined::new(words.iter().map(|word| word.accented.as_str())),
        }
    }

    /// The plain words it begins with and how many they are, the most first.
    pub(super) fn beginnings(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..=self.plain.len()).rev().map(|words| (words, self.plain.run(0, words)))
    }
}

/// Every run of words that may be a name.
fn runs(words: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..words).flat_map(move |from| (from + 1..=words.min(from + WORDS_MAX)).map(move |to| (from, to)))
}

/// The names in a text about places, each once and without what kind of unit it is; an address is several.
pub(super) fn names<'a>(places: impl Iterator<Item = &'a str>) -> Vec<StoredWord> {
    let parts = places.flat_map(|place| place.split([',', ';']));
    let mut names: Vec<StoredWord> = parts.filter_map(|part| name(without_kind(part.trim()).1)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn name(text: &str) -> Option<StoredWord> {
    let text = PlaceText::new(&tokens(text));
    let words = text.plain.len();
    (words > 0).then(|| StoredWord {
        accent: accent_of(text.accented.run(0, words)),
        plain: text.plain.run(0, words).to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_places_are_phrases_without_their_kinds() {
        let names = |place: &str| {
            super::names([place].into_iter()).into_iter().map(|name| name.plain).collect::<Vec<_>>()
        };

        assert_eq!(names("Tỉnh Bắc Giang"), ["bac giang"]);
        assert_eq!(names("thôn 3, xã An Hảo, TP. Huế"), ["an hao", "hue", "thon 3"]);
        assert_eq!(names("Quận 1"), ["quan 1"]);
        assert_eq!(names("Xã"), ["xa"]);
    }

    #[test]
    fn a_text_names_places_by_whole_runs_of_its_words() {
        let mut places = Places::default();
        let hue = places.number(name("Huế").unwrap());
        let giang = places.number(name("Hà Giang").unwrap());
        assert_eq!(places.number(name("Hà Giang").unwrap()), giang);
        let named = |text: &str| {
            let words = tokens(text);
            let plan = Plan::new(&words, &words, &Default::default(), Default::default());
            let named = places.named_by(&plan);
            named.into_iter().map(|place| (place.number, place.words, place.points)).collect::<Vec<_>>()
        };

        assert_eq!(named("mật ong ha giang"), [(giang, 0b1100, PHRASE)]);
        assert_eq!(named("hạ giang huế"), [(giang, 0b11, OTHER_ACCENTS), (hue, 0b100, SYLLABLE)]);
        assert_eq!(named("giang hà"), []);
    }
}
