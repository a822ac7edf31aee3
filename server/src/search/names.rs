//! The index of names: producers, sale points and places, for suggestions and for searching their lists.

use std::borrow::Cow;
use std::path::Path;

use super::answer::Page;
use super::answering::Query;
use super::cursor::Cursor;
use super::documents::{NameCard, NameDocument, NameKind, Position};
use super::engine::Engine;
use super::filter::Filter;
use super::synonyms::Synonyms;

/// Names as they are found.
pub struct NameIndex {
    engine: Engine,
    synonyms: Synonyms,
}

/// What to search for.
#[derive(Clone, Debug, Default)]
pub struct NameQuery {
    /// What a person typed; empty for every name.
    pub text: String,
    /// Whether the last word is still being typed.
    pub unfinished: bool,
    /// Kinds of names; empty for every kind.
    pub kinds: Vec<NameKind>,
    /// How many results at most.
    pub first: usize,
    /// Only results after this place. It must come from a query of the same text.
    pub after: Option<Cursor>,
}

impl NameIndex {
    /// The index kept in a folder, or an empty one without a position if there is none that can be used. Nothing else
    /// may be kept in that folder.
    pub fn open(folder: &Path, synonyms: Synonyms) -> anyhow::Result<Self> {
        Ok(Self { engine: Engine::open(folder)?, synonyms })
    }

    /// How far the index has come; `None` if it must be rebuilt.
    pub fn position(&self) -> Option<Position> {
        self.engine.position()
    }

    /// Puts names in, in the place of those of the same kind and id, and takes others out, all in one commit.
    pub fn apply(
        &self,
        put: impl IntoIterator<Item = NameDocument>,
        removed: impl IntoIterator<Item = (NameKind, String)>,
        position: &Position,
    ) -> anyhow::Result<()> {
        let removed = removed.into_iter().map(|(kind, id)| NameDocument::key(kind, &id));
        self.engine.apply(put.into_iter().map(|name| name.stored()), removed, position)
    }

    /// Puts these names, each once, in the place of all there are.
    pub fn rebuild(
        &self,
        names: impl IntoIterator<Item = NameDocument>,
        position: &Position,
    ) -> anyhow::Result<()> {
        self.engine.rebuild(names.into_iter().map(|name| name.stored()), position)
    }

    /// A page of names, best first.
    pub fn search(&self, query: &NameQuery) -> anyhow::Result<Page<NameCard>> {
        let groups = query.kinds.iter().map(|kind| kind.code().to_owned()).collect();
        let query = Query {
            text: &query.text,
            unfinished: query.unfinished,
            filter: Cow::Owned(Filter { groups, ..Filter::default() }),
            first: query.first,
            without_kinds: !query.kinds.is_empty() && !query.kinds.contains(&NameKind::Place),
            after: query.after.as_ref(),
            ..Query::default()
        };
        query.answer(&self.engine.snapshot(), &self.synonyms, |bytes| Ok(postcard::from_bytes(bytes)?))
    }
}
