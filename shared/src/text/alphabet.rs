//! Letters taken apart into base, shape and tone, and put together again.
//!
//! `ế` is the base `e`, the shape hat and the tone sắc. Unicode's own decomposition gives all three, except
//! for `đ`, which has none.

use unicode_normalization::UnicodeNormalization;

/// The mark that makes another letter of a base letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
    /// The base letter itself.
    Plain,
    /// ă
    Breve,
    /// â ê ô
    Hat,
    /// ơ ư
    Horn,
    /// đ
    Stroke,
}

/// The six tones, in the order of Vietnamese dictionaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tone {
    /// ngang: no mark.
    Level,
    /// huyền: à
    Grave,
    /// hỏi: ả
    Hook,
    /// ngã: ã
    Tilde,
    /// sắc: á
    Acute,
    /// nặng: ạ
    Dot,
}

/// One lower-case letter, or any other character with no marks of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    pub(super) base: char,
    pub(super) shape: Shape,
    pub(super) tone: Tone,
}

impl Letter {
    pub(super) const fn plain(base: char) -> Self {
        Self { base, shape: Shape::Plain, tone: Tone::Level }
    }

    pub(super) const fn is_vowel(self) -> bool {
        matches!(self.base, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
    }
}

/// The letters of a text in lower case; look-alikes of `đ` are read as `đ`.
pub(super) fn letters(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::with_capacity(text.len());
    for c in text.nfd() {
        if let Some(last) = letters.last_mut()
            && mark(last, c)
        {
            continue;
        }
        match c {
            'đ' | 'Đ' | 'ð' | 'Ð' | 'ɖ' | 'Ɖ' => {
                letters.push(Letter { shape: Shape::Stroke, ..Letter::plain('d') });
            }
            _ => letters.extend(c.to_lowercase().map(Letter::plain)),
        }
    }
    letters
}

/// Puts a combining mark on a letter; false if it is none of ours or the letter has one already.
fn mark(letter: &mut Letter, c: char) -> bool {
    let (shape, tone) = match c {
        '\u{302}' => (Shape::Hat, Tone::Level),
        '\u{306}' => (Shape::Breve, Tone::Level),
        '\u{31b}' => (Shape::Horn, Tone::Level),
        '\u{300}' => (Shape::Plain, Tone::Grave),
        '\u{309}' => (Shape::Plain, Tone::Hook),
        '\u{303}' => (Shape::Plain, Tone::Tilde),
        '\u{301}' => (Shape::Plain, Tone::Acute),
        '\u{323}' => (Shape::Plain, Tone::Dot),
        _ => return false,
    };
    if tone != Tone::Level {
        letter.tone = tone;
    } else {
        letter.shape = shape;
    }
    true
}

/// The letters written out, in NFC.
pub(super) fn compose(letters: &[Letter]) -> String {
    letters.iter().flat_map(|letter| spelled(*letter).into_iter().flatten()).nfc().collect()
}

fn spelled(letter: Letter) -> [Option<char>; 3] {
    let base = if letter.shape == Shape::Stroke { 'đ' } else { letter.base };
    let shape = match letter.shape {
        Shape::Plain | Shape::Stroke => None,
        Shape::Breve => Some('\u{306}'),
        Shape::Hat => Some('\u{302}'),
        Shape::Horn => Some('\u{31b}'),
    };
    let tone = match letter.tone {
        Tone::Level => None,
        Tone::Grave => Some('\u{300}'),
        Tone::Hook => Some('\u{309}'),
        Tone::Tilde => Some('\u{303}'),
        Tone::Acute => Some('\u{301}'),
        Tone::Dot => Some('\u{323}'),
    };
    [Some(base), shape, tone]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The 67 lower-case letters outside ASCII.
    const ALPHABET: &str = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ";

    #[test]
    fn every_letter_survives_being_taken_apart() {
        assert_eq!(ALPHABET.chars().count(), 67);
        for c in ALPHABET.chars() {
            let letter = c.to_string();
            let upper = letter.to_uppercase();

            assert_eq!(letters(&letter).len(), 1);
            assert!(letters(&letter)[0].base.is_ascii_lowercase());
            assert_eq!(compose(&letters(&letter)), letter);
            assert_eq!(compose(&letters(&upper)), letter);
        }
    }

    #[test]
    fn windows_keyboards_send_a_vowel_and_a_combining_tone() {
        assert_eq!(compose(&letters("ê\u{301}")), "ế");
        assert_eq!(compose(&letters("a\u{341}")), "á");
    }
}
