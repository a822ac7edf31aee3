//! One slip of the fingers: a letter left out, put in, changed, or swapped with its neighbour.

/// Whether two words differ by exactly one slip. Bytes are letters here: plain words are almost always ASCII, and
/// a slip in another script is then only not forgiven.
pub(super) fn within_one_slip(typed: &[u8], meant: &[u8]) -> bool {
    if typed.len().abs_diff(meant.len()) > 1 {
        return false;
    }
    let same = typed.iter().zip(meant).take_while(|(a, b)| a == b).count();
    let (typed, meant) = (&typed[same..], &meant[same..]);
    match (typed, meant) {
        ([], []) => false,
        ([_, rest @ ..], meant) if rest == meant => true,
        (typed, [_, rest @ ..]) if typed == rest => true,
        ([_, typed @ ..], [_, meant @ ..]) if typed == meant => true,
        ([a, b, typed @ ..], [c, d, meant @ ..]) => a == d && b == c && typed == meant,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn slip(typed: &str, meant: &str) -> bool {
        within_one_slip(typed.as_bytes(), meant.as_bytes())
    }

    #[test]
    fn every_kind_of_slip_is_one() {
        for (typed, meant) in [
            ("koai", "khoai"),
            ("ghp", "ghep"),
            ("hugn", "hung"),
            ("gugg", "gung"),
            ("snog", "song"),
            ("oooong", "ooong"),
            ("b", "bo"),
            ("", "a"),
        ] {
            assert!(slip(typed, meant), "{typed} {meant}");
            assert!(slip(meant, typed), "{meant} {typed}");
        }
    }

    #[test]
    fn the_same_word_and_two_slips_are_not_one() {
        for (typed, meant) in [("bo", "bo"), ("", ""), ("kho", "hoa"), ("abcd", "badc"), ("ca", "cacao")] {
            assert!(!slip(typed, meant), "{typed} {meant}");
        }
    }

    proptest! {
        #[test]
        fn any_letter_may_be_left_out_or_swapped(word in "[a-c]{2,8}", at in 0usize..7) {
            let at = at % (word.len() - 1);
            let mut shorter = word.clone();
            shorter.remove(at);
            prop_assert!(slip(&shorter, &word) && slip(&word, &shorter));
            let mut swapped = word.clone().into_bytes();
            swapped.swap(at, at + 1);
            prop_assert_eq!(within_one_slip(&swapped, word.as_bytes()), swapped != word.as_bytes());
        }
    }
}
