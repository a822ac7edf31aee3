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
const OWN: [&str; 10] = [
    "dang-nhap",
    "dang-ky",
    "xac-nhan",
    "quen-mat-khau",
    "dat-lai-mat-khau",
    "loi-moi",
    "tai-khoan",
    "to-chuc",
    "can-bo",
    "quan-tri",
];

/// The part in which an address has its place.
fn part(path: &str) -> Option<&'static str> {
    let mut segments = path.split('/').filter(|segment| !segment.is_empty());
    match (segments.next(), segments.next()) {
        (None, _) => Some("beginning"),
        (Some("san-pham" | "chu-the" | "su-kien" | "gioi-thieu"), _) | (Some("ket-noi"), None) => {
            Some("catalogue")
        }
        (Some("diem-ban"), _) => Some("register"),
        // Who owns a need edits it on its page.
        (Some("ket-noi"), Some(_)) => Some("own"),
        (Some(first), _) if OWN.contains(&first) => Some("own"),
        (Some(_), _) => None,
    }
}
