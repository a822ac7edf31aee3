//! Where the tone mark stands in a syllable.
//!
//! Only the open rhymes `oa`, `oe`, `uy` have two accepted spellings, but people misplace the mark in others too
//! (`ngọai`, `qùynh`). One rule for every syllable gives one key for all of them.

use super::alphabet::{Letter, Shape, Tone};

/// Moves the tone to the letter that bears it in the spelling of the keyboard's default (`hòa`, `thúy`).
/// A word that is no Vietnamese syllable, or has several tones, stays as it is.
pub(super) fn settle_tone(letters: &mut [Letter]) {
    let mut toned = letters.iter().enumerate().filter(|(_, letter)| letter.tone != Tone::Level);
    let (Some((from, letter)), None) = (toned.next(), toned.next()) else { return };
    let tone = letter.tone;
    let Some(to) = tone_bearer(letters) else { return };
    letters[from].tone = Tone::Level;
    letters[to].tone = tone;
}

/// The letter of a syllable that bears the tone; `None` if this is no syllable.
pub(super) fn tone_bearer(letters: &[Letter]) -> Option<usize> {
    let rhyme = rhyme_start(letters)?;
    let vowels = letters[rhyme..].iter().take_while(|letter| letter.is_vowel()).count();
    let coda = &letters[rhyme + vowels..];
    let is_syllable = letters.iter().all(|letter| letter.base.is_ascii_lowercase())
        && !coda.iter().any(|letter| letter.is_vowel());
    if !is_syllable {
        return None;
    }
    let cluster = &letters[rhyme..rhyme + vowels];
    if let Some(shaped) = cluster.iter().rposition(|letter| letter.shape != Shape::Plain) {
        return Some(rhyme + shaped);
    }
    let place = match vowels {
        1 => 0,
        2 if coda.is_empty() => 0,
        _ => 1,
    };
    Some(rhyme + place)
}

/// Where the rhyme begins: at the first vowel, but `qu` and `gi` before a vowel are consonants.
pub(super) fn rhyme_start(letters: &[Letter]) -> Option<usize> {
    let first = letters.iter().position(|letter| letter.is_vowel())?;
    let before_vowel = letters.get(first + 1).is_some_and(|letter| letter.is_vowel());
    let glide = match letters[..first] {
        [Letter { base: 'q', .. }] => letters[first].base == 'u',
        [Letter { base: 'g', .. }] => letters[first].base == 'i',
        _ => false,
    };
    Some(if glide && before_vowel { first + 1 } else { first })
}

#[cfg(test)]
mod tests {
    use crate::text::accented_key;

    /// First vowel, second vowel, example with each.
    const PAIRS: [(&str, &str); 15] = [
        ("hòa", "hoà"),
        ("hóa", "hoá"),
        ("hỏa", "hoả"),
        ("lõa", "loã"),
        ("họa", "hoạ"),
        ("hòe", "hoè"),
        ("lóe", "loé"),
        ("khỏe", "khoẻ"),
        ("lõe", "loẽ"),
        ("tọe", "toẹ"),
        ("tùy", "tuỳ"),
        ("thúy", "thuý"),
        ("thủy", "thuỷ"),
        ("lũy", "luỹ"),
        ("thụy", "thuỵ"),
    ];

    #[test]
    fn both_places_of_the_tone_are_one_word_in_every_case() {
        let title = |word: &str| {
            let mut chars = word.chars();
            chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect::<String>()
        };
        for (first, second) in PAIRS {
            assert_eq!(accented_key(first), first);
            assert_eq!(accented_key(second), first);
            assert_eq!(accented_key(&second.to_uppercase()), first);
            assert_eq!(accented_key(&title(second)), first);
        }
    }

    #[test]
    fn rhymes_with_one_spelling_keep_it() {
        for word in [
            "hoàn", "loét", "huỳnh", "khuỷu", "quý", "quỳ", "quỷ", "huệ", "thuở", "giò", "già", "gìn",
            "giếng", "ngoại", "mía", "múa", "mửa", "rượu", "quỳnh", "khuya", "toàn", "tài", "xoài", "chuối",
            "bưởi", "quả", "đặc", "hoặc", "yến", "ốc", "ổi", "gà",
        ] {
            assert_eq!(accented_key(word), word);
        }
    }

    #[test]
    fn a_misplaced_tone_is_put_right() {
        assert_eq!(accented_key("ngọai"), "ngoại");
        assert_eq!(accented_key("qùynh"), "quỳnh");
        assert_eq!(accented_key("gìa"), "già");
    }
}
