//! What buyers ask of producers: the list from which retailers choose and which producers answer.

use async_graphql::{Context, Object, SimpleObject};
use shared::RequirementKind;

use crate::{
    entities::requirement, graphql::context::Ask, labels::Labels, products::groups::CertificateKind,
};

/// Something buyers ask for.
#[derive(SimpleObject, Clone, Debug)]
pub struct Requirement {
    /// Its code: `food_safety_certificate`.
    pub code: String,
    /// Name in Vietnamese.
    pub name_vi: String,
    /// Name in English.
    pub name_en: String,
    /// What the answer to it is.
    pub kind: RequirementKind,
    /// Who is known to ask for it, in the words of the list: `AEON; all chains`.
    pub who_asks: String,
    /// Papers that meet it, any one of them; empty unless the answer is a certificate.
    pub certificates: Vec<CertificateKind>,
}

impl Requirement {
    /// A requirement with the papers that meet it.
    pub(crate) fn new(row: &requirement::Model, labels: &Labels) -> Self {
        let papers = labels.papers_for(&row.code).iter();
        let certificates = papers.filter_map(|code| labels.certificate_kind(code).map(CertificateKind::from));
        Self {
            code: row.code.clone(),
            name_vi: row.name_vi.clone(),
            name_en: row.name_en.clone(),
            kind: row.kind,
            who_asks: row.who_asks.clone(),
            certificates: certificates.collect(),
        }
    }
}

/// Queries for what buyers ask.
#[derive(Default)]
pub struct RequirementQueries;

/// Queries for what buyers ask.
#[Object]
impl RequirementQueries {
    /// What buyers ask for, in the order of the list.
    #[graphql(complexity = "40 * child_complexity")]
    async fn requirements(&self, ctx: &Context<'_>) -> Vec<Requirement> {
        let labels = ctx.app().labels();
        labels.requirements().iter().map(|row| Requirement::new(row, &labels)).collect()
    }
}
