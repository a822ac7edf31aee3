//! Files that people put here, over HTTP: a file is the body of a POST, and has an address of its own afterwards.
//!
//! Nothing of a file may run on our origin: it is only ever sent as the kind it was found to be, in a sandbox, and a PDF
//! is to be saved and not shown.

use axum::{
    Json,
    body::Body,
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use serde_json::json;
use shared::{ErrorCode, Problem, UploadId, UploadKind};

use super::{Server, graphql::json};
use crate::{
    accounts::Viewer,
    agreements::scans,
    catalogue::access,
    entities::upload,
    error::{Error, Result},
    graphql::{context::Asker, errors},
    introductions::attachments,
    uploads::{self, Rendition, receiving},
};

/// The name of the file where it came from, percent-encoded UTF-8: headers take no other letters.
const FILE_NAME: &str = "x-file-name";
/// What a file may do in a browser: nothing.
const SANDBOX: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
/// A file never changes, so a browser need not ask again. Everybody may have a photo.
const FOR_EVERYBODY: &str = "public, max-age=31536000, immutable";
/// A paper is asked for each time: who may see it may change.
const FOR_ONE: &str = "private, no-cache";

/// What the address of a file to come says.
#[derive(Deserialize)]
pub(super) struct Parameters {
    kind: Option<String>,
}

/// Takes a file: `POST /uploads?kind=photo|document`.
pub(super) async fn receive(
    State(server): State<Server>,
    asker: Asker,
    Query(parameters): Query<Parameters>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let account = match asker.viewer.signed_in() {
        Ok(somebody) => somebody.account_id,
        Err(error) => return failed(error),
    };
    let name = headers.get(FILE_NAME).and_then(|name| name.to_str().ok());
    match receiving::receive(&server.app, account, parameters.kind.as_deref(), name, body).await {
        Ok(upload) => taken(&upload).into_response(),
        Err(error) => failed(error),
    }
}

/// The file itself: `GET /uploads/{id}`.
pub(super) async fn large(
    State(server): State<Server>,
    asker: Asker,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    send(&server, &asker.viewer, &id, &headers, Rendition::Large).await.unwrap_or_else(failed)
}

/// The small rendition of a picture: `GET /uploads/{id}/small`.
pub(super) async fn small(
    State(server): State<Server>,
    asker: Asker,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    send(&server, &asker.viewer, &id, &headers, Rendition::Small).await.unwrap_or_else(failed)
}

async fn send(
    server: &Server,
    viewer: &Viewer,
    id: &str,
    headers: &HeaderMap,
    rendition: Rendition,
) -> Result<Response> {
    let not_found = || Error::NotFound("upload");
    let id: UploadId = id.parse().map_err(|_| not_found())?;
    let upload = uploads::require(&server.app, id).await?;
    let is_for_everybody = upload.kind == UploadKind::Photo;
    // Who may not see a paper need not know that it is there.
    if !is_for_everybody && !may_see(server, viewer, &upload).await? {
        return Err(not_found());
    }
    let tag = match rendition {
        Rendition::Large => format!("\"{}\"", upload.sha256),
        Rendition::Small => format!("\"{}-small\"", upload.sha256),
    };
    let caching = if is_for_everybody { FOR_EVERYBODY } else { FOR_ONE };
    let about = [(header::ETAG, tag.clone()), (header::CACHE_CONTROL, caching.to_owned())];
    if has(headers, &tag) {
        return Ok((StatusCode::NOT_MODIFIED, about).into_response());
    }
    let bytes = uploads::open(&server.app, &upload, rendition).await?;
    let kind = [
        (header::CONTENT_TYPE, upload.media_type.clone()),
        (header::CONTENT_DISPOSITION, disposition(&upload)),
        (header::CONTENT_SECURITY_POLICY, SANDBOX.to_owned()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    Ok((about, kind, bytes).into_response())
}

/// Whether somebody may see a document: as the scan of a paper, as a file of a conversation, or as a signed agreement.
async fn may_see(server: &Server, viewer: &Viewer, upload: &upload::Model) -> Result<bool> {
    let rows = server.app.database.read();
    let is_paper = access::may_see_document(rows, viewer, upload).await?;
    Ok(is_paper
        || attachments::may_see(rows, viewer, upload).await?
        || scans::may_see(rows, viewer, upload).await?)
}

/// Whether a browser has what a tag stands for.
fn has(headers: &HeaderMap, tag: &str) -> bool {
    let known =
        headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value: &HeaderValue| value.to_str().ok());
    known.flat_map(|list| list.split(',')).any(|known| known.trim().trim_start_matches("W/") == tag)
}

/// A picture is shown; anything else is saved under the name it had.
fn disposition(upload: &upload::Model) -> String {
    let name = utf8_percent_encode(&upload.name, NON_ALPHANUMERIC);
    let how = if upload.width.is_some() { "inline" } else { "attachment" };
    format!("{how}; filename*=UTF-8''{name}")
}

fn taken(upload: &upload::Model) -> Json<serde_json::Value> {
    let url = format!("/uploads/{}", upload.id);
    Json(json!({
        "id": upload.id,
        "smallUrl": upload.width.map(|_| format!("{url}/small")),
        "url": url,
        "mediaType": upload.media_type,
        "bytes": upload.bytes,
        "width": upload.width,
        "height": upload.height,
    }))
}

/// An error as GraphQL tells it, with the status that belongs to it.
pub(super) fn failed(error: Error) -> Response {
    let status = match (error.code(), error.problem()) {
        (_, Some(Problem::FileTooLarge)) => StatusCode::PAYLOAD_TOO_LARGE,
        (_, Some(Problem::FileKind)) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        (ErrorCode::Unauthenticated, _) => StatusCode::UNAUTHORIZED,
        (ErrorCode::Forbidden, _) => StatusCode::FORBIDDEN,
        (ErrorCode::NotFound, _) => StatusCode::NOT_FOUND,
        (ErrorCode::Unavailable, _) => StatusCode::SERVICE_UNAVAILABLE,
        (ErrorCode::Internal, _) => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::BAD_REQUEST,
    };
    let mut response = json(status, &errors::failure(error));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
