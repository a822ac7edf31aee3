//! What the keys of an input method do to the syllable typed so far. Telex and VNI differ only in their keys.
//!
//! Keys may follow the vowel at once or stand at the end of the syllable. The same key twice takes its mark
//! back and leaves the key as a letter.

use super::alphabet::{Letter, Shape, Tone, compose};
use super::tones::{rhyme_start, tone_bearer};

/// What one key asks for.
#[derive(Clone, Copy)]
pub(super) enum Key {
    /// Put this tone on the syllable; `Level` takes it away.
    Tone(Tone),
    /// Put this shape on the last letter that can bear it, of these bases.
    Shape(Shape, &'static str),
    /// Telex `w`: horn on `o` and `u`, breve on `a`; alone it is `ư`.
    HornOrBreve,
    /// An ordinary letter.
    Letter,
}

/// A pure ASCII text with every word decoded; `None` if no key did anything.
pub(super) fn decode(text: &str, key_of: impl Fn(char) -> Key) -> Option<String> {
    if !text.is_ascii() {
        return None;
    }
    let mut changed = false;
    let words = text.split_ascii_whitespace().map(|word| {
        let decoded = decode_word(word, &key_of);
        changed |= !decoded.is_ascii();
        decoded
    });
    let decoded = words.collect::<Vec<_>>().join(" ");
    changed.then_some(decoded)
}

fn decode_word(word: &str, key_of: &impl Fn(char) -> Key) -> String {
    let mut syllable = Syllable::default();
    for c in word.chars().map(|c| c.to_ascii_lowercase()) {
        syllable.press(c, key_of(c));
    }
    syllable.finish()
}

#[derive(Default)]
struct Syllable {
    letters: Vec<Letter>,
    tone: Option<Tone>,
    /// The key whose mark was taken back: from then on it is a letter.
    taken_back: Option<char>,
    /// Whether one key put both horns of `ươ`; at the end of a word it is `uơ`.
    horned_pair: bool,
}

impl Syllable {
    fn press(&mut self, c: char, key: Key) {
        let done = self.taken_back != Some(c)
            && match key {
                Key::Letter => false,
                Key::Tone(tone) => self.tone(c, tone),
                Key::Shape(shape, bases) => self.shape(c, shape, bases),
                Key::HornOrBreve => self.horn_or_breve(c),
            };
        if !done {
            self.letters.push(Letter::plain(c));
        }
    }

    fn tone(&mut self, c: char, tone: Tone) -> bool {
        if rhyme_start(&self.letters).is_none() || (tone == Tone::Level && self.tone.is_none()) {
            return false;
        }
        if self.tone == Some(tone) {
            self.tone = None;
            self.taken_back = Some(c);
            return false;
        }
        self.tone = (tone != Tone::Level).then_some(tone);
        true
    }

    fn shape(&mut self, c: char, shape: Shape, bases: &str) -> bool {
        if shape == Shape::Horn && self.horn_pair() {
            return true;
        }
        let rhyme = if shape == Shape::Stroke { 0 } else { rhyme_start(&self.letters).unwrap_or(0) };
        let Some(letter) = self.letters[rhyme..].iter_mut().rev().find(|letter| bases.contains(letter.base))
        else {
            return false;
        };
        if letter.shape == shape {
            letter.shape = Shape::Plain;
            self.taken_back = Some(c);
            return false;
        }
        letter.shape = shape;
        true
    }

    /// `uo` becomes `ươ` with one key.
    fn horn_pair(&mut self) -> bool {
        let rhyme = rhyme_start(&self.letters).unwrap_or(0);
        let rhyme = &mut self.letters[rhyme..];
        for at in 1..rhyme.len() {
            if let [u, o] = &mut rhyme[at - 1..=at]
                && (u.base, u.shape, o.base, o.shape) == ('u', Shape::Plain, 'o', Shape::Plain)
            {
                (u.shape, o.shape) = (Shape::Horn, Shape::Horn);
                self.horned_pair = true;
                return true;
            }
        }
        false
    }

    fn horn_or_breve(&mut self, c: char) -> bool {
        if self.horn_pair() {
            return true;
        }
        let Some(rhyme) = rhyme_start(&self.letters) else {
            self.letters.push(Letter { shape: Shape::Horn, ..Letter::plain('u') });
            return true;
        };
        let vowels: String = self.letters[rhyme..].iter().map(|letter| letter.base).collect();
        let at = match vowels.as_str() {
            "ua" | "uu" => Some(0),
            _ => vowels.rfind(['a', 'o', 'u']),
        };
        let Some(letter) = at.and_then(|at| self.letters.get_mut(rhyme + at)) else { return false };
        let shape = if letter.base == 'a' { Shape::Breve } else { Shape::Horn };
        if letter.shape == shape {
            letter.shape = Shape::Plain;
            self.taken_back = Some(c);
            return false;
        }
        letter.shape = shape;
        true
    }

    fn finish(mut self) -> String {
        let ends_in_pair =
            self.letters.last().is_some_and(|letter| (letter.base, letter.shape) == ('o', Shape::Horn));
        if self.horned_pair && ends_in_pair {
            let u = self.letters.len() - 2;
            self.letters[u].shape = Shape::Plain;
        }
        if let Some(tone) = self.tone {
            let bearer = tone_bearer(&self.letters)
                .or_else(|| self.letters.iter().rposition(|letter| letter.is_vowel()));
            if let Some(at) = bearer {
                self.letters[at].tone = tone;
            }
        }
        compose(&self.letters)
    }
}
