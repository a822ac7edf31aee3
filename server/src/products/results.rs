//! What a page of search results says beside its products: facets, how the text was understood, what matched.

use std::sync::Arc;

use async_graphql::{Context, Enum, Object, SimpleObject};

use super::{facets::Facets, graphql::Product};
use crate::{
    graphql::{context::Ask, plain_list::PlainList},
    numbers::int,
    search::{self, ProductCard},
};

/// How a search text was understood in the end.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "search::Reading")]
pub enum SearchReading {
    /// As typed.
    Plain,
    /// The last word as the beginning of one.
    Prefix,
    /// As Telex or VNI keystrokes of an input method that was off.
    Keystrokes,
    /// With one slip of the fingers.
    Typo,
    /// Only most of the words.
    Relaxed,
}

/// What a page of products says beside its edges.
pub struct ProductTotal {
    pub(super) page: search::Page<ProductCard>,
    pub(super) nodes: PlainList<Product>,
}

/// What a page of products says beside its edges.
#[Object]
impl ProductTotal {
    /// The products of this page.
    async fn nodes(&self) -> &PlainList<Product> {
        &self.nodes
    }
    /// Products on all pages.
    async fn total_count(&self) -> i32 {
        int(self.page.total)
    }
    /// Counts by group, star, province, certificate and month.
    async fn facets(&self, ctx: &Context<'_>) -> Facets<'_> {
        Facets { counted: self.page.facets.as_ref(), labels: ctx.app().labels() }
    }
    /// How the text was understood in the end.
    async fn reading(&self) -> SearchReading {
        self.page.reading.into()
    }
    /// The text searched for instead, when it is not the one typed.
    async fn read_as(&self) -> Option<&str> {
        self.page.read_as.as_deref()
    }
}

/// Why one product was found.
pub struct ProductMatches {
    pub(super) card: Arc<ProductCard>,
    pub(super) words: Arc<str>,
}

/// Which text of a product is cut up.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum HighlightField {
    /// Its name.
    Name,
    /// Its producer's name.
    Producer,
}

/// A piece of a text.
#[derive(SimpleObject, Clone, Debug)]
pub struct TextPart {
    /// The piece.
    pub text: String,
    /// Whether the search matched it.
    pub hit: bool,
}

/// A text cut where the search matched.
#[derive(SimpleObject)]
pub struct Highlight {
    /// Which text.
    field: HighlightField,
    /// Its pieces, in order; joined they are the whole text.
    parts: Vec<TextPart>,
}

/// Why one product was found.
#[Object]
impl ProductMatches {
    /// Name and producer cut where the search matched.
    async fn highlights(&self) -> Vec<Highlight> {
        let cut = |field, text: &str| Highlight { field, parts: parts(text, &self.words) };
        vec![
            cut(HighlightField::Name, &self.card.name),
            cut(HighlightField::Producer, &self.card.producer_name),
        ]
    }
}

/// A text cut where the words of a query stand in it.
pub(crate) fn parts(text: &str, query: &str) -> Vec<TextPart> {
    let mut parts = Vec::new();
    let mut from = 0;
    let mut push = |range: std::ops::Range<usize>, hit| {
        if !range.is_empty() {
            parts.push(TextPart { text: text[range].to_owned(), hit });
        }
    };
    for range in shared::text::highlight(text, query) {
        push(from..range.start, false);
        from = range.end;
        push(range, true);
    }
    push(from..text.len(), false);
    parts
}
