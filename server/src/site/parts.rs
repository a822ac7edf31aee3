//! The parts of the page's program (`frontend/src/places`). A browser that is told which files an address needs fetches
//! them together with the program; otherwise it would learn of them only after it has run.

use std::collections::HashMap;

/// The files of each part.
#[derive(Default)]
pub(super) struct Parts(HashMap<String, Vec<String>>);

impl Parts {
    /// Reads what the build of the page wrote down.
    pub(super) fn read(written: &[u8]) -> Self {
        Self(serde_json::from_slice(written).unwrap_or_default())
    }

    /// The elements of a document's head that tell which files its address needs; none for an address without a
    /// place.
    pub(super) fn links(&self, path: &str) -> String {
        let files = part(path).and_then(|part| self.0.get(part)).map(Vec::as_slice).unwrap_or_default();
        let link = |file: &String| {
            format!(
                "\n<link rel=\"preload\" href=\"{file}\" as=\"fetch\" type=\"application/wasm\" crossorigin>"
            )
        };
        files.iter().map(link).collect()
    }
}

/// Where people with an account are at work, by the first segment of their addresses.
const OWN: [&str; 14] = [
    "dang-nhap",
    "dang-ky",
    "xac-nhan",
    "quen-mat-khau",
    "dat-lai-mat-khau",
    "loi-moi",
    "tra-loi",
    "thoa-thuan",
    "giao-hang",
    "thong-bao",
    "tai-khoan",
    "to-chuc",
    "can-bo",
    "quan-tri",
];

/// The part in which an address has its place.
fn part(path: &str) -> Option<&'static str> {
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    match segments[..] {
        [] => Some("beginning"),
        // A proposal to meet is made by people with an account.
        ["san-pham", _, "moi-ket-noi", ..] => Some("own"),
        // Meetings are those of people with an account.
        ["su-kien", _, "lich", ..] => Some("own"),
        ["san-pham" | "chu-the" | "su-kien" | "gioi-thieu", ..] | ["ket-noi"] => Some("catalogue"),
        // Who owns a need edits it on its page.
        ["ket-noi", ..] => Some("own"),
        // What a point sells is said by people with an account.
        ["diem-ban", _, "hang", ..] => Some("own"),
        ["diem-ban", ..] => Some("register"),
        [first, ..] if OWN.contains(&first) => Some("own"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn an_address_is_in_the_part_that_shows_it() {
        assert_eq!(part("/"), Some("beginning"));
        assert_eq!(part("/diem-ban/1"), Some("register"));
        assert_eq!(part("/diem-ban/1/hang"), Some("own"));
        assert_eq!(part("/tai-khoan/du-lieu"), Some("own"));
        assert_eq!(part("/san-pham/1"), Some("catalogue"));
        assert_eq!(part("/san-pham/1/moi-ket-noi"), Some("own"));
        assert_eq!(part("/ket-noi"), Some("catalogue"));
        assert_eq!(part("/ket-noi/1"), Some("own"));
        assert_eq!(part("/ket-noi/1/so-sanh"), Some("own"));
        assert_eq!(part("/ket-noi/gioi-thieu/1"), Some("own"));
        assert_eq!(part("/tra-loi"), Some("own"));
        assert_eq!(part("/giao-hang"), Some("own"));
        assert_eq!(part("/thoa-thuan/1/sua"), Some("own"));
        assert_eq!(part("/can-bo/vong-ghep/1"), Some("own"));
        assert_eq!(part("/can-bo/thoa-thuan/moi"), Some("own"));
        assert_eq!(part("/can-bo/su-kien/1/dang-ky"), Some("own"));
        assert_eq!(part("/su-kien/1"), Some("catalogue"));
        assert_eq!(part("/su-kien/1/lich"), Some("own"));
        assert_eq!(part("/thoa-thuan/1/ban-in"), Some("own"));
        assert_eq!(part("/khong-co"), None);
    }
}
