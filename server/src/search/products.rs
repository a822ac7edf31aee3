//! The index of products.

use std::borrow::Cow;
use std::path::Path;

use shared::{OrganisationId, ProductId};

use super::answer::Page;
use super::answering::Query;
use super::cascade::Stage;
use super::cursor::{Cursor, Order};
use super::documents::{Position, ProductCard, ProductDocument};
use super::engine::Engine;
use super::filter::Filter;
use super::snapshot::Snapshot;
use super::synonyms::Synonyms;

/// Products as they are found. Searching never waits for writing, and one write waits for the other.
pub struct ProductIndex {
    engine: Engine,
    synonyms: Synonyms,
}

/// What to search for.
#[derive(Clone, Debug, Default)]
pub struct ProductQuery {
    /// What a person typed; empty for every product. Beyond 24 words the rest is not looked for.
    pub text: String,
    /// What the products must be.
    pub filter: Filter,
    /// Only products of this producer.
    pub producer: Option<OrganisationId>,
    /// Only these products, such as those on sale near a place.
    pub ids: Option<Vec<ProductId>>,
    /// In which order.
    pub order: Order,
    /// How many results at most.
    pub first: usize,
    /// Only results after this place. It must come from a query of the same text and order.
    pub after: Option<Cursor>,
    /// Whether to count facets.
    pub facets: bool,
}

impl ProductIndex {
    /// The index kept in a folder, or an empty one without a position if there is none that can be used. Nothing else
    /// may be kept in that folder.
    pub fn open(folder: &Path, synonyms: Synonyms) -> anyhow::Result<Self> {
        Ok(Self { engine: Engine::open(folder)?, synonyms })
    }

    /// How far the index has come; `None` if it must be rebuilt.
    pub fn position(&self) -> Option<Position> {
        self.engine.position()
    }

    /// How many products it holds.
    pub fn size(&self) -> usize {
        self.engine.snapshot().documents
    }

    /// Puts products in, in the place of those with the same ids, and takes others out, all in one commit. When it
    /// returns, the next search sees it.
    pub fn apply(
        &self,
        put: impl IntoIterator<Item = ProductDocument>,
        removed: impl IntoIterator<Item = ProductId>,
        position: &Position,
    ) -> anyhow::Result<()> {
        let put = put.into_iter().map(|product| product.stored());
        self.engine.apply(put, removed.into_iter().map(ProductDocument::key), position)
    }

    /// Puts these products, each once, in the place of all there are. If one can't be had, all stays as it was.
    pub fn rebuild(
        &self,
        products: impl IntoIterator<Item = anyhow::Result<ProductDocument>>,
        position: &Position,
    ) -> anyhow::Result<()> {
        self.engine.rebuild(products.into_iter().map(|product| product?.stored()), position)
    }

    /// A page of products. A cursor of another order is a `BadCursor` inside the error.
    pub fn search(&self, query: &ProductQuery) -> anyhow::Result<Page<ProductCard>> {
        let query = Query {
            text: &query.text,
            unfinished: false,
            filter: Cow::Borrowed(&query.filter),
            owner: query.producer.map(|producer| producer.0.as_u128()),
            keys: query.ids.as_ref().map(|ids| ids.iter().copied().map(ProductDocument::key).collect()),
            order: query.order,
            first: query.first,
            after: query.after.as_ref(),
            facets: query.facets,
            without_kinds: true,
            stage: None,
        };
        self.answer(&query)
    }

    /// The best products for a text whose last word is being typed.
    pub fn suggest(&self, text: &str, first: usize) -> anyhow::Result<Vec<ProductCard>> {
        if text.trim().is_empty() {
            return Ok(Vec::new());
        }
        let page =
            self.answer(&Query { text, unfinished: true, without_kinds: true, first, ..Query::default() })?;
        Ok(page.hits.into_iter().map(|(card, _)| card).collect())
    }

    /// Products of the same kind of goods, the most alike by name first, then the best from the same province. The
    /// product itself is not among them.
    pub fn similar(&self, card: &ProductCard, first: usize) -> anyhow::Result<Vec<ProductCard>> {
        let top = card.group_code.split('.').next().unwrap_or_default().to_owned();
        let group = Filter { groups: vec![top], ..Filter::default() };
        let alike = Query {
            text: &card.name,
            stage: Some(Stage::Alike),
            filter: Cow::Borrowed(&group),
            first: first + 1,
            ..Query::default()
        };
        let snapshot = self.engine.snapshot();
        let mut similar = self.others(&snapshot, &alike, |other| other.id != card.id)?;
        similar.truncate(first);
        if similar.len() < first {
            let provinces = card.province.iter().map(|province| province.code.clone()).collect();
            let near = Query {
                filter: Cow::Owned(Filter { provinces, ..group.clone() }),
                first: first + similar.len() + 1,
                ..Query::default()
            };
            let more = self.others(&snapshot, &near, |other| {
                other.id != card.id && similar.iter().all(|known| known.id != other.id)
            })?;
            similar.extend(more);
            similar.truncate(first);
        }
        Ok(similar)
    }

    fn others(
        &self,
        snapshot: &Snapshot,
        query: &Query<'_>,
        is_wanted: impl Fn(&ProductCard) -> bool,
    ) -> anyhow::Result<Vec<ProductCard>> {
        let page = query.answer(snapshot, &self.synonyms, |bytes| Ok(postcard::from_bytes(bytes)?))?;
        Ok(page.hits.into_iter().map(|(card, _)| card).filter(is_wanted).collect())
    }

    fn answer(&self, query: &Query<'_>) -> anyhow::Result<Page<ProductCard>> {
        query.answer(&self.engine.snapshot(), &self.synonyms, |bytes| Ok(postcard::from_bytes(bytes)?))
    }
}
