//! The index on disk and its snapshot in memory, for documents of any kind.
//!
//! Everything that is written is written in one commit together with the position, so the index is always as of
//! some position. Damage, another format or a half-copied folder mean an empty index without a position: its owner
//! then rebuilds it from the database.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use parking_lot::{Mutex, RwLock};
use serde::{Deserialize, Serialize};
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy};
use tantivy::store::Compressor;
use tantivy::{Index, IndexReader, IndexSettings, IndexWriter, ReloadPolicy};

use super::documents::Position;
use super::snapshot::Snapshot;
use super::stored::{Fields, Stored};

/// Raise it whenever what is stored or how text is analysed changes: older indexes are then rebuilt.
const FORMAT: u32 = 3;
/// Bytes of documents the writer gathers before it writes a segment.
const WRITER_BYTES: usize = 20_000_000;
/// So many segments of about one size are merged into one.
const MERGED_SEGMENTS: usize = 6;

/// What a commit says of itself.
#[derive(Serialize, Deserialize)]
struct Payload {
    format: u32,
    #[serde(flatten)]
    position: Position,
}

pub(super) struct Engine {
    fields: Fields,
    index: Index,
    reader: IndexReader,
    /// Made when first needed, and anew after a failure.
    writer: Mutex<Option<IndexWriter>>,
    snapshot: RwLock<Arc<Snapshot>>,
    position: RwLock<Option<Position>>,
}

impl Engine {
    /// The index kept in a folder, or an empty one if there is none that can be used.
    pub(super) fn open(folder: &Path) -> anyhow::Result<Self> {
        match Self::open_kept(folder) {
            Ok(Some(kept)) => return Ok(kept),
            Ok(None) => {}
            Err(error) => {
                tracing::warn!(folder = %folder.display(), error = format!("{error:#}"), "search index unusable");
            }
        }
        Self::create(folder).with_context(|| format!("making a search index in {}", folder.display()))
    }

    fn open_kept(folder: &Path) -> anyhow::Result<Option<Self>> {
        if !meta_file(folder).exists() {
            return Ok(None);
        }
        let index = Index::open_in_dir(folder)?;
        let (schema, fields) = Fields::schema();
        if index.schema() != schema {
            return Ok(None);
        }
        let Some(payload) = index.load_metas()?.payload else { return Ok(None) };
        let payload: Payload = serde_json::from_str(&payload)?;
        if payload.format != FORMAT {
            return Ok(None);
        }
        let damaged = index.validate_checksum()?;
        anyhow::ensure!(damaged.is_empty(), "damaged files: {damaged:?}");
        Self::over(index, fields, Some(payload.position)).map(Some)
    }

    fn create(folder: &Path) -> anyhow::Result<Self> {
        if meta_file(folder).exists() {
            std::fs::remove_dir_all(folder)?;
        }
        std::fs::create_dir_all(folder)?;
        let (schema, fields) = Fields::schema();
        let settings = IndexSettings { docstore_compression: Compressor::None, ..IndexSettings::default() };
        let index = Index::builder().schema(schema).settings(settings).create_in_dir(folder)?;
        Self::over(index, fields, None)
    }

    fn over(index: Index, fields: Fields, position: Option<Position>) -> anyhow::Result<Self> {
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .doc_store_cache_num_blocks(1)
            .try_into()?;
        let snapshot = Snapshot::load(&reader.searcher(), fields, None)?;
        Ok(Self {
            fields,
            index,
            reader,
            writer: Mutex::new(None),
            snapshot: RwLock::new(Arc::new(snapshot)),
            position: RwLock::new(position),
        })
    }

    /// What the index holds; `None` if it must be rebuilt.
    pub(super) fn position(&self) -> Option<Position> {
        self.position.read().clone()
    }

    pub(super) fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshot.read())
    }

    /// Replaces and removes documents in one commit. When it returns, the next search sees it.
    pub(super) fn apply(
        &self,
        put: impl IntoIterator<Item = anyhow::Result<Stored>>,
        removed: impl IntoIterator<Item = u128>,
        position: &Position,
    ) -> anyhow::Result<()> {
        self.write(position, |writer| {
            for key in removed {
                writer.delete_term(self.fields.key_term(key));
            }
            for stored in put {
                let stored = stored?;
                writer.delete_term(self.fields.key_term(stored.key));
                writer.add_document(self.fields.document(&stored)?)?;
            }
            Ok(())
        })
    }

    /// Puts these documents in the place of all there are, in one commit.
    pub(super) fn rebuild(
        &self,
        documents: impl IntoIterator<Item = anyhow::Result<Stored>>,
        position: &Position,
    ) -> anyhow::Result<()> {
        self.write(position, |writer| {
            writer.delete_all_documents()?;
            for stored in documents {
                writer.add_document(self.fields.document(&stored?)?)?;
            }
            Ok(())
        })?;
        self.merge()
    }

    fn write(
        &self,
        position: &Position,
        change: impl FnOnce(&mut IndexWriter) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let mut slot = self.writer.lock();
        let mut writer = match slot.take() {
            Some(writer) => writer,
            None => self.new_writer()?,
        };
        change(&mut writer)?;
        let payload = Payload { format: FORMAT, position: position.clone() };
        let mut commit = writer.prepare_commit()?;
        commit.set_payload(&serde_json::to_string(&payload)?);
        commit.commit()?;
        *slot = Some(writer);
        self.reload()?;
        *self.position.write() = Some(position.clone());
        Ok(())
    }

    /// Makes one segment of all, as a rebuilt index is searched longest.
    fn merge(&self) -> anyhow::Result<()> {
        let mut slot = self.writer.lock();
        if let Some(writer) = slot.take() {
            writer.wait_merging_threads()?;
        }
        let segments = self.index.searchable_segment_ids()?;
        if segments.len() > 1 {
            let mut writer = self.new_writer()?;
            writer.merge(&segments).wait()?;
            writer.wait_merging_threads()?;
        }
        self.reload()
    }

    fn reload(&self) -> anyhow::Result<()> {
        self.reader.reload()?;
        let before = self.snapshot();
        let snapshot = Snapshot::load(&self.reader.searcher(), self.fields, Some(&before))?;
        *self.snapshot.write() = Arc::new(snapshot);
        Ok(())
    }

    fn new_writer(&self) -> anyhow::Result<IndexWriter> {
        let options = IndexWriterOptions::builder()
            .num_worker_threads(1)
            .num_merge_threads(1)
            .memory_budget_per_thread(WRITER_BYTES)
            .build();
        let writer = self.index.writer_with_options(options)?;
        let mut policy = LogMergePolicy::default();
        policy.set_min_num_segments(MERGED_SEGMENTS);
        policy.set_min_layer_size(1000);
        writer.set_merge_policy(Box::new(policy));
        Ok(writer)
    }
}

fn meta_file(folder: &Path) -> PathBuf {
    folder.join("meta.json")
}
