//! How people type a name: keystrokes, slips, misplaced tones. Deterministic, from a seed.

use shared::text::{fold, tokens};
use unicode_normalization::UnicodeNormalization;

/// A small generator of even numbers: the same on every machine.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end as u64) as usize
    }

    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at + 1));
        }
    }
}

/// The words of a text as written, in lower case.
pub(super) fn words(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|token| token.accented).collect()
}

pub(super) fn folded(text: &str) -> Vec<String> {
    words(text).iter().map(|word| fold(word)).collect()
}

/// One slip somewhere in a word of three letters or more.
pub(super) fn slip(words: &[String], random: &mut Random) -> Option<String> {
    let long: Vec<usize> = (0..words.len()).filter(|at| words[*at].len() >= 3).collect();
    let at = *long.get(random.below(long.len().max(1)))?;
    let mut word: Vec<char> = words[at].chars().collect();
    let place = random.below(word.len());
    match random.below(4) {
        0 => drop(word.remove(place)),
        1 => word.insert(place, word[place]),
        2 => word[place] = (b'a' + random.below(26) as u8) as char,
        _ if place + 1 < word.len() => word.swap(place, place + 1),
        _ => drop(word.remove(place)),
    }
    let mut slipped = words.to_vec();
    slipped[at] = word.into_iter().collect();
    (slipped != words).then(|| slipped.join(" "))
}

/// The keys of an input method, tones at the end of each syllable or right after their vowel.
pub(super) fn keystrokes(text: &str, is_telex: bool, tone_last: bool) -> String {
    words(text).iter().map(|word| keys(word, is_telex, tone_last)).collect::<Vec<_>>().join(" ")
}

fn keys(word: &str, is_telex: bool, tone_last: bool) -> String {
    let tones = if is_telex { ["s", "f", "r", "x", "j"] } else { ["1", "2", "3", "4", "5"] };
    let (mut keys, mut tone) = (String::new(), "");
    for c in word.nfc() {
        let parts: Vec<char> = c.nfd().collect();
        let base = if parts[0] == 'đ' { 'd' } else { parts[0] };
        keys.push(base);
        for mark in &parts {
            match (mark, is_telex) {
                ('đ', true) | ('\u{302}', true) => keys.push(base),
                ('đ', false) => keys.push('9'),
                ('\u{302}', false) => keys.push('6'),
                ('\u{31b}' | '\u{306}', true) => keys.push('w'),
                ('\u{31b}', false) => keys.push('7'),
                ('\u{306}', false) => keys.push('8'),
                ('\u{301}', _) => tone = tones[0],
                ('\u{300}', _) => tone = tones[1],
                ('\u{309}', _) => tone = tones[2],
                ('\u{303}', _) => tone = tones[3],
                ('\u{323}', _) => tone = tones[4],
                _ => {}
            }
        }
        if !tone_last {
            keys.push_str(std::mem::take(&mut tone));
        }
    }
    keys + tone
}

/// The text with the tone on the other vowel of open `oa`, `oe`, `uy`; `None` if there is none.
pub(super) fn second_vowel(text: &str) -> Option<String> {
    const PAIRS: [(&str, &str); 15] = [
        ("òa", "oà"),
        ("óa", "oá"),
        ("ỏa", "oả"),
        ("õa", "oã"),
        ("ọa", "oạ"),
        ("òe", "oè"),
        ("óe", "oé"),
        ("ỏe", "oẻ"),
        ("õe", "oẽ"),
        ("ọe", "oẹ"),
        ("ùy", "uỳ"),
        ("úy", "uý"),
        ("ủy", "uỷ"),
        ("ũy", "uỹ"),
        ("ụy", "uỵ"),
    ];
    let moved = |word: &String| {
        let pair = PAIRS.iter().find(|(first, _)| word.ends_with(first));
        pair.map_or(word.clone(), |(first, second)| word.replace(first, second))
    };
    let (plain, moved): (Vec<_>, Vec<_>) =
        words(text).into_iter().map(|word| (moved(&word), word)).map(|(m, w)| (w, m)).unzip();
    (plain != moved).then(|| moved.join(" "))
}
