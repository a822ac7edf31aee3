//! Names of units as people write them: with or without the type, abbreviated, with the tone mark in either
//! place, joined or apart (`Krông Ana`, `Krông A Na`), or without any marks.

use shared::text::{accented_key, fold, plain_key};

/// How the types of units are written; the first of each is the official word.
const KINDS: [(&str, &[&str]); 9] = [
    ("Tỉnh", &["tỉnh"]),
    ("Thành phố", &["thành phố", "tp", "tp."]),
    ("Quận", &["quận", "q."]),
    ("Thị xã", &["thị xã", "tx", "tx."]),
    ("Huyện", &["huyện", "h."]),
    ("Phường", &["phường", "p."]),
    ("Thị trấn", &["thị trấn", "tt", "tt."]),
    ("Đặc khu", &["đặc khu"]),
    ("Xã", &["xã", "x."]),
];
/// Units grow: a commune is made a township, a town a city. A source may still use the older word.
const GROWTH: [&[&str]; 4] = [
    &["Xã", "Thị trấn", "Phường"],
    &["Huyện", "Thị xã", "Thành phố"],
    &["Huyện", "Thị xã", "Quận"],
    &["Tỉnh", "Thành phố"],
];
/// Types of districts.
pub(super) const DISTRICT_KINDS: [&str; 4] = ["Quận", "Huyện", "Thị xã", "Thành phố"];
/// Types of wards, in either era.
pub(super) const WARD_KINDS: [&str; 4] = ["Phường", "Xã", "Thị trấn", "Đặc khu"];

/// A name as a source writes it, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// The official word of its type, if it states one.
    pub(super) kind: Option<&'static str>,
    pub(super) spelling: Spelling,
}

/// Keys under which two spellings of a name are the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spelling {
    /// With all marks.
    pub(super) accented: String,
    /// Without marks.
    pub(super) plain: String,
    /// Whether it is written with marks at all.
    pub(super) is_marked: bool,
}

impl Name {
    /// Reads a name; a type in front is told apart. `Xà Bang` and `Tịnh Biên` have none.
    pub(super) fn read(text: &str) -> Self {
        let words: Vec<&str> = text.split_whitespace().collect();
        let found = kind_at(&words, 0).filter(|(_, length)| *length < words.len());
        let (kind, rest) = found.map_or((None, 0), |(kind, length)| (Some(kind), length));
        Self { kind, spelling: Spelling::of(&words[rest..].join(" ")) }
    }

    /// Reads the only name after one of these types in a part of an address: `Chợ Mơ quận Hai Bà Trưng`.
    /// A part that names several is about several places and gives none.
    pub(super) fn after(kinds: &[&str], part: &str) -> Option<(Self, String)> {
        let spaced = part.replace('.', ". ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let mut places = kinds_in(&words).into_iter().filter(|(_, kind)| kinds.contains(kind));
        let (Some((at, _)), None) = (places.next(), places.next()) else { return None };
        let text = words[at..].join(" ");
        let name = Self::read(&text);
        (name.kind.is_some()).then_some((name, text))
    }
}

impl Spelling {
    pub(super) fn of(text: &str) -> Self {
        let words = || text.split(|c: char| !c.is_alphanumeric()).map(|word| word.trim_start_matches('0'));
        Self {
            accented: words().map(accented_key).collect(),
            plain: words().map(plain_key).collect(),
            is_marked: fold(text) != text.to_lowercase(),
        }
    }
}

/// Whether what a source calls `old` may be a unit of type `now`.
pub(super) fn may_be(old: &str, now: &str) -> bool {
    let place = |line: &[&str], kind: &str| line.iter().position(|step| *step == kind);
    GROWTH
        .iter()
        .any(|line| place(line, old).zip(place(line, now)).is_some_and(|(before, after)| before < after))
}

/// The types named in a text and the words they begin at. The `xã` of `thị xã` and of `hợp tác xã` is no
/// commune.
fn kinds_in(words: &[&str]) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let is_cooperative = at > 0 && fold(words[at - 1]) == "tac";
        match kind_at(words, at).filter(|_| !is_cooperative) {
            Some((kind, length)) => {
                found.push((at, kind));
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// The type that begins at a word, and how many words it takes. In a text without marks, so are the types.
fn kind_at(words: &[&str], at: usize) -> Option<(&'static str, usize)> {
    let is_marked = words.iter().any(|word| fold(word) != word.to_lowercase());
    let key = |word: &str| if is_marked { accented_key(word) } else { fold(word) };
    let is_written = |spelling: &str| {
        let length = spelling.split(' ').count();
        let written = words.get(at..at + length)?;
        written.iter().zip(spelling.split(' ')).all(|(word, kind)| key(word) == key(kind)).then_some(length)
    };
    KINDS.iter().find_map(|(kind, spellings)| {
        let length = spellings.iter().find_map(|spelling| is_written(spelling))?;
        Some((*kind, length))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, other: &str) -> bool {
        Name::read(one).spelling.accented == Name::read(other).spelling.accented
    }

    #[test]
    fn a_type_in_front_is_told_from_a_name_that_looks_like_one() {
        let kind = |text: &str| Name::read(text).kind;

        assert_eq!(kind("thị xã Sơn Tây"), Some("Thị xã"));
        assert_eq!(kind("Thành Phố Bắc Kạn"), Some("Thành phố"));
        assert_eq!(kind("TP. Huế"), Some("Thành phố"));
        assert_eq!(kind("huyen Me Linh"), Some("Huyện"));
        for name in ["Xà Bang", "Tịnh Biên", "Tỉnh", "Phú Xuyên", "Quan Sơn", "Xá"] {
            assert_eq!(kind(name), None, "{name}");
        }
    }

    #[test]
    fn variants_of_a_name_are_one() {
        for (one, other) in [
            ("Hoà Bình", "tỉnh Hòa Bình"),
            ("Krông Ana", "Huyện Krông A Na"),
            ("Bà Rịa - Vũng Tàu", "Bà Rịa Vũng Tàu"),
            ("phường 05", "Phường 5"),
            ("thị xã Thuỷ Nguyên", "Thủy Nguyên"),
        ] {
            assert!(same(one, other), "{one} {other}");
        }
        assert!(!same("Tam Đàn", "Tam Dân"));
        assert_eq!(Name::read("Đak Pơ").spelling.plain, Name::read("Huyện Đăk Pơ").spelling.plain);
    }

    #[test]
    fn a_part_of_an_address_names_one_unit_or_none() {
        let district = |part: &str| Name::after(&DISTRICT_KINDS, part).map(|(_, text)| text);

        assert_eq!(district("Trung tâm Văn hóa quận Tây Hồ").as_deref(), Some("quận Tây Hồ"));
        assert_eq!(district("Q.11").as_deref(), Some("Q. 11"));
        assert_eq!(district("huyện Thanh Oai và huyện Thường Tín"), None);
        assert_eq!(district("đền Hai Bà Trưng"), None);
        for part in ["Hợp tác xã Nông lâm nghiệp Bắc Sơn", "thị xã Sơn Tây", "làng cổ Đường Lâm"]
        {
            assert_eq!(Name::after(&WARD_KINDS, part), None, "{part}");
        }
    }

    #[test]
    fn units_grow_and_do_not_shrink() {
        assert!(may_be("Thị xã", "Thành phố") && may_be("Xã", "Phường") && may_be("Tỉnh", "Thành phố"));
        assert!(!may_be("Phường", "Xã") && !may_be("Xã", "Huyện") && !may_be("Quận", "Huyện"));
    }
}
