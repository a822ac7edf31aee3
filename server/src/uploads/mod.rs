//! Files that people put here: photos for everybody, and scans of papers for those who may see them.
//!
//! A file is what its bytes are, whatever it is called. Of a picture only the pixels are kept (see [`photo`]), a PDF is
//! kept as it is and only ever handed out as a file to be saved. The bytes lie in `uploads` below `OCOP_DATA_DIR`, named by their
//! SHA-256 (see `files`); the table `upload` says whose they are. Nodes that share a PostgreSQL must share that folder
//! too, since any of them may be asked for a file that another one took.
//!
//! Not here: who may put a file here or see a document (`http::uploads` asks), and what becomes of files that nothing
//! shows any more.

mod file_name;
mod files;
mod jpeg;
pub mod photo;
pub mod receiving;
pub mod recognise;
#[cfg(test)]
mod tests;

use std::{io, path::PathBuf, sync::Arc};

use anyhow::Context;
use axum::body::Bytes;
use chrono::Utc;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};
use serde_json::json;
use shared::{AccountId, Problem, UploadId, UploadKind, limits::UPLOAD_BYTES};
use tokio::{sync::Semaphore, task::spawn_blocking};

use self::recognise::{Format, Found};
use crate::{
    app::App,
    changes::{Line, Write},
    entities::upload,
    error::{Error, Result},
    numbers::int,
};

/// What a complaint about the file itself names.
pub const FIELD: &str = "file";
const JPEG: &str = "image/jpeg";
const PDF: &str = "application/pdf";
/// Photos worked on at once by this process; a large one counts as two. So all of them together take half a gigabyte at
/// worst, and 220 MB where only telephones send some.
static AT_WORK: Semaphore = Semaphore::const_new(2);
/// A photo of more pixels is worked on alone. Telephones take 12 megapixels.
const LARGE_PIXELS: u64 = 16_000_000;

/// Which of the two sizes of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rendition {
    /// At most 1,600 px; the only one of a PDF.
    Large,
    /// At most 480 px, for lists and cards.
    Small,
}

/// A file as it is kept.
struct Kept {
    sha256: String,
    media_type: &'static str,
    bytes: usize,
    size: Option<(u32, u32)>,
}

/// Keeps a file of an account. Putting the same file here again gives the row that is there.
pub async fn store(
    app: &Arc<App>,
    account: AccountId,
    kind: UploadKind,
    name: &str,
    bytes: Bytes,
) -> Result<upload::Model> {
    if bytes.len() > UPLOAD_BYTES {
        return Err(too_large());
    }
    if bytes.is_empty() {
        return Err(refused(Problem::Missing, "the file is empty"));
    }
    let kept = match (kind, recognise::recognise(&bytes)) {
        (_, Found::Picture(format)) => keep_picture(app, bytes, format).await?,
        (UploadKind::Document, Found::Pdf) => keep_pdf(app, bytes).await?,
        (UploadKind::Photo, found) => return Err(wrong_kind(found, "a JPEG, PNG or WebP picture")),
        (UploadKind::Document, found) => {
            return Err(wrong_kind(found, "a PDF or a JPEG, PNG or WebP picture"));
        }
    };
    write_row(app, account, kind, name, kept).await
}

/// The row of a file. Whether the viewer may see it is for the caller to decide.
pub async fn require(app: &App, id: UploadId) -> Result<upload::Model> {
    let row = upload::Entity::find_by_id(id).one(app.database.read()).await?;
    row.ok_or(Error::NotFound("upload"))
}

/// The bytes of a file; a PDF has no small rendition.
pub async fn open(app: &App, upload: &upload::Model, rendition: Rendition) -> Result<Vec<u8>> {
    if rendition == Rendition::Small && upload.width.is_none() {
        return Err(Error::NotFound("rendition"));
    }
    let path = files::path(&folder(app), &upload.sha256, rendition);
    let bytes = tokio::fs::read(&path).await;
    Ok(bytes.with_context(|| format!("upload {} is not on the disk of this node", upload.id))?)
}

fn folder(app: &App) -> PathBuf {
    app.config.data_dir.join("uploads")
}

async fn keep_picture(app: &App, bytes: Bytes, format: Format) -> Result<Kept> {
    let pixels = photo::pixels(&bytes, format).map_err(unusable)?;
    let share = if pixels > LARGE_PIXELS { 2 } else { 1 };
    let at_work = AT_WORK.acquire_many(share).await.context("nobody closes the semaphore")?;
    let folder = folder(app);
    let work = move || {
        // Goes with the work, also when nobody waits for it any more.
        let _at_work = at_work;
        let photo = photo::clean(&bytes, format).map_err(unusable)?;
        let sha256 = files::digest(&photo.large);
        // The small one first: where the large one is, both are.
        let small = files::path(&folder, &sha256, Rendition::Small);
        files::keep(&small, &photo.small).map_err(not_written)?;
        let large = files::path(&folder, &sha256, Rendition::Large);
        files::keep(&large, &photo.large).map_err(not_written)?;
        let size = Some((photo.width, photo.height));
        Ok(Kept { sha256, media_type: JPEG, bytes: photo.large.len(), size })
    };
    // A decoder that gives up in a panic has met a picture that is made wrongly.
    spawn_blocking(work).await.unwrap_or_else(|_| Err(unusable(Problem::FileDamaged)))
}

async fn keep_pdf(app: &App, bytes: Bytes) -> Result<Kept> {
    let folder = folder(app);
    let work = move || {
        let sha256 = files::digest(&bytes);
        files::keep(&files::path(&folder, &sha256, Rendition::Large), &bytes).map_err(not_written)?;
        Ok(Kept { sha256, media_type: PDF, bytes: bytes.len(), size: None })
    };
    spawn_blocking(work).await.context("keeping a PDF")?
}

async fn write_row(
    app: &App,
    account: AccountId,
    kind: UploadKind,
    name: &str,
    kept: Kept,
) -> Result<upload::Model> {
    let Kept { sha256, media_type, bytes, size } = kept;
    // Sizes are below the limits, which are far below the largest number.
    let row = upload::Model {
        id: UploadId::new(),
        sha256,
        kind,
        media_type: media_type.to_owned(),
        bytes: int(bytes),
        width: size.map(|(width, _)| int(width)),
        height: size.map(|(_, height)| int(height)),
        name: file_name::clean(name),
        created_by: account.to_string(),
        created_at: Utc::now(),
    };
    let mut write = Write::begin(&app.database, account.to_string()).await?;
    let same = upload::Entity::find()
        .filter(upload::Column::Sha256.eq(&row.sha256))
        .filter(upload::Column::Kind.eq(kind))
        .filter(upload::Column::CreatedBy.eq(&row.created_by));
    let key = [upload::Column::Sha256, upload::Column::Kind, upload::Column::CreatedBy];
    let insert = upload::Entity::insert(upload::ActiveModel::from(row.clone()))
        .on_conflict(OnConflict::columns(key).do_nothing().to_owned());
    if insert.exec_without_returning(write.rows()).await? == 0 {
        let there = same.one(write.rows()).await?;
        return there.context("the row that is in the way").map_err(Error::from);
    }
    write.record(Line {
        entity: "upload",
        entity_id: row.id.to_string(),
        action: "created",
        before: None,
        after: Some(json!({ "kind": kind.as_str(), "mediaType": media_type, "bytes": bytes })),
    });
    write.commit().await?;
    Ok(row)
}

/// The file has more bytes than allowed.
pub(crate) fn too_large() -> Error {
    refused(Problem::FileTooLarge, format!("a file has at most {UPLOAD_BYTES} bytes"))
}

fn refused(problem: Problem, message: impl Into<String>) -> Error {
    Error::Refused { field: FIELD, problem, message: message.into() }
}

fn unusable(problem: Problem) -> Error {
    let message = match problem {
        Problem::PictureTooLarge => "the picture has too many pixels",
        _ => "the picture can't be read to its end",
    };
    refused(problem, message)
}

fn wrong_kind(found: Found, taken: &str) -> Error {
    let found = match found {
        Found::Known(what) => what,
        Found::Pdf => "a PDF",
        Found::Picture(_) | Found::Unknown => "something unknown",
    };
    refused(Problem::FileKind, format!("this is {found}, send {taken}"))
}

fn not_written(error: io::Error) -> Error {
    Error::Unexpected(anyhow::Error::new(error).context("writing an upload"))
}
