//! The page: its files come from the program that they are compiled into, and `index.html` gets a head of its own per
//! address, so that a link pasted into a chat shows what it leads to.

mod address;
mod head;
mod parts;

use std::borrow::Cow;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    response::{IntoResponse, Response},
};

use self::parts::Parts;
use crate::http::{Server, takes_brotli};

/// Where `index.html` takes the head of the address asked for.
const HEAD: &str = "<!-- head -->";

/// Gives a file of the page by its path, for example `assets/app.css`, if there is one.
pub type SiteFile = fn(&str) -> Option<Cow<'static, [u8]>>;

/// The files of the page and what is known of them.
pub(crate) struct Site {
    file: SiteFile,
    parts: Parts,
}

impl Site {
    pub(crate) fn new(file: SiteFile) -> Self {
        let parts = file("parts.json").map(|written| Parts::read(&written)).unwrap_or_default();
        Self { file, parts }
    }
}

/// A file of the page, or the page itself for every address that is not a file.
pub(crate) async fn serve(State(server): State<Server>, request: Request) -> Response {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = request.uri().path().trim_start_matches('/').to_owned();
    if path != "index.html"
        && let Some(file) = (server.site.file)(&path)
    {
        return file_response(&server.site, &path, file, request.headers());
    }
    let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    if is_file {
        return StatusCode::NOT_FOUND.into_response();
    }
    let Some(index) = (server.site.file)("index.html") else {
        let hint =
            "The page is not built into this program; `cargo xtask run` builds it. The API is at /graphql.";
        return (StatusCode::NOT_FOUND, hint).into_response();
    };
    let head = head::of(&server.app, &path).await;
    let origin = address::of_site(server.app.config.public_url.as_deref(), &request);
    let filled = head.html(origin.as_deref(), &path) + &server.site.parts.links(&path);
    let html = String::from_utf8_lossy(&index).replacen(HEAD, &filled, 1);
    let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    (head.status, headers, html).into_response()
}

/// A file, in brotli where the browser takes it. Names of assets hold a hash of what is in them, so they may be
/// kept for ever.
fn file_response(site: &Site, path: &str, file: Cow<'static, [u8]>, headers: &HeaderMap) -> Response {
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    let cache = if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let about = [(header::CONTENT_TYPE, kind.as_ref().to_owned()), (header::CACHE_CONTROL, cache.to_owned())];
    match (site.file)(&format!("{path}.br")).filter(|_| takes_brotli(headers)) {
        Some(small) => {
            let encoding = [(header::CONTENT_ENCODING, "br"), (header::VARY, "accept-encoding")];
            (about, encoding, small.into_owned()).into_response()
        }
        None => (about, file.into_owned()).into_response(),
    }
}
