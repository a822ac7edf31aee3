//! Where a page ends. A cursor names a place in an order, not a document: when documents come and go, the next
//! page still begins after it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::cascade::Stage;

/// In which order results come; ties always by id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Order {
    /// Best first; without a text the highest star first.
    #[default]
    Relevance,
    /// By the Vietnamese alphabet.
    Name,
    /// Highest star that holds first, then by name.
    Stars,
    /// Last come first.
    Newest,
}

/// A place in a list of results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    pub(super) order: Order,
    pub(super) stage: Stage,
    pub(super) place: Place,
}

/// What decides where a result stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Place {
    /// The greater comes first.
    pub(super) rank: u64,
    /// Then the smaller name, where the order asks for it.
    pub(super) name: Vec<u8>,
    /// Then the smaller key.
    pub(super) key: u128,
}

/// The text is no cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a cursor")]
pub struct BadCursor;

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = postcard::to_stdvec(self).map_err(|_| fmt::Error)?;
        bytes.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for Cursor {
    type Err = BadCursor;

    fn from_str(text: &str) -> Result<Self, BadCursor> {
        let hex = |pair: &[u8]| {
            let pair = std::str::from_utf8(pair).map_err(|_| BadCursor)?;
            u8::from_str_radix(pair, 16).map_err(|_| BadCursor)
        };
        let bytes = text.as_bytes().chunks(2).map(hex).collect::<Result<Vec<u8>, BadCursor>>()?;
        let (cursor, rest) = postcard::take_from_bytes(&bytes).map_err(|_| BadCursor)?;
        if rest.is_empty() && text.len().is_multiple_of(2) { Ok(cursor) } else { Err(BadCursor) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_cursor_survives_being_written() {
        let place = Place { rank: u64::MAX, name: vec![1, 255, 0], key: 7 };
        let cursor = Cursor { order: Order::Name, stage: Stage::Most(3), place };

        assert_eq!(cursor.to_string().parse(), Ok(cursor));
    }

    proptest! {
        #[test]
        fn any_other_text_is_refused_quietly(text in ".{0,40}") {
            let _ = text.parse::<Cursor>();
        }
    }
}
