//! Facts of a file beside the rows made from them before: what is new, what says something else now, and what
//! a person has edited and is therefore left alone.

use std::collections::{BTreeMap, HashMap};

use sea_orm::{
    EntityTrait, IdenStatic, IntoActiveModel, Iterable, prelude::Json, sea_query::sea_value_to_json_value,
};
use uuid::Uuid;

use super::facts::{Extra, Fact, Known, Wanted};
use crate::{
    bulk,
    changes::{Line, Write},
    error::Result,
    reference::{SetLoaded, files::digest},
};

/// Columns about the row itself or made from others; they are no facts.
const OWN_COLUMNS: [&str; 9] = [
    "id",
    "sort_key",
    "origin_key",
    "origin_digest",
    "created_at",
    "updated_at",
    "version",
    "published_at",
    "listed_at",
];
/// A row nobody has edited since it was loaded. Loads keep the version, edits raise it.
const UNEDITED: i32 = 1;

/// What there is to write for one table.
#[derive(Debug)]
pub(super) struct News<M> {
    pub(super) set: SetLoaded,
    pub(super) created: Vec<Wanted<M>>,
    /// With what the database has.
    pub(super) updated: Vec<(Wanted<M>, Known<M>)>,
    /// The ids of all rows by the ids they were given when the file was read.
    pub(super) ids: HashMap<Uuid, Uuid>,
    lines: Vec<Line>,
}

/// Compares a file with what is known by origin key.
pub(super) fn compare<M: Fact>(wanted: Vec<Wanted<M>>, mut known: HashMap<String, Known<M>>) -> News<M> {
    let set = SetLoaded::new(M::ENTITY);
    let mut news =
        News { set, created: Vec::new(), updated: Vec::new(), ids: HashMap::new(), lines: Vec::new() };
    for mut wanted in wanted {
        let content = content(&wanted.row, &wanted.extra);
        wanted.row.set_digest(digest_of(&content));
        let fresh_id = wanted.row.id();
        let Some(known) = wanted.row.origin_key().and_then(|key| known.remove(key)) else {
            news.ids.insert(fresh_id, fresh_id);
            news.note::<M>("created", fresh_id, None, content);
            news.set.added += 1;
            news.created.push(wanted);
            continue;
        };
        let id = known.row.id();
        news.ids.insert(fresh_id, id);
        if known.row.origin_digest() == wanted.row.origin_digest() {
            news.set.unchanged += 1;
        } else if known.row.version() != UNEDITED || known.has_more {
            news.set.kept += 1;
        } else {
            let (before, after) = difference(self::content(&known.row, &known.extra), content);
            if after.is_empty() {
                news.set.unchanged += 1;
                continue;
            }
            wanted.row.replace(&known.row);
            news.note::<M>("updated", id, Some(before), after);
            news.set.updated += 1;
            news.updated.push((wanted, known));
        }
    }
    news
}

impl<M> News<M> {
    fn note<F: Fact>(
        &mut self,
        action: &'static str,
        id: Uuid,
        before: Option<BTreeMap<String, Json>>,
        after: BTreeMap<String, Json>,
    ) {
        let json = |values: BTreeMap<String, Json>| Json::Object(values.into_iter().collect());
        self.lines.push(Line {
            entity: F::ENTITY,
            entity_id: id.to_string(),
            action,
            before: before.map(json),
            after: Some(json(after)),
        });
    }
}

impl<M> News<M>
where
    M: Fact + IntoActiveModel<<M::Entity as EntityTrait>::ActiveModel>,
    M::Entity: EntityTrait<Model = M>,
{
    /// Writes the rows and their lines.
    pub(super) async fn write(&mut self, write: &mut Write) -> Result<()> {
        let created = self.created.iter().map(|wanted| wanted.row.clone()).collect();
        bulk::insert::<M::Entity>(write.rows(), created).await?;
        let updated = self.updated.iter().map(|(wanted, _)| wanted.row.clone()).collect();
        bulk::upsert::<M::Entity>(write.rows(), updated).await?;
        for line in self.lines.drain(..) {
            write.record(line);
        }
        Ok(())
    }
}

/// What a row says, without what it does not know.
fn content<M: Fact>(row: &M, extra: &Extra) -> BTreeMap<String, Json> {
    let columns = <M::Entity as EntityTrait>::Column::iter();
    let columns = columns.filter(|column| !OWN_COLUMNS.contains(&column.as_str()));
    let values =
        columns.map(|column| (column.as_str().to_owned(), sea_value_to_json_value(&row.get(column))));
    values.chain(extra.content()).filter(|(_, value)| !value.is_null()).collect()
}

fn digest_of(content: &BTreeMap<String, Json>) -> String {
    let mut text = String::new();
    for (column, value) in content {
        text += &format!("{column}={value}\n");
    }
    digest(&[&text])
}

/// The values that differ, as they were and as they are; a value that is not there is null.
fn difference(
    mut before: BTreeMap<String, Json>,
    mut after: BTreeMap<String, Json>,
) -> (BTreeMap<String, Json>, BTreeMap<String, Json>) {
    for key in before.keys().cloned().collect::<Vec<_>>() {
        after.entry(key).or_insert(Json::Null);
    }
    for key in after.keys().cloned().collect::<Vec<_>>() {
        let was = before.entry(key.clone()).or_insert(Json::Null);
        if *was == after[&key] {
            before.remove(&key);
            after.remove(&key);
        }
    }
    (before, after)
}
