//! The order of Vietnamese dictionaries (CLDR, locale vi): a ă â b c d đ e ê … y; a mark on the letter counts
//! first, the tone last.

use super::alphabet::{Letter, Shape, letters};

/// Ends the letters of a key; lower than every letter.
const END: u8 = 0;

/// A key whose bytes compare as the texts do in a dictionary.
pub fn sort_key(text: &str) -> Vec<u8> {
    let letters = letters(text);
    let mut key = Vec::with_capacity(2 * letters.len() + 1);
    for letter in &letters {
        push_weight(&mut key, *letter);
    }
    key.push(END);
    key.extend(letters.iter().map(|letter| letter.tone as u8));
    key
}

fn push_weight(key: &mut Vec<u8>, letter: Letter) {
    let shape = match letter.shape {
        Shape::Plain => 0,
        Shape::Breve => 1,
        Shape::Hat => 2,
        Shape::Horn => 3,
        Shape::Stroke => 4,
    };
    match letter.base {
        digit @ '0'..='9' => key.push(digit as u8 - b'0' + 10),
        base @ 'a'..='z' => key.push((base as u8 - b'a') * 5 + 50 + shape),
        other if other.is_alphanumeric() => {
            key.push(u8::MAX);
            key.extend(other.to_string().bytes());
        }
        _ => key.push(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(mut words: Vec<&str>) -> Vec<&str> {
        words.sort_by_key(|word| sort_key(word));
        words
    }

    #[test]
    fn letters_stand_in_the_order_of_the_alphabet() {
        let alphabet = "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y";
        let mut letters: Vec<&str> = alphabet.split(' ').collect();
        letters.reverse();

        assert_eq!(sorted(letters).join(" "), alphabet);
    }

    #[test]
    fn the_tone_counts_last() {
        let words = vec!["ma", "mà", "mả", "mã", "má", "mạ", "man", "măng", "mâm", "na"];
        let mut shuffled = words.clone();
        shuffled.reverse();

        assert_eq!(sorted(shuffled), words);
        assert_eq!(sorted(vec!["bán buôn", "bàn cờ"]), ["bán buôn", "bàn cờ"]);
    }

    #[test]
    fn case_and_composition_do_not_matter_and_spaces_come_first() {
        assert_eq!(sort_key("Chè"), sort_key("che\u{300}"));
        assert_eq!(sorted(vec!["Cam", "Ca cao", "9 loại"]), ["9 loại", "Ca cao", "Cam"]);
    }
}
