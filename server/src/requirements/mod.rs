//! What buyers ask of producers: the list from which retailers choose and which producers answer.

use std::collections::HashMap;

use async_graphql::{Context, Object, SimpleObject};
use sea_orm::{EntityTrait, QueryOrder};
use shared::RequirementKind;

use crate::{
    entities::{requirement, requirement_certificate},
    error::Result,
    graphql::context::Ask,
    products::groups::CertificateKind,
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

/// Queries for what buyers ask.
#[derive(Default)]
pub struct RequirementQueries;

/// Queries for what buyers ask.
#[Object]
impl RequirementQueries {
    /// What buyers ask for, in the order of the list.
    #[graphql(complexity = "40 * child_complexity")]
    async fn requirements(&self, ctx: &Context<'_>) -> Result<Vec<Requirement>> {
        let (app, labels) = (ctx.app(), ctx.app().labels());
        let rows = requirement::Entity::find().order_by_asc(requirement::Column::Position);
        let rows = rows.all(app.database.read()).await?;
        let links = requirement_certificate::Entity::find().all(app.database.read()).await?;
        let mut papers: HashMap<String, Vec<CertificateKind>> = HashMap::new();
        for link in links {
            let paper = labels.certificate_kind(&link.certificate_code).map(CertificateKind::from);
            papers.entry(link.requirement_code).or_default().extend(paper);
        }
        let requirement = |row: requirement::Model| {
            let mut certificates = papers.remove(&row.code).unwrap_or_default();
            certificates.sort_by(|one, other| one.code.cmp(&other.code));
            let requirement::Model { code, name_vi, name_en, kind, who_asks, .. } = row;
            Requirement { code, name_vi, name_en, kind, who_asks, certificates }
        };
        Ok(rows.into_iter().map(requirement).collect())
    }
}
