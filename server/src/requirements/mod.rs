//! What buyers ask of producers: the list from which retailers choose and which producers answer.

use async_graphql::{Context, Object, SimpleObject};
use sea_orm::{EntityTrait, QueryOrder};
use shared::RequirementKind;

use crate::{
    entities::{requirement, requirement_certificate},
    error::Result,
    graphql::context::Ask,
    labels::Labels,
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
        Ok(rows.into_iter().map(|row| shown(row, &links, &labels)).collect())
    }
}

/// A requirement with the papers that meet it.
pub(crate) fn shown(
    row: requirement::Model,
    links: &[requirement_certificate::Model],
    labels: &Labels,
) -> Requirement {
    let accepted = links.iter().filter(|link| link.requirement_code == row.code);
    let mut certificates: Vec<CertificateKind> = accepted
        .filter_map(|link| labels.certificate_kind(&link.certificate_code).map(CertificateKind::from))
        .collect();
    certificates.sort_by(|one, other| one.code.cmp(&other.code));
    let requirement::Model { code, name_vi, name_en, kind, who_asks, .. } = row;
    Requirement { code, name_vi, name_en, kind, who_asks, certificates }
}
