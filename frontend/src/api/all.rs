//! A list whose pages are all needed before anything can be done with it: to be printed, or kept on a device.

use serde::de::DeserializeOwned;

use super::{Failure, Question, run};

/// All pages of a list, one after the other. `told` hears of each that came.
pub(crate) async fn run_all<Q: DeserializeOwned>(
    question: impl Fn(Option<String>) -> Question<Q>,
    cursor_after: fn(&Q) -> Option<String>,
    told: impl Fn(&Q),
) -> Result<Vec<Q>, Failure> {
    let mut pages = Vec::new();
    let mut cursor = None;
    loop {
        let page = run(question(cursor)).await?;
        told(&page);
        cursor = cursor_after(&page);
        pages.push(page);
        if cursor.is_none() {
            return Ok(pages);
        }
    }
}
