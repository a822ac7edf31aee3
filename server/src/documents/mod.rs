//! Documents to print and sign: what they say stands in `shared::documents`, since the page prints the same; here it is
//! read, made a file of, and the texts that staff edit are kept.

mod defaults;
mod docx;
pub mod graphql;
mod reading;
pub(crate) mod templates;

use std::{ops::RangeInclusive, sync::Arc};

use chrono::NaiveDate;
use shared::{AgreementId, DocumentLanguage, ProductId};

use crate::{accounts::SignedIn, app::App, error::Result, evidence};

/// A file with the name that people save it under.
pub(crate) struct Document {
    /// Without its ending.
    pub(crate) name: String,
    /// A DOCX.
    pub(crate) bytes: Vec<u8>,
}

/// The document of an agreement that somebody may know of.
pub(crate) async fn of_agreement(
    app: &App,
    somebody: &SignedIn,
    id: AgreementId,
    language: DocumentLanguage,
) -> Result<Document> {
    let document = reading::agreement(app, somebody, id).await?;
    let number = document.number.as_deref().map(|number| format!(" {number}")).unwrap_or_default();
    let name = format!("{}{number}", document.vi.title);
    Ok(Document { name, bytes: docx::written(&document.blocks(language))? })
}

/// The document that proves the markets of a product within some days, for people of its producer and its staff.
pub(crate) async fn of_evidence(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: ProductId,
    days: RangeInclusive<NaiveDate>,
    language: DocumentLanguage,
) -> Result<Document> {
    let document = evidence::document::of(app, somebody, id, days).await?;
    let name = format!("Thị trường {}", document.product);
    Ok(Document { name, bytes: docx::written(&document.blocks(language))? })
}
