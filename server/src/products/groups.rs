//! The official classification and the kinds of certificates in the API.

use async_graphql::{Context, Object, SimpleObject};

use crate::{entities, graphql::context::Ask};

/// A node of the official classification (Annex I of Decision 26/2026/QĐ-TTg).
#[derive(SimpleObject, Clone, Debug)]
pub struct ProductGroup {
    /// Made of the annex's own numbers: `I.3.d`.
    pub code: String,
    /// The group above; null for the six at the top.
    pub parent_code: Option<String>,
    /// Name in Vietnamese.
    pub name_vi: String,
    /// Name in English.
    pub name_en: String,
}

impl From<&entities::product_group::Model> for ProductGroup {
    fn from(row: &entities::product_group::Model) -> Self {
        Self {
            code: row.code.clone(),
            parent_code: row.parent_code.clone(),
            name_vi: row.name_vi.clone(),
            name_en: row.name_en.clone(),
        }
    }
}

/// A kind of paper.
#[derive(SimpleObject, Clone, Debug)]
pub struct CertificateKind {
    /// Its code: `food_safety_producer`.
    pub code: String,
    /// Name in Vietnamese.
    pub name_vi: String,
    /// Name in English.
    pub name_en: String,
}

impl From<&entities::certificate_kind::Model> for CertificateKind {
    fn from(row: &entities::certificate_kind::Model) -> Self {
        Self { code: row.code.clone(), name_vi: row.name_vi.clone(), name_en: row.name_en.clone() }
    }
}

/// Queries for the short lists.
#[derive(Default)]
pub struct ProductGroupQueries;

/// Queries for the short lists.
#[Object]
impl ProductGroupQueries {
    /// The official classification, in its own order.
    #[graphql(complexity = "40 * child_complexity")]
    async fn product_groups(&self, ctx: &Context<'_>) -> Vec<ProductGroup> {
        ctx.app().labels().groups().iter().map(ProductGroup::from).collect()
    }

    /// Kinds of certificates, by code.
    #[graphql(complexity = "60 * child_complexity")]
    async fn certificate_kinds(&self, ctx: &Context<'_>) -> Vec<CertificateKind> {
        ctx.app().labels().certificate_kinds().map(CertificateKind::from).collect()
    }
}
