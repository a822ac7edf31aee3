//! Taking a file off the line, no more of it than allowed.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use futures::StreamExt;
use percent_encoding::percent_decode_str;
use shared::{AccountId, Problem, UploadKind, limits::UPLOAD_BYTES};
use tokio::sync::Semaphore;

use super::{FIELD, store, too_large};
use crate::{
    app::App,
    entities::upload,
    error::{Error, Result},
};

/// Files on the line or waiting to be worked on, each with up to 12 MB in memory; who comes later is sent away.
static ON_THE_LINE: Semaphore = Semaphore::const_new(24);

/// Takes a file and keeps it. `kind` is what the address says, `name` the name of the file, percent-encoded.
pub async fn receive(
    app: &Arc<App>,
    account: AccountId,
    kind: Option<&str>,
    name: Option<&str>,
    body: Body,
) -> Result<upload::Model> {
    let kind = kind.and_then(UploadKind::parse).ok_or_else(|| Error::Refused {
        field: "kind",
        problem: Problem::NotOffered,
        message: "photo or document".to_owned(),
    })?;
    let _on_the_line = ON_THE_LINE.try_acquire().map_err(|_| Error::Unavailable)?;
    let name = percent_decode_str(name.unwrap_or_default()).decode_utf8_lossy();
    let bytes = read(body).await?;
    store(app, account, kind, &name, bytes).await
}

/// The whole body. Reading stops where it is too long, whatever it was said to be.
async fn read(body: Body) -> Result<Bytes> {
    let mut stream = body.into_data_stream();
    let mut bytes = Vec::new();
    while let Some(part) = stream.next().await {
        let part = part.map_err(|_| Error::Refused {
            field: FIELD,
            problem: Problem::FileDamaged,
            message: "the file did not arrive whole".to_owned(),
        })?;
        if bytes.len() + part.len() > UPLOAD_BYTES {
            return Err(too_large());
        }
        bytes.extend_from_slice(&part);
    }
    Ok(bytes.into())
}
