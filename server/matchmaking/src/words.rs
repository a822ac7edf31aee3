//! Words of names as numbers, so that millions of them are small and quickly compared.

use shared::text::tokens;

/// The words of a name without marks, each once, in a fixed order. Numbers and single letters say too little of what
/// something is.
pub fn of(name: &str) -> Box<[u32]> {
    let says_something =
        |word: &str| word.chars().count() > 1 && !word.starts_with(|c: char| c.is_ascii_digit());
    let words = tokens(name).into_iter().map(|token| token.plain);
    let mut words: Vec<u32> = words.filter(|word| says_something(word)).map(|word| hash(&word)).collect();
    words.sort_unstable();
    words.dedup();
    words.into_boxed_slice()
}

/// FNV-1a: the same on every machine.
fn hash(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// How many words of one name are in another.
pub(crate) fn shared_by(one: &[u32], other: &[u32]) -> usize {
    let (mut found, mut at) = (0, 0);
    for word in one {
        while other.get(at).is_some_and(|next| next < word) {
            at += 1;
        }
        found += usize::from(other.get(at) == Some(word));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_share_words_whatever_their_marks_and_order() {
        let (need, product) = (of("Miến dong, gói 500 g"), of("mien dong Cự Đà"));

        assert_eq!(need.len(), 3);
        assert_eq!(shared_by(&need, &product), 2);
        assert_eq!(shared_by(&need, &[]), 0);
    }
}
