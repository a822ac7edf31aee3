//! Which parts of a text a query found.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::tokens::{Token, tokens};

/// The byte ranges of `text` that `query` names, in order: whole words, and of a word that the last, perhaps
/// unfinished, word of the query begins, its beginning. Marks need not be typed; where they are, a word that has
/// them is preferred to one that only has the letters.
pub fn highlight(text: &str, query: &str) -> Vec<Range<usize>> {
    let wanted = tokens(query);
    let words = tokens(text);
    let exact = |want: &Token| want.has_marks() && words.iter().any(|word| word.accented == want.accented);
    let accents_count: Vec<bool> = wanted.iter().map(exact).collect();
    let found = |word: &Token| {
        wanted.iter().zip(&accents_count).any(|(want, accents_count)| {
            if *accents_count { word.accented == want.accented } else { word.plain == want.plain }
        })
    };
    let accented_last = accents_count.last() == Some(&true);
    let unfinished = wanted.last().filter(|_| !accented_last).map(Token::beginning);
    let range = |word: &Token| {
        if found(word) {
            return Some(word.range.clone());
        }
        let beginning = unfinished.as_deref().filter(|beginning| word.beginning().starts_with(*beginning))?;
        let length = beginning_bytes(&text[word.range.clone()], beginning.chars().count());
        Some(word.range.start..word.range.start + length)
    };
    words.iter().filter_map(range).collect()
}

/// The bytes of the first `letters` letters of a word, with the combining marks that belong to them.
fn beginning_bytes(word: &str, letters: usize) -> usize {
    let starts = word.char_indices().filter(|(_, c)| !is_combining_mark(*c));
    starts.map(|(at, _)| at).nth(letters).unwrap_or(word.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marked(text: &str, query: &str) -> String {
        let mut marked = String::new();
        let mut end = 0;
        for range in highlight(text, query) {
            marked += &format!("{}[{}]", &text[end..range.start], &text[range.clone()]);
            end = range.end;
        }
        marked + &text[end..]
    }

    #[test]
    fn words_are_found_without_marks_and_the_last_by_its_beginning() {
        assert_eq!(marked("Trà ướp sen Vũ Toàn", "tra sen to"), "[Trà] ướp [sen] Vũ [To]àn");
        assert_eq!(marked("Mật ong hoa nhãn", "mật ong"), "[Mật] [ong] hoa nhãn");
        assert_eq!(marked("Chè Thuỷ", "thuy"), "Chè [Thuỷ]");
        assert_eq!(marked("Gạo nếp", ""), "Gạo nếp");
    }

    #[test]
    fn typed_marks_prefer_the_word_that_has_them() {
        assert_eq!(marked("Bơ và bò khô", "bò"), "Bơ và [bò] khô");
        assert_eq!(marked("Bơ khô", "bò"), "[Bơ] khô");
    }

    #[test]
    fn a_decomposed_text_keeps_its_marks_together() {
        assert_eq!(marked("Toa\u{300}n", "toa"), "[Toa\u{300}]n");
    }

    proptest! {
        #[test]
        fn ranges_are_in_the_text_on_boundaries_and_in_order(text in ".*", query in ".{0,20}") {
            let mut end = 0;
            for range in highlight(&text, &query) {
                prop_assert!(range.start >= end && range.end <= text.len() && range.start < range.end);
                prop_assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
                end = range.end;
            }
        }
    }
}
