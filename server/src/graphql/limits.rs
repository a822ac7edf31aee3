//! What a query may ask for, checked before anything walks it: the library's own checks walk a query with
//! its fragments written out, which a small text can make endless.

use std::{
    collections::{HashMap, HashSet},
    hash::{DefaultHasher, Hash, Hasher},
    num::NonZeroUsize,
    sync::Arc,
};

use async_graphql::{
    Name, Positioned, ServerResult, Value, Variables,
    extensions::{Extension, ExtensionContext, ExtensionFactory, NextParseQuery},
    parser::types::{ExecutableDocument, OperationDefinition, OperationType, Selection, SelectionSet},
};
use lru::LruCache;
use parking_lot::Mutex;
use shared::{ErrorCode, limits};

use super::errors::coded;

/// Nesting of brackets in the text of a query; far above what the schema has a use for.
const BRACKETS: usize = 100;
/// Fields of a query with its fragments written out.
const FIELDS: usize = 5_000;

/// Whether brackets are nested deeper than any honest query needs. The parser would recurse once per level.
pub fn nested_too_deep(query: &str) -> bool {
    deepest(query.as_bytes()) > BRACKETS
}

/// How deep brackets are nested, those in strings and comments left out. It reads text that is no query as the parser
/// would: a string ends with its line, and three quotes that are never closed are an empty string and the beginning
/// of another.
fn deepest(mut text: &[u8]) -> usize {
    let (mut depth, mut deepest) = (0usize, 0);
    while let Some((&byte, rest)) = text.split_first() {
        text = match byte {
            b'#' => from(rest, |byte| matches!(byte, b'\n' | b'\r')),
            b'"' => behind_string(rest),
            b'{' | b'[' | b'(' => {
                depth += 1;
                deepest = deepest.max(depth);
                rest
            }
            b'}' | b']' | b')' => {
                depth = depth.saturating_sub(1);
                rest
            }
            _ => rest,
        };
    }
    deepest
}

/// What follows a string whose first quote was read.
fn behind_string(text: &[u8]) -> &[u8] {
    if let Some(block) = text.strip_prefix(b"\"\"") {
        return behind_block(block).unwrap_or(&text[1..]);
    }
    let mut rest = text;
    loop {
        rest = from(rest, |byte| matches!(byte, b'"' | b'\\' | b'\n' | b'\r'));
        match rest {
            [b'\\', _, behind @ ..] => rest = behind,
            [_, behind @ ..] => return behind,
            [] => return rest,
        }
    }
}

/// What follows a block string whose opening was read; nothing if it is never closed.
fn behind_block(mut text: &[u8]) -> Option<&[u8]> {
    loop {
        text = from(text, |byte| matches!(byte, b'"' | b'\\'));
        if let Some(behind) = text.strip_prefix(b"\"\"\"") {
            return Some(behind);
        }
        text = text.strip_prefix(b"\\\"\"\"").or(text.get(1..))?;
    }
}

fn from(text: &[u8], is_here: impl Fn(u8) -> bool) -> &[u8] {
    let at = text.iter().position(|byte| is_here(*byte)).unwrap_or(text.len());
    &text[at..]
}

/// A request that may change nothing: an address can be opened by a link from anywhere.
pub(super) struct ReadOnly;

/// Queries whose parsed form is kept: programs send the same few over and over with other variables.
const KEPT_QUERIES: NonZeroUsize = NonZeroUsize::new(500).expect("500 is not zero");
/// Shapes of variables kept for each of them.
const KEPT_SHAPES: usize = 64;
/// Bytes of a query worth keeping, and of one that may be persisted.
pub(super) const KEPT_BYTES: usize = 8 * 1024;

/// A query in its parsed form.
struct Kept {
    document: ExecutableDocument,
    /// The shapes of variables with which it was answered without an error; none if it changes anything.
    proved: HashSet<u64>,
}

/// Refuses queries that grow too large when their fragments are written out, and keeps the parsed form of the
/// others.
#[derive(Clone)]
pub(super) struct FieldCount(Arc<Mutex<LruCache<String, Kept>>>);

impl FieldCount {
    /// Whether a query with variables of this shape follows the schema, as an earlier request has shown, and changes
    /// nothing.
    pub(super) fn is_proved(&self, query: &str, shape: u64) -> bool {
        self.0.lock().peek(query).is_some_and(|kept| kept.proved.contains(&shape))
    }

    /// Notes that a query with variables of this shape was answered without an error.
    pub(super) fn prove(&self, query: &str, shape: u64) {
        let mut kept = self.0.lock();
        if let Some(kept) = kept.peek_mut(query)
            && kept.proved.len() < KEPT_SHAPES
            && only_queries(&kept.document)
        {
            kept.proved.insert(shape);
        }
    }
}

/// A number for the names in variables, whatever their values: a value of the wrong kind fails where it is used, but a
/// misspelled name in an input would be passed over by whoever does not look for it.
pub(super) fn shape(variables: &Variables) -> u64 {
    fn add<'a>(fields: impl Iterator<Item = (&'a Name, &'a Value)>, hasher: &mut DefaultHasher) {
        for (name, value) in fields {
            name.as_str().hash(hasher);
            add_below(value, hasher);
        }
    }
    fn add_below(value: &Value, hasher: &mut DefaultHasher) {
        match value {
            Value::Object(fields) => {
                fields.len().hash(hasher);
                add(fields.iter(), hasher);
            }
            Value::List(values) => {
                values.len().hash(hasher);
                values.iter().for_each(|value| add_below(value, hasher));
            }
            _ => 0_u8.hash(hasher),
        }
    }
    let mut hasher = DefaultHasher::new();
    add(variables.iter(), &mut hasher);
    hasher.finish()
}

fn only_queries(document: &ExecutableDocument) -> bool {
    let is_query =
        |(_, operation): (_, &Positioned<OperationDefinition>)| operation.node.ty == OperationType::Query;
    document.operations.iter().all(is_query)
}

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
        // A persisted query comes parsed and without its text.
        let has_text = !query.is_empty();
        let known = if has_text { self.0.lock().get(query).map(|kept| kept.document.clone()) } else { None };
        let document = match known {
            Some(known) => known,
            None => {
                let document = next.run(ctx, query, variables).await?;
                if fields_written_out(&document) > FIELDS {
                    let message = format!("more than {FIELDS} fields, fragments written out");
                    return Err(coded(ErrorCode::TooCostly, message));
                }
                // Mutations are seldom the same twice, and may have a secret written out.
                if has_text && query.len() <= KEPT_BYTES && only_queries(&document) {
                    let kept = Kept { document: document.clone(), proved: HashSet::new() };
                    self.0.lock().put(query.to_owned(), kept);
                }
                document
            }
        };
        if ctx.data_opt::<ReadOnly>().is_some() && !only_queries(&document) {
            return Err(coded(ErrorCode::BadRequest, "GET is for queries; send others by POST"));
        }
        Ok(document)
    }
}

/// Whether what is asked for is a subscription.
pub(super) fn is_subscription(document: &ExecutableDocument, name: Option<&str>) -> bool {
    let mut asked = document.operations.iter().filter(|(operation, _)| {
        name.is_none_or(|name| operation.is_some_and(|operation| operation.as_str() == name))
    });
    asked.all(|(_, operation)| operation.node.ty == OperationType::Subscription)
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
    fn brackets_behind_odd_strings_and_comments_count() {
        let deep = "[".repeat(101);
        for before in [
            "{a(b:\"\"\"x\"y\"\"\",c:",
            "{a(b:\"\"\"x\\\"\"\"y\"\"\",c:",
            "#\r{a(b:",
            "{a(b:\"\",c:",
            "{a(b:[\"\"\" \" ",
            "{a(b:\"\\\\\",c:",
        ] {
            assert!(nested_too_deep(&format!("{before}{deep}")), "{before}");
        }
    }

    /// How deep the lists of arguments are really nested.
    fn depth_of(document: &ExecutableDocument) -> usize {
        fn of(value: &async_graphql::Value) -> usize {
            match value {
                async_graphql::Value::List(values) => 1 + values.iter().map(of).max().unwrap_or(0),
                _ => 0,
            }
        }
        let (_, operation) = document.operations.iter().next().unwrap();
        match &operation.node.selection_set.node.items[0].node {
            Selection::Field(field) => of(&field.node.arguments[0].1.node.clone().into_const().unwrap()),
            _ => 0,
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_the_parser_takes_is_not_deeper_than_counted(
            pieces in proptest::collection::vec(
                proptest::sample::select(vec!["[", "]", "\"", "\"\"\"", "\\", "#", "\r", "\n", "x", "1", "\\\"\"\""]),
                0..24,
            )
        ) {
            let query = format!("{{a(b:[{}])}}", pieces.concat());
            if let Ok(document) = parse_query(&query) {
                // The braces of the selection and of the arguments come on top.
                proptest::prop_assert!(deepest(query.as_bytes()) >= 2 + depth_of(&document), "{query:?}");
            }
        }
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
