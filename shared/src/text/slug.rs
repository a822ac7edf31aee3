//! Text as it stands in an address.

use super::tokens::tokens;

/// The folded words with hyphens between them: `Đông Anh` gives `dong-anh`.
pub fn slug(text: &str) -> String {
    let words: Vec<String> = tokens(text).iter().map(|token| token.beginning()).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_everything_else_is_a_hyphen() {
        assert_eq!(slug("Đông Anh"), "dong-anh");
        assert_eq!(slug(" Trà «Thuý» – 3 sao! "), "tra-thuy-3-sao");
        assert_eq!(slug("…"), "");
    }
}
