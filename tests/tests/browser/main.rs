//! What people do on the page, walked in real Chromium on a served application with the public facts. Run with
//! `cargo xtask test --only browser`. Pictures of every page are left in `tests/artefacts`.

mod confirming;
mod empty_result;
mod every_page;
mod finding;
mod following;
mod keeping;
mod language;
mod map;
mod pasted_address;
mod producing;
mod silence;
mod suggestions;

use serde_json::{Value, json};
use tests::TestApp;

/// The name of the search box.
const SEARCH_BOX: &str = "Tìm sản phẩm, chủ thể, nơi bán";

/// How many products the API finds.
async fn products(app: &TestApp, text: &str, filter: Value) -> u64 {
    let count = "query($s: String, $f: ProductFilter) { products(search: $s, filter: $f) { totalCount } }";
    let answer = app.guest().run(count, json!({ "s": text, "f": filter })).await;
    answer.data("/products/totalCount").as_u64().expect("a number")
}
