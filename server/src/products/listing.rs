//! A page of products: the search, its facets with their names, and the words that matched.

use std::sync::Arc;

use async_graphql::{
    Context,
    connection::{Connection, CursorType, DefaultConnectionName, DefaultEdgeName, DisableNodesField, Edge},
};

use super::{
    graphql::Product,
    inputs::ProductFilter,
    results::{ProductMatches, ProductTotal},
};
use crate::{
    admin_units::graphql::search_text,
    app::App,
    error::{Error, Result},
    graphql::{context::Ask, page},
    search::{BadCursor, Cursor, Order, ProductQuery},
};

/// A page of products. Its nodes are its own, not the library's: they are answered in one step.
pub(crate) type ProductConnection = Connection<
    Cursor,
    Product,
    ProductTotal,
    ProductMatches,
    DefaultConnectionName,
    DefaultEdgeName,
    DisableNodesField,
>;

/// Written only when it is asked for.
impl CursorType for Cursor {
    type Error = BadCursor;

    fn decode_cursor(text: &str) -> std::result::Result<Self, BadCursor> {
        text.parse()
    }

    fn encode_cursor(&self) -> String {
        self.to_string()
    }
}

/// The connection of a search. It never touches the database: what a row shows is in the index.
pub(crate) fn connection(
    ctx: &Context<'_>,
    search: Option<String>,
    filter: Option<ProductFilter>,
    order: Order,
    first: Option<i32>,
    after: Option<String>,
) -> Result<ProductConnection> {
    let app = ctx.app();
    let rows = page::rows(first)?;
    let text = search.as_deref().map(search_text).transpose()?.unwrap_or("").to_owned();
    let cursor = after.as_deref().map(str::parse::<Cursor>).transpose().map_err(|_| Error::BadCursor)?;
    let query = ProductQuery {
        order,
        first: rows,
        after: cursor,
        facets: ctx.look_ahead().field("facets").exists(),
        ..filter.unwrap_or_default().checked(app)?.query(text)
    };
    let page = app.products.search(&query).map_err(|error| match error.is::<BadCursor>() {
        true => Error::BadCursor,
        false => Error::Unexpected(error),
    })?;
    let words = page.read_as.clone().unwrap_or(query.text);
    let words: Arc<str> = words.into();
    let mut page = page;
    let (cards, cursors): (Vec<_>, Vec<_>) =
        std::mem::take(&mut page.hits).into_iter().map(|(card, cursor)| (Arc::new(card), cursor)).unzip();
    let nodes = cards.iter().cloned().map(Product::from).collect();
    let mut connection =
        Connection::with_additional_fields(after.is_some(), page.has_next, ProductTotal { page, nodes });
    connection.edges.extend(cards.into_iter().zip(cursors).map(|(card, cursor)| {
        let matches = ProductMatches { card: card.clone(), words: words.clone() };
        Edge::with_additional_fields(cursor, Product::from(card), matches)
    }));
    Ok(connection)
}

/// Whether a search finds anything.
pub(crate) fn finds(app: &App, text: &str, filter: ProductFilter) -> Result<bool> {
    let query = ProductQuery { first: 1, ..filter.checked(app)?.query(text.to_owned()) };
    Ok(!app.products.search(&query)?.hits.is_empty())
}

/// Products like one: the same kind of goods with its words in their names, then from its province.
pub(crate) fn similar(ctx: &Context<'_>, product: &Product, first: Option<i32>) -> Result<Vec<Product>> {
    let rows = page::rows(first.or(Some(6)))?;
    let similar = ctx.app().products.similar(product.card(), rows)?;
    Ok(similar.into_iter().map(|card| Product::from(Arc::new(card))).collect())
}
