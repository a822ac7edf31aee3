//! Vietnamese text for search, shared by server and page, so that what is found is also what is highlighted.
//!
//! A word has two keys. The *accented key* keeps every mark but writes the tone in one place (`hoà` and `hòa`
//! are one word); the *plain key* has no marks at all, `đ` is `d`, and final `i` and `y` are twins. People type
//! without marks, so words are found by the plain key and ranked by the accented one.
//! What a person wrote is never changed here: keys carry the byte range of the original text.

mod alphabet;
mod fold;
mod highlight;
mod keystrokes;
mod slug;
mod sort_key;
mod telex;
mod tokens;
mod tones;
mod vni;

pub use fold::{accented_key, fold, plain_key};
pub use highlight::highlight;
pub use slug::slug;
pub use sort_key::sort_key;
pub use telex::from_telex;
pub use tokens::{Token, tokens};
pub use vni::from_vni;
