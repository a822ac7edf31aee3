//! The page: its files are compiled into the program, and `index.html` gets a head of its own per address, so
//! that a link pasted into a chat shows what it leads to.

mod address;
mod head;
mod parts;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::http::{Server, takes_brotli};

/// Where `index.html` takes the head of the address asked for.
const HEAD: &str = "<!-- head -->";

#[derive(RustEmbed)]
#[folder = "../target/site"]
#[allow_missing = true]
struct Files;

/// A file of the page, or the page itself for every address that is not a file.
pub(crate) async fn serve(State(server): State<Server>, request: Request) -> Response {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = request.uri().path().trim_start_matches('/').to_owned();
    if path != "index.html"
        && let Some(file) = Files::get(&path)
    {
        return file_response(&path, file, request.headers());
    }
    let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    if is_file {
        return StatusCode::NOT_FOUND.into_response();
    }
    let Some(index) = Files::get("index.html") else {
        let hint =
            "The page is not built into this program; `cargo xtask run` builds it. The API is at /graphql.";
        return (StatusCode::NOT_FOUND, hint).into_response();
    };
    let head = head::of(&server.app, &path).await;
    let site = address::of_site(server.app.config.public_url.as_deref(), &request);
    let filled = head.html(site.as_deref(), &path) + &parts::links(&path);
    let html = String::from_utf8_lossy(&index.data).replacen(HEAD, &filled, 1);
    let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    (head.status, headers, html).into_response()
}

/// A file, in brotli where the browser takes it. Names of assets hold a hash of what is in them, so they may be
/// kept for ever.
fn file_response(path: &str, file: EmbeddedFile, headers: &HeaderMap) -> Response {
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    let cache = if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let about = [(header::CONTENT_TYPE, kind.as_ref().to_owned()), (header::CACHE_CONTROL, cache.to_owned())];
    match Files::get(&format!("{path}.br")).filter(|_| takes_brotli(headers)) {
        Some(small) => {
            let encoding = [(header::CONTENT_ENCODING, "br"), (header::VARY, "accept-encoding")];
            (about, encoding, small.data.into_owned()).into_response()
        }
        None => (about, file.data.into_owned()).into_response(),
    }
}
