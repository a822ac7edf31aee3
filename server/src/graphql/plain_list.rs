//! Lists of small records, answered in one step. The library answers every field of every record by a future of
//! its own; a page of search results has three hundred such fields in its facets alone, two thirds of all its
//! work. Records whose fields need no waiting are answered here directly.

use std::borrow::Cow;

use async_graphql::{
    ContextSelectionSet, Name, OutputType, Positioned, ServerResult, Value,
    indexmap::IndexMap,
    parser::types::{Field, Selection},
    registry::Registry,
};

/// A record whose fields are at hand.
pub trait PlainRecord: OutputType {
    /// The value of a field of the schema; `None` if there is no such field.
    fn plain_field(&self, name: &str) -> Option<Value>;
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
        match plain_fields(ctx).and_then(|fields| records(&self.0, &fields)) {
            Some(records) => Ok(Value::List(records)),
            None => self.0.resolve(ctx, field).await,
        }
    }
}

/// Names in the schema and in the answer, if the selection is nothing but fields: no fragment, no directive.
fn plain_fields<'a>(ctx: &ContextSelectionSet<'a>) -> Option<Vec<(&'a str, &'a Name)>> {
    let fields = ctx.item.node.items.iter().map(|selection| match &selection.node {
        Selection::Field(field) if field.node.directives.is_empty() => {
            Some((field.node.name.node.as_str(), &field.node.response_key().node))
        }
        _ => None,
    });
    fields.collect()
}

fn records<T: PlainRecord>(records: &[T], fields: &[(&str, &Name)]) -> Option<Vec<Value>> {
    let answer = |record: &T| {
        let mut object = IndexMap::with_capacity(fields.len());
        for (name, key) in fields {
            object.insert((*key).clone(), record.plain_field(name)?);
        }
        Some(Value::Object(object))
    };
    records.iter().map(answer).collect()
}
