//! What a query may ask for, checked before anything walks it: the library's own checks walk a query with
//! its fragments written out, which a small text can make endless.

use std::{collections::HashMap, num::NonZeroUsize, sync::Arc};

use async_graphql::{
    ErrorExtensionValues, ServerError, ServerResult, Variables,
    extensions::{Extension, ExtensionContext, ExtensionFactory, NextParseQuery},
    parser::types::{ExecutableDocument, Selection, SelectionSet},
};
use lru::LruCache;
use parking_lot::Mutex;
use shared::{ErrorCode, limits};

/// Nesting of brackets in the text of a query; far above what the schema has a use for.
const BRACKETS: usize = 100;
/// Fields of a query with its fragments written out.
const FIELDS: usize = 5_000;

/// Whether brackets are nested deeper than any honest query needs. The parser would recurse once per level.
pub fn nested_too_deep(query: &str) -> bool {
    let mut depth = 0usize;
    let mut characters = query.bytes();
    while let Some(byte) = characters.next() {
        match byte {
            b'{' | b'[' | b'(' => depth += 1,
            b'}' | b']' | b')' => depth = depth.saturating_sub(1),
            b'#' => while characters.next().is_some_and(|next| next != b'\n') {},
            b'"' => loop {
                match characters.next() {
                    Some(b'\\') => _ = characters.next(),
                    Some(b'"') | None => break,
                    Some(_) => {}
                }
            },
            _ => {}
        }
        if depth > BRACKETS {
            return true;
        }
    }
    false
}

/// Queries whose parsed form is kept: programs send the same few over and over with other variables.
const KEPT_QUERIES: NonZeroUsize = NonZeroUsize::new(500).expect("500 is not zero");
/// Bytes of a query worth keeping.
const KEPT_BYTES: usize = 8 * 1024;

/// Refuses queries that grow too large when their fragments are written out, and keeps the parsed form of the
/// others.
#[derive(Clone)]
pub(super) struct FieldCount(Arc<Mutex<LruCache<String, ExecutableDocument>>>);

impl Default for FieldCount {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(LruCache::new(KEPT_QUERIES))))
    }
}

impl ExtensionFactory for FieldCount {
    fn create(&self) -> Arc<dyn Extension> {
        Arc::new(self.clone())
    }
}

#[async_graphql::async_trait::async_trait]
impl Extension for FieldCount {
    async fn parse_query(
        &self,
        ctx: &ExtensionContext<'_>,
        query: &str,
        variables: &Variables,
        next: NextParseQuery<'_>,
    ) -> ServerResult<ExecutableDocument> {
        if let Some(known) = self.0.lock().get(query) {
            return Ok(known.clone());
        }
        let document = next.run(ctx, query, variables).await?;
        if fields_written_out(&document) > FIELDS {
            let mut error =
                ServerError::new(format!("more than {FIELDS} fields, fragments written out"), None);
            let mut extensions = ErrorExtensionValues::default();
            extensions.set("code", ErrorCode::TooCostly.as_str());
            error.extensions = Some(extensions);
            return Err(error);
        }
        if query.len() <= KEPT_BYTES {
            self.0.lock().put(query.to_owned(), document.clone());
        }
        Ok(document)
    }
}

fn fields_written_out(document: &ExecutableDocument) -> usize {
    let mut known = HashMap::new();
    document.operations.iter().fold(0usize, |sum, (_, operation)| {
        sum.saturating_add(fields_of(&operation.node.selection_set.node, document, &mut known, 0))
    })
}

/// Fields of a selection; each fragment is counted once and remembered. A cycle counts as endless.
fn fields_of<'a>(
    set: &'a SelectionSet,
    document: &'a ExecutableDocument,
    known: &mut HashMap<&'a str, usize>,
    level: usize,
) -> usize {
    if level > limits::QUERY_DEPTH * 4 {
        return usize::MAX;
    }
    set.items.iter().fold(0usize, |sum, item| {
        let more = match &item.node {
            Selection::Field(field) => {
                fields_of(&field.node.selection_set.node, document, known, level + 1).saturating_add(1)
            }
            Selection::InlineFragment(inline) => {
                fields_of(&inline.node.selection_set.node, document, known, level + 1)
            }
            Selection::FragmentSpread(spread) => {
                let name = spread.node.fragment_name.node.as_str();
                match (known.get(name), document.fragments.get(name)) {
                    (Some(count), _) => *count,
                    (None, None) => 0,
                    (None, Some(fragment)) => {
                        let count = fields_of(&fragment.node.selection_set.node, document, known, level + 1);
                        known.insert(name, count);
                        count
                    }
                }
            }
        };
        sum.saturating_add(more)
    })
}

#[cfg(test)]
mod tests {
    use async_graphql::parser::parse_query;

    use super::*;

    fn count(query: &str) -> usize {
        fields_written_out(&parse_query(query).unwrap())
    }

    #[test]
    fn brackets_in_strings_and_comments_do_not_count() {
        let text = format!("{{ a(b: \"{}\") # {}\n }}", "{".repeat(200), "[".repeat(200));

        assert!(!nested_too_deep(&text));
        assert!(nested_too_deep(&"{a".repeat(101)));
        assert!(nested_too_deep(&format!("{{a(b:{}", "[".repeat(101))));
    }

    #[test]
    fn fragments_count_as_often_as_they_are_spread() {
        assert_eq!(count("{ a { b c } ...F ...F } fragment F on Query { d e }"), 7);
    }

    #[test]
    fn a_doubling_chain_of_fragments_is_counted_without_walking_it() {
        let mut query = String::from("{ ...F0 }");
        for n in 0..40 {
            query += &format!(" fragment F{n} on Query {{ ...F{0} ...F{0} }}", n + 1);
        }
        query += " fragment F40 on Query { a }";

        assert_eq!(count(&query), 1 << 40);
    }

    #[test]
    fn a_circle_of_fragments_is_endless() {
        assert_eq!(count("{ ...A } fragment A on Query { a ...B } fragment B on Query { ...A }"), usize::MAX);
    }
}
