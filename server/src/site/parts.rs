//! The parts of the page's program (`frontend/src/places`). A browser that is told which files an address needs fetches
//! them together with the program; otherwise it would learn of them only after it has run.

use std::{collections::HashMap, sync::LazyLock};

use super::Files;

/// The files of each part, as the build of the page wrote them down.
static PARTS: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(|| {
    let written = Files::get("parts.json");
    written.and_then(|file| serde_json::from_slice(&file.data).ok()).unwrap_or_default()
});

/// The elements of a document's head that tell which files its address needs; none for an address without a place.
pub(super) fn links(path: &str) -> String {
    let files = part(path).and_then(|part| PARTS.get(part)).map(Vec::as_slice).unwrap_or_default();
    let link = |file: &String| {
        format!("\n<link rel=\"preload\" href=\"{file}\" as=\"fetch\" type=\"application/wasm\" crossorigin>")
    };
    files.iter().map(link).collect()
}

/// The part in which an address has its place.
fn part(path: &str) -> Option<&'static str> {
    match path.split('/').find(|segment| !segment.is_empty()) {
        None => Some("beginning"),
        Some("san-pham" | "chu-the" | "su-kien" | "gioi-thieu") => Some("catalogue"),
        Some("diem-ban") => Some("register"),
        Some(_) => None,
    }
}
