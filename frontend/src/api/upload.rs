//! Sending a file, with word of how much of it is sent. The browser's `fetch` does not tell that, so the older way is
//! taken here and nowhere else.

use futures::channel::oneshot;
use serde::Deserialize;
use shared::{ErrorCode, Problem, limits};
use wasm_bindgen::prelude::*;
use web_sys::{File, ProgressEvent, XmlHttpRequest};

use super::answers::{WrongField, told};
use super::{Failure, Refused};

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UploadKind {
    /// A photo of a product.
    Photo,
    /// The scan of a paper.
    Document,
}

/// A file that the server has.
#[derive(Deserialize)]
pub(crate) struct Uploaded {
    /// Its id.
    pub(crate) id: String,
}

/// Sends a file. `progress` is told how much of it is sent, from 0 to 1.
pub(crate) async fn upload(
    kind: UploadKind,
    file: &File,
    progress: impl Fn(f64) + 'static,
) -> Result<Uploaded, Refused> {
    if file.size() > limits::UPLOAD_BYTES as f64 {
        return Err(too_large());
    }
    let request = XmlHttpRequest::new().map_err(|_| Failure::Unreadable)?;
    let (sender, ended) = oneshot::channel::<()>();
    let told_how_far = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
        if event.length_computable() && event.total() > 0.0 {
            progress(event.loaded() / event.total());
        }
    });
    let at_end = Closure::once(move || {
        // Who waits may be gone.
        let _ = sender.send(());
    });
    if let Ok(sending) = request.upload() {
        sending.set_onprogress(Some(told_how_far.as_ref().unchecked_ref()));
    }
    request.set_onloadend(Some(at_end.as_ref().unchecked_ref()));
    begin(&request, kind, file).map_err(|_| Failure::Unreadable)?;
    let _ = ended.await;
    read(&request)
}

fn begin(request: &XmlHttpRequest, kind: UploadKind, file: &File) -> Result<(), JsValue> {
    let kind = match kind {
        UploadKind::Photo => "photo",
        UploadKind::Document => "document",
    };
    request.open("POST", &format!("/uploads?kind={kind}"))?;
    let media_type = Some(file.type_()).filter(|kind| !kind.is_empty());
    request
        .set_request_header("content-type", media_type.as_deref().unwrap_or("application/octet-stream"))?;
    let name = js_sys::encode_uri_component(&file.name());
    request.set_request_header("x-file-name", &String::from(name))?;
    request.send_with_opt_blob(Some(file))
}

fn read(request: &XmlHttpRequest) -> Result<Uploaded, Refused> {
    let status = request.status().unwrap_or_default();
    if matches!(status, 0 | 502..=504) {
        return Err(Failure::Silent.into());
    }
    let text = request.response_text().ok().flatten().unwrap_or_default();
    serde_json::from_str(&text).map_err(|_| told(&text, super::answers::failure(&text)))
}

fn too_large() -> Refused {
    let wrong = WrongField { field: "file".to_owned(), problem: Some(Problem::FileTooLarge) };
    Refused { failure: Failure::Refused(ErrorCode::BadInput), fields: vec![wrong], retry_after: None }
}
