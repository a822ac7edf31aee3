//! Documents to print, over HTTP: for the same people who may read what they are made of. They are made anew each time,
//! since what they say may have changed, and who may have them too.

use axum::{
    extract::{Path, Query, State},
    http::header,
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use shared::{DocumentLanguage, text};

use super::{Server, uploads::failed};
use crate::{
    documents::{self, Document},
    error::{Error, Result},
    graphql::context::Asker,
};

const ENDING: &str = ".docx";
const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// What the address of a document says behind the `?`.
#[derive(Deserialize)]
pub(super) struct Parameters {
    language: Option<String>,
}

/// The same with the time that counts.
#[derive(Deserialize)]
pub(super) struct WithDays {
    language: Option<String>,
    from: NaiveDate,
    until: NaiveDate,
}

/// The document of an agreement: `GET /documents/agreements/{id}.docx?language=vi|both`.
pub(super) async fn agreement(
    State(server): State<Server>,
    asker: Asker,
    Path(file): Path<String>,
    Query(parameters): Query<Parameters>,
) -> Response {
    let made = async {
        let somebody = asker.viewer.signed_in()?;
        let id = id_of(&file, "agreement")?;
        let language = language(parameters.language.as_deref())?;
        documents::of_agreement(&server.app, somebody, id, language).await
    };
    made.await.map_or_else(failed, sent)
}

/// The markets of a product: `GET /documents/evidence/{product}.docx?from=2026-01-01&until=2026-12-31&language=vi|both`.
pub(super) async fn evidence(
    State(server): State<Server>,
    asker: Asker,
    Path(file): Path<String>,
    Query(parameters): Query<WithDays>,
) -> Response {
    let made = async {
        let somebody = asker.viewer.signed_in()?;
        let id = id_of(&file, "product")?;
        let language = language(parameters.language.as_deref())?;
        let WithDays { from, until, .. } = parameters;
        if until < from {
            return Err(Error::bad_input("until", "must not be before `from`"));
        }
        documents::of_evidence(&server.app, somebody, id, from..=until, language).await
    };
    made.await.map_or_else(failed, sent)
}

/// The id in the name of a file.
fn id_of<Id: std::str::FromStr>(file: &str, thing: &'static str) -> Result<Id> {
    let id = file.strip_suffix(ENDING).and_then(|id| id.parse().ok());
    id.ok_or(Error::NotFound(thing))
}

fn language(asked: Option<&str>) -> Result<DocumentLanguage> {
    let Some(asked) = asked else { return Ok(DocumentLanguage::Vietnamese) };
    DocumentLanguage::parse(asked).ok_or_else(|| Error::bad_input("language", "must be `vi` or `both`"))
}

/// It is saved under its name; programs that know no other letters get it without accents.
fn sent(document: Document) -> Response {
    let plain = text::slug(&document.name);
    let name = format!("{}{ENDING}", document.name.replace(['/', '\\'], "-"));
    let name = utf8_percent_encode(&name, NON_ALPHANUMERIC);
    let about = [
        (header::CONTENT_TYPE, MEDIA_TYPE.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{plain}{ENDING}\"; filename*=UTF-8''{name}"),
        ),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    (about, document.bytes).into_response()
}
