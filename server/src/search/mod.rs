//! Search in names of products, producers, sale points and places, as people type them: without marks, unfinished,
//! with a slip, in keystrokes, by regional words, by places that are no more.
//!
//! tantivy keeps words, postings, deletes and commits on disk. What a page of results needs beside that is kept in
//! columns in memory, read from the index when it is opened: ranking, facets and cards touch no file and no database.
//!
//! - `products`, `names`: the two indexes; `documents`: what is put in.
//! - `cascade` decides how a text is understood, `plan` what that means to look for, `windows` and `matching` find
//!   it, `places` and `unit_kinds` know how places are named, `ranking` orders it, `scan` walks, `facets` and
//!   `filter` count and choose.
//! - `engine` writes and reloads; `segment` and `snapshot` are what is in memory.
//!
//! Nothing here knows the database: whoever follows the change log calls `apply` with the position it reached.

mod answer;
mod answering;
mod browsed;
mod cascade;
mod cursor;
mod documents;
mod engine;
mod facets;
mod filter;
mod matching;
mod names;
mod places;
mod plan;
mod points;
mod products;
mod ranking;
mod scan;
mod segment;
mod slips;
mod snapshot;
mod standing;
mod stored;
mod synonyms;
#[cfg(test)]
mod tests;
mod top;
mod unit_kinds;
mod vocabulary;
mod walk;
mod windows;

pub use answer::{FacetValue, Facets, Page, Reading};
pub use cursor::{BadCursor, Cursor, Order};
pub use documents::{NameCard, NameDocument, NameKind, Position, ProductCard, ProductDocument, UnitName};
pub use filter::Filter;
pub use names::{NameIndex, NameQuery};
pub use products::{ProductIndex, ProductQuery};
pub use synonyms::{BlockLine, SynonymLine, Synonyms};
