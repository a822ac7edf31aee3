//! Suggestions under a search box: products, producers, sale points and places whose names begin so.

use async_graphql::{Context, Enum, ID, Object, SimpleObject};
use shared::limits;

use crate::{
    admin_units::graphql::within_limit,
    error::{Error, Result},
    graphql::context::Ask,
    products::results::{TextPart, parts},
    search::{NameKind, NameQuery},
};

/// What a suggestion leads to.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum SuggestionKind {
    /// A product.
    Product,
    /// A producer.
    Producer,
    /// A sale point.
    SalePoint,
    /// An administrative unit; the id is `era.level.code`.
    Place,
}

impl From<NameKind> for SuggestionKind {
    fn from(kind: NameKind) -> Self {
        match kind {
            NameKind::Producer => Self::Producer,
            NameKind::SalePoint => Self::SalePoint,
            NameKind::Place => Self::Place,
        }
    }
}

/// One suggestion.
#[derive(SimpleObject)]
pub struct Suggestion {
    /// What it leads to.
    kind: SuggestionKind,
    /// Id of what it leads to.
    id: ID,
    /// Its name.
    name: String,
    /// What tells it from others: producer, province, address.
    detail: Option<String>,
    /// The name cut where the text matched.
    parts: Vec<TextPart>,
}

/// Queries for suggestions.
#[derive(Default)]
pub struct SuggestionQueries;

/// Queries for suggestions.
#[Object]
impl SuggestionQueries {
    /// Products, producers, sale points and places whose names match, the last word as a beginning; `first` (8)
    /// at most 20, shared among the kinds.
    #[graphql(complexity = "20 * child_complexity")]
    async fn suggest(&self, ctx: &Context<'_>, text: String, first: Option<i32>) -> Result<Vec<Suggestion>> {
        let text = within_limit("text", &text)?;
        let first = usize::try_from(first.unwrap_or(8))
            .ok()
            .filter(|first| (1..=limits::SUGGESTIONS).contains(first));
        let first =
            first.ok_or_else(|| Error::bad_input("first", format!("1 to {}", limits::SUGGESTIONS)))?;
        if text.trim().is_empty() {
            return Ok(Vec::new());
        }
        let app = ctx.app();
        let products = app.products.suggest(text, first)?.into_iter().map(|card| Suggestion {
            kind: SuggestionKind::Product,
            id: card.id.into(),
            parts: parts(&card.name, text),
            detail: Some(card.producer_name.clone()),
            name: card.name.clone(),
        });
        let asked = NameQuery { text: text.to_owned(), unfinished: true, first, ..NameQuery::default() };
        let names = app.names.search(&asked)?.hits.into_iter().map(|(card, _)| Suggestion {
            kind: card.kind.into(),
            id: ID(card.id.clone()),
            parts: parts(&card.name, text),
            detail: Some(card.detail.clone()).filter(|detail| !detail.is_empty()),
            name: card.name.clone(),
        });
        Ok(shared_out(products.collect(), names.collect(), first))
    }
}

/// Half of the room for products, half for the rest; what one does not need the other gets. Kinds stay
/// together.
fn shared_out(mut products: Vec<Suggestion>, mut names: Vec<Suggestion>, first: usize) -> Vec<Suggestion> {
    let half = first.div_ceil(2);
    products.truncate(half.max(first.saturating_sub(names.len())));
    names.truncate(first - products.len().min(first));
    names.sort_by_key(|name| name.kind as u8);
    products.append(&mut names);
    products
}
