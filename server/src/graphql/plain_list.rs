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
    /// Its name in the answer.
    key: &'a Name,
    below: Vec<PlainField<'a>>,
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

/// What a selection asks for, if it is nothing but fields.
fn plain_fields(selected: &SelectionSet) -> Option<Vec<PlainField<'_>>> {
    let fields = selected.items.iter().map(|selection| match &selection.node {
        Selection::Field(field) if field.node.directives.is_empty() && field.node.arguments.is_empty() => {
            Some(PlainField {
                name: field.node.name.node.as_str(),
                key: &field.node.response_key().node,
                below: plain_fields(&field.node.selection_set.node)?,
            })
        }
        _ => None,
    });
    fields.collect()
}

fn records<T: PlainRecord>(records: &[T], fields: &[PlainField<'_>]) -> Option<Vec<Value>> {
    records.iter().map(|record| answer(record, fields)).collect()
}

/// The same field asked for twice is answered once, with all that is asked below it; that is the library's affair.
fn answer<T: PlainRecord>(record: &T, fields: &[PlainField<'_>]) -> Option<Value> {
    let mut object = IndexMap::with_capacity(fields.len());
    for field in fields {
        if object.insert(field.key.clone(), record.plain_field(field)?).is_some() {
            return None;
        }
    }
    Some(Value::Object(object))
}
