//! The two keys of a word, and folding to plain letters.

use super::alphabet::{compose, letters};
use super::tones::settle_tone;

/// A text in lower case with no Vietnamese marks: `Đông Anh` gives `dong anh`.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    letters(text).into_iter().map(|letter| letter.base).collect()
}

/// A word in lower case with all its marks, the tone in one place: `Hoà` gives `hòa`.
pub fn accented_key(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut letters = letters(word);
    settle_tone(&mut letters);
    compose(&letters)
}

/// A word as it is found: folded, and a final `y` written `i` where both are used (`kỹ` and `kĩ`).
pub fn plain_key(word: &str) -> String {
    let mut key = fold(word);
    let twin = matches!(
        key.as_bytes(),
        [.., b'h' | b'k' | b'l' | b'm' | b's' | b't' | b'v', b'y'] | [.., b'q', b'u', b'y']
    );
    if twin {
        key.pop();
        key.push('i');
    }
    key
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn all_marks_fall_and_d_with_stroke_too() {
        assert_eq!(fold("Đông Anh"), "dong anh");
        assert_eq!(fold("Ðông ɖ Ɖ ð"), "dong d d d");
        assert_eq!(fold("Rượu NẾP cẩm, ỔI"), "ruou nep cam, oi");
        assert_eq!(fold("hoa\u{300} ê\u{301}"), "hoa e");
    }

    #[test]
    fn final_i_and_y_are_twins_after_some_consonants() {
        for (i, y) in [
            ("hi", "hy"),
            ("kĩ", "kỹ"),
            ("lí", "lý"),
            ("mì", "mỳ"),
            ("sĩ", "sỹ"),
            ("tỉ", "tỷ"),
            ("vĩ", "vỹ"),
            ("quí", "quý"),
            ("quỉ", "quỷ"),
        ] {
            assert_eq!(plain_key(i), plain_key(y));
        }
    }

    #[test]
    fn i_and_y_differ_after_a_vowel_and_alone() {
        assert_ne!(plain_key("tai"), plain_key("tay"));
        assert_ne!(plain_key("túi"), plain_key("túy"));
        assert_eq!(plain_key("ý"), "y");
    }

    #[test]
    fn the_accented_key_keeps_what_folding_merges() {
        let keys = ["bò", "bơ", "bỏ", "bó"].map(accented_key);

        assert_eq!(keys, ["bò", "bơ", "bỏ", "bó"]);
        assert_eq!(accented_key("Ðà"), "đà");
    }

    proptest! {
        #[test]
        fn folding_again_changes_nothing(text in ".*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn keys_are_their_own_keys(word in "\\PC*") {
            let (accented, plain) = (accented_key(&word), plain_key(&word));
            prop_assert_eq!(accented_key(&accented), accented.clone());
            prop_assert_eq!(plain_key(&plain), plain.clone());
            prop_assert_eq!(plain_key(&accented), plain);
        }
    }
}
