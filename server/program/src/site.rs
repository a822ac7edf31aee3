//! The page, compiled into the program. It is a package of its own, so that the server need not wait for the page to
//! compile, nor compile again for a new one.

use std::borrow::Cow;

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../../target/site"]
#[allow_missing = true]
struct Files;

/// A file of the page by its path.
pub(crate) fn file(path: &str) -> Option<Cow<'static, [u8]>> {
    Files::get(path).map(|file| file.data)
}
