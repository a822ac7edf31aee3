//! A sentence of the server that people read.

use async_graphql::SimpleObject;

/// Words in both languages.
#[derive(SimpleObject, Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
}
