//! The texts of documents in the API.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use shared::{AgreementKind, documents::Template};

use super::templates::{self, Text, Texts};
use crate::{
    error::Result,
    graphql::context::{Ask, city_staff, signed_in},
};

/// The texts of printed agreements of one kind, in both languages; staff edit them.
#[derive(SimpleObject)]
pub struct AgreementTemplate {
    /// Of which kind of agreement.
    pub kind: AgreementKind,
    /// In Vietnamese.
    pub vi: AgreementTemplateText,
    /// In English.
    pub en: AgreementTemplateText,
    /// Whether staff have changed one of them.
    pub is_changed: bool,
}

/// The texts of a printed agreement in one language.
#[derive(SimpleObject)]
pub struct AgreementTemplateText {
    /// What the document is called.
    pub title: String,
    /// The laws it rests on, one a line.
    pub legal_bases: String,
    /// The last article, after goods, term, delivery, payment and quality; one paragraph a line.
    pub closing: String,
}

/// The texts of a printed agreement as they shall be in one language.
#[derive(InputObject)]
pub struct AgreementTemplateTextInput {
    /// What the document is called, at most 200 characters.
    pub title: String,
    /// The laws it rests on, one a line; at most 4,000 characters.
    pub legal_bases: String,
    /// The last article, one paragraph a line; at most 4,000 characters.
    pub closing: String,
}

/// Queries for documents.
#[derive(Default)]
pub struct DocumentQueries;

/// Queries for documents.
#[Object]
impl DocumentQueries {
    /// The texts of printed agreements, for each kind, for whoever is signed in.
    #[graphql(guard = "signed_in()")]
    async fn agreement_templates(&self, ctx: &Context<'_>) -> Result<Vec<AgreementTemplate>> {
        let all = templates::all(ctx.app().database.read()).await?;
        Ok(all.into_iter().map(AgreementTemplate::from).collect())
    }
}

/// Mutations of documents.
#[derive(Default)]
pub struct DocumentMutations;

/// Mutations of documents.
#[Object]
impl DocumentMutations {
    /// Sets the texts of printed agreements of a kind. What is left out goes back to the text that came with the program.
    /// For staff of the city.
    #[graphql(guard = "city_staff()")]
    async fn set_agreement_template(
        &self,
        ctx: &Context<'_>,
        kind: AgreementKind,
        vi: Option<AgreementTemplateTextInput>,
        en: Option<AgreementTemplateTextInput>,
    ) -> Result<AgreementTemplate> {
        let changed = [vi, en].map(|text| text.map(Text::from));
        let set = templates::set(ctx.app(), ctx.signed_in()?, kind, changed).await?;
        Ok(set.into())
    }
}

impl From<Texts> for AgreementTemplate {
    fn from(texts: Texts) -> Self {
        let Texts { kind, vi, en, is_changed } = texts;
        Self { kind, vi: vi.into(), en: en.into(), is_changed }
    }
}

impl From<Template> for AgreementTemplateText {
    fn from(template: Template) -> Self {
        let Template { title, legal_bases, closing } = template;
        Self { title, legal_bases, closing }
    }
}

impl From<AgreementTemplateTextInput> for Text {
    fn from(input: AgreementTemplateTextInput) -> Self {
        let AgreementTemplateTextInput { title, legal_bases, closing } = input;
        Self { title, legal_bases, closing }
    }
}
