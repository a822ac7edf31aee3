//! A text cut into words with their keys and their place in the original.
//!
//! A word is a run of letters, digits and combining marks: `ST25` is one, `V.Robi` two, `HT+` is `ht`.
//! In Vietnamese that makes a word of every syllable, which is what we search by.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::fold::{accented_key, fold, plain_key};

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the original text, in bytes.
    pub range: Range<usize>,
    /// With all marks, the tone in one place.
    pub accented: String,
    /// Without marks, final `i` and `y` as twins.
    pub plain: String,
}

impl Token {
    /// Whether a mark was written: then the accents of this word are meant.
    pub fn has_marks(&self) -> bool {
        !self.accented.is_ascii()
    }

    /// The letters as typed so far, without marks and without twins: what an unfinished word begins with.
    pub fn beginning(&self) -> String {
        fold(&self.accented)
    }
}

/// The words of a text, in order.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5 + 1);
    let mut start = None;
    for (at, c) in text.char_indices() {
        let in_word = c.is_alphanumeric() || (start.is_some() && is_combining_mark(c));
        match (start, in_word) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                tokens.push(token(text, from..at));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        tokens.push(token(text, from..text.len()));
    }
    tokens
}

fn token(text: &str, range: Range<usize>) -> Token {
    let word = &text[range.clone()];
    Token { accented: accented_key(word), plain: plain_key(word), range }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.plain).collect()
    }

    #[test]
    fn syllables_brands_and_varieties_are_words() {
        assert_eq!(plain("Gạo sạch Quỳnh Thanh ST25"), ["gao", "sach", "quynh", "thanh", "st25"]);
        assert_eq!(plain("Snack rong biển V.Robi"), ["snack", "rong", "bien", "v", "robi"]);
        assert_eq!(plain("Đông trùng - Yến HT+"), ["dong", "trung", "yen", "ht"]);
        assert_eq!(plain("  \"*\" … 🐟 "), Vec::<String>::new());
    }

    #[test]
    fn ranges_are_those_of_the_original_even_when_it_is_decomposed() {
        let text = "Chè\u{323} hoa\u{300}, ốc";
        let words: Vec<_> = tokens(text).iter().map(|token| &text[token.range.clone()]).collect();

        assert_eq!(words, ["Chè\u{323}", "hoa\u{300}", "ốc"]);
        assert_eq!(tokens(text)[1].accented, "hòa");
    }

    proptest! {
        #[test]
        fn ranges_are_in_the_text_on_boundaries_and_in_order(text in ".*") {
            let mut end = 0;
            for token in tokens(&text) {
                prop_assert!(token.range.start >= end && token.range.end <= text.len());
                prop_assert!(text.is_char_boundary(token.range.start) && text.is_char_boundary(token.range.end));
                prop_assert!(!token.plain.is_empty() && !token.accented.is_empty());
                end = token.range.end;
            }
        }
    }
}
