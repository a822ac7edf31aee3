//! Pages of lists as Relay describes them: `first` rows after a cursor. A cursor holds the place in the
//! order (the key of the row), not its number, so that rows that come or go elsewhere do no harm.

use async_graphql::{
    ObjectType, OutputType, SimpleObject,
    connection::{Connection, Edge},
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use serde::{Serialize, de::DeserializeOwned};
use shared::limits;

use crate::{
    error::{Error, Result},
    numbers::int,
};

/// The number of rows asked for, within its limits.
pub fn rows(first: Option<i32>) -> Result<usize> {
    match first {
        None => Ok(limits::DEFAULT_ROWS),
        Some(first) => usize::try_from(first)
            .ok()
            .filter(|first| (1..=limits::PAGE_ROWS).contains(first))
            .ok_or_else(|| Error::bad_input("first", format!("must be 1 to {}", limits::PAGE_ROWS))),
    }
}

/// Writes a place in an order as an opaque text. `list` names the list and its order.
pub fn cursor<K: Serialize>(list: &str, key: &K) -> String {
    let text = serde_json::to_vec(&(list, key)).expect("keys are plain values");
    BASE64_URL_SAFE_NO_PAD.encode(text)
}

/// Reads a cursor back; one of another list or order is refused.
pub fn key<K: DeserializeOwned>(list: &str, cursor: Option<&str>) -> Result<Option<K>> {
    let Some(cursor) = cursor else { return Ok(None) };
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(cursor).map_err(|_| Error::BadCursor)?;
    let (of, key): (String, K) = serde_json::from_slice(&bytes).map_err(|_| Error::BadCursor)?;
    if of == list { Ok(Some(key)) } else { Err(Error::BadCursor) }
}

/// One page that was cut from an ordered list: the rows, and whether more follow.
#[derive(Debug)]
pub struct Page<T> {
    /// The rows with their cursors.
    pub rows: Vec<(String, T)>,
    /// Whether rows follow the last one.
    pub has_next: bool,
}

impl<T> Page<T> {
    /// Makes a page of at most `first` rows out of up to `first + 1`.
    pub fn cut<K: Serialize>(list: &str, mut rows: Vec<T>, first: usize, key: impl Fn(&T) -> K) -> Self {
        let has_next = rows.len() > first;
        rows.truncate(first);
        let rows = rows.into_iter().map(|row| (cursor(list, &key(&row)), row)).collect();
        Self { rows, has_next }
    }

    /// The same page of other rows.
    pub fn map<U>(self, into: impl Fn(T) -> U) -> Page<U> {
        let rows = self.rows.into_iter().map(|(cursor, row)| (cursor, into(row))).collect();
        Page { rows, has_next: self.has_next }
    }
}

impl<T: OutputType> Page<T> {
    /// The page as a connection; `more` holds what the connection says beside its edges.
    pub fn into_connection<M: ObjectType>(self, after: Option<&str>, more: M) -> Connection<String, T, M> {
        let mut connection = Connection::with_additional_fields(after.is_some(), self.has_next, more);
        connection.edges.extend(self.rows.into_iter().map(|(cursor, row)| Edge::new(cursor, row)));
        connection
    }
}

/// The number of rows of the whole list.
#[derive(SimpleObject)]
pub struct Total {
    /// Rows of the whole list.
    pub total_count: i32,
}

impl From<usize> for Total {
    fn from(total: usize) -> Self {
        Self { total_count: int(total) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_back_only_by_its_own_list() {
        let text = cursor("events.newest", &("2024", 7));

        assert_eq!(key("events.newest", Some(&text)).unwrap(), Some(("2024".to_owned(), 7)));
        assert!(matches!(key::<(String, i32)>("events.oldest", Some(&text)), Err(Error::BadCursor)));
        for broken in ["", "x", "?!", &text[1..], "AAAA"] {
            assert!(matches!(key::<(String, i32)>("events.newest", Some(broken)), Err(Error::BadCursor)));
        }
        assert_eq!(key::<(String, i32)>("events.newest", None).unwrap(), None);
    }

    #[test]
    fn a_page_has_one_to_a_hundred_rows() {
        assert_eq!(rows(None).unwrap(), 20);
        assert_eq!(rows(Some(100)).unwrap(), 100);
        for wrong in [0, -1, 101, i32::MIN, i32::MAX] {
            assert!(rows(Some(wrong)).is_err());
        }
    }
}
