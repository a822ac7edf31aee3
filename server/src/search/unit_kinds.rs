//! What administrative units are, as it stands before their names. It is no part of a name: `tinh` must find tinh dầu,
//! not whatever comes from a tỉnh, and `tỉnh Bắc Giang` what `Bắc Giang` finds.

use shared::text::Token;

use super::places::{PlaceText, WORDS_MAX};

/// With and without marks.
const KINDS: [[&str; 2]; 11] = [
    ["tỉnh", "tinh"],
    ["thành phố", "thanh pho"],
    ["thủ đô", "thu do"],
    ["quận", "quan"],
    ["huyện", "huyen"],
    ["thị xã", "thi xa"],
    ["thị trấn", "thi tran"],
    ["xã", "xa"],
    ["phường", "phuong"],
    ["đặc khu", "dac khu"],
    ["tp", "tp"],
];

/// The kind of a place and its name apart. A number is no name without its kind (`Quận 1`).
pub(super) fn without_kind(place: &str) -> (&str, &str) {
    let ends = KINDS.iter().filter_map(|[kind, _]| {
        let start = place.get(..kind.len())?;
        let rest = place[kind.len()..].trim_start_matches(['.', ' ']);
        let is_apart = rest.len() < place.len() - kind.len() && !rest.starts_with(|c: char| c.is_numeric());
        (start.to_lowercase() == *kind && is_apart).then_some(place.len() - rest.len())
    });
    place.split_at(ends.max().unwrap_or(0))
}

/// Leaves out what kind of unit a place is where its name follows: nothing is found by it but what has the words by
/// chance. A `hợp tác xã` is no `xã`.
pub(super) fn leave_out_kinds(words: &mut Vec<Token>, is_place: impl Fn(&str) -> bool) {
    let mut at = 0;
    while at < words.len() {
        let is_cooperative = at > 0 && words[at - 1].plain == "tac";
        let length = kind_at(&words[at..]).filter(|_| !is_cooperative);
        if let Some(length) = length
            && let Some(place) = place_at(&words[at + length..], &is_place)
        {
            words.drain(at..at + length);
            at += place;
        } else {
            at += 1;
        }
    }
}

/// How many words say what kind of unit follows.
fn kind_at(words: &[Token]) -> Option<usize> {
    let first = words.first()?.accented.as_str();
    let stands = |kind: &&&str| {
        let mut typed = words.iter().map(|word| word.accented.as_str());
        kind.starts_with(first) && kind.split(' ').all(|word| typed.next() == Some(word))
    };
    let kind = KINDS.iter().filter_map(|kinds| kinds.iter().find(stands));
    kind.map(|kind| kind.split(' ').count()).max()
}

/// How many words are the name of a place, the longest there is.
fn place_at(words: &[Token], is_place: impl Fn(&str) -> bool) -> Option<usize> {
    let text = PlaceText::new(&words[..words.len().min(WORDS_MAX)]);
    text.beginnings().find_map(|(length, name)| is_place(name).then_some(length))
}

#[cfg(test)]
mod tests {
    use shared::text::tokens;

    use super::*;

    fn left(text: &str) -> String {
        let known = ["bac giang", "hue", "an hao", "ba dinh", "dau tieng"];
        let mut words = tokens(text);
        leave_out_kinds(&mut words, |name| known.contains(&name));
        words.iter().map(|word| word.accented.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_kind_of_a_unit_is_left_out_before_its_name() {
        assert_eq!(left("tỉnh Bắc Giang"), "bắc giang");
        assert_eq!(left("chè thành phố Huế"), "chè huế");
        assert_eq!(left("quan ba dinh"), "ba dinh");
        assert_eq!(left("xã An Hảo tỉnh Bắc Giang"), "an hảo bắc giang");
    }

    #[test]
    fn words_that_only_look_like_a_kind_stay() {
        for text in [
            "tinh dầu quế",
            "hợp tác xã an hảo",
            "hop tac xa an hao",
            "tính bắc giang",
            "huyện",
            "quán ba đình",
        ] {
            assert_eq!(left(text), text);
        }
    }
}
