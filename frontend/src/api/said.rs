//! Sentences of the server that people read.

use super::schema;
use crate::text::{Language, language};

/// Words of the server in both languages.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Said {
    vi: String,
    en: String,
}

impl Said {
    /// In the language of the page.
    pub(crate) fn words(&self) -> String {
        match language() {
            Language::Vietnamese => self.vi.clone(),
            Language::English => self.en.clone(),
        }
    }
}
