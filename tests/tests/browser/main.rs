//! What people do on the page, walked in real Chromium on a served application with the public facts. Run with
//! `cargo xtask test --only browser`. Pictures of every page are left in `tests/artefacts`.

mod empty_result;
mod every_page;
mod finding;
mod following;
mod language;
mod map;
mod pasted_address;
mod silence;
mod suggestions;

/// The name of the search box.
const SEARCH_BOX: &str = "Tìm sản phẩm, chủ thể, nơi bán";
