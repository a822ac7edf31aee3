//! Lists of records whose fields are at hand, answered in one step. The library answers every field of every record by
//! a future of its own, and asks each extension about it; a page of search results has five hundred such fields, most
//! of all its work. Records whose fields need no waiting are answered here directly; a selection that asks for
//! anything else (a fragment, a directive, an argument, a field that must be read) goes the library's way.

use std::borrow::Cow;

use async_graphql::{
    ContextSelectionSet, Name, OutputType, Positioned, ServerResult, Value,
    indexmap::IndexMap,
    parser::types::{Field, Selection, SelectionSet},
    registry::Registry,
};

/// A record that can answer fields at once.
pub trait PlainRecord: OutputType {
    /// The value of a field; `None` if it can't be answered at once.
    fn plain_field(&self, field: &PlainField<'_>) -> Option<Value>;
}

/// A field that is asked for, without arguments.
pub struct PlainField<'a> {
    /// Its name in the schema.
    pub name: &'a str,
    below: PlainFields<'a>,
}

/// What is asked of each record.
struct PlainFields<'a> {
    fields: Vec<PlainField<'a>>,
    /// An answer without its values; to copy it is cheaper than to look for the place of every field anew.
    shape: IndexMap<Name, Value>,
}

impl PlainField<'_> {
    /// The fields below this one, answered by a record.
    pub fn of<T: PlainRecord>(&self, record: &T) -> Option<Value> {
        answer(record, &self.below)
    }
}

/// A list of such records; in the schema the same as `Vec`.
#[derive(Clone, Debug)]
pub struct PlainList<T>(pub Vec<T>);

impl<T> FromIterator<T> for PlainList<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(items.into_iter().collect())
    }
}

impl<T: PlainRecord> OutputType for PlainList<T> {
    fn type_name() -> Cow<'static, str> {
        <Vec<T> as OutputType>::type_name()
    }

    fn qualified_type_name() -> String {
        <Vec<T> as OutputType>::qualified_type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        <Vec<T> as OutputType>::create_type_info(registry)
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, field: &Positioned<Field>) -> ServerResult<Value> {
        match plain_fields(&ctx.item.node).and_then(|fields| records(&self.0, &fields)) {
            Some(records) => Ok(Value::List(records)),
            None => self.0.resolve(ctx, field).await,
        }
    }
}

/// What a selection asks for, if it is nothing but fields, each once. The same field asked for twice is answered once,
/// with all that is asked below it; that is the library's affair.
fn plain_fields(selected: &SelectionSet) -> Option<PlainFields<'_>> {
    let mut plain = PlainFields { fields: Vec::new(), shape: IndexMap::new() };
    for selection in &selected.items {
        let Selection::Field(field) = &selection.node else { return None };
        let field = &field.node;
        let is_plain = field.directives.is_empty() && field.arguments.is_empty();
        let key = field.response_key().node.clone();
        if !is_plain || plain.shape.insert(key, Value::Null).is_some() {
            return None;
        }
        let below = plain_fields(&field.selection_set.node)?;
        plain.fields.push(PlainField { name: field.name.node.as_str(), below });
    }
    Some(plain)
}

fn records<T: PlainRecord>(records: &[T], asked: &PlainFields<'_>) -> Option<Vec<Value>> {
    records.iter().map(|record| answer(record, asked)).collect()
}

fn answer<T: PlainRecord>(record: &T, asked: &PlainFields<'_>) -> Option<Value> {
    let mut object = asked.shape.clone();
    for (value, field) in object.values_mut().zip(&asked.fields) {
        *value = record.plain_field(field)?;
    }
    Some(Value::Object(object))
}
