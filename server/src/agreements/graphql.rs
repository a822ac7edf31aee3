//! Agreements in the API: reading them. What is done about them stands in `mutations`.

use async_graphql::{Context, ID, InputObject, Object, connection::Connection};
use shared::{AdminLevel, AdminUnitId, AgreementId, AgreementKind, AgreementStatus, Era, limits};

use super::{
    case::Case,
    listing::{Key, Wanted},
    numbering::{AgreementNumbering, Numbering},
    stated::Stated,
    types::Agreement,
};
use crate::{
    admin_units::graphql::within_limit,
    error::{Error, Result},
    graphql::{
        context::{Ask, parse_id, signed_in, staff},
        page::{self, Page},
    },
    labels::Labels,
    numbers::int,
    products::inputs::known_provinces,
};

/// Which agreements.
#[derive(InputObject, Default)]
pub struct AgreementFilter {
    /// In which this organisation is a side.
    organisation: Option<ID>,
    /// Any of these; all unless said.
    statuses: Option<Vec<AgreementStatus>>,
    /// Any of these; all unless said.
    kinds: Option<Vec<AgreementKind>>,
    /// That this introduction has led to.
    introduction: Option<ID>,
    /// Agreed at this event.
    event: Option<ID>,
    /// With this product among the goods.
    product: Option<ID>,
    /// Signed in any of these years.
    years: Option<Vec<i32>>,
    /// Whose producer is in any of these provinces of today, by code: as the funnel counts agreements.
    provinces: Option<Vec<String>>,
    /// Whose producer is in any of these provinces until 30 June 2025, by code.
    former_provinces: Option<Vec<String>>,
    /// Only those in which a confirmation or an answer about a delivery is waited for from the viewer's organisations.
    waits_for_me: Option<bool>,
    /// Words of the number, of product names and of the names of sides; accents may be left out.
    search: Option<String>,
}

impl AgreementFilter {
    fn wanted(self, labels: &Labels) -> Result<Wanted> {
        within_limit("filter.search", self.search.as_deref().unwrap_or_default())?;
        if self.years.as_ref().is_some_and(|years| years.len() > limits::FILTER_VALUES) {
            return Err(Error::bad_input(
                "filter.years",
                format!("must be at most {}", limits::FILTER_VALUES),
            ));
        }
        let units = |codes, era, field: &str| -> Result<Vec<AdminUnitId>> {
            let codes = known_provinces(labels, codes, era, field)?;
            Ok(codes.iter().map(|code| AdminUnitId::new(era, AdminLevel::Province, code)).collect())
        };
        Ok(Wanted {
            provinces: units(self.provinces, Era::Current, "filter.provinces")?,
            former_provinces: units(self.former_provinces, Era::Legacy, "filter.formerProvinces")?,
            organisation: self.organisation.map(|id| parse_id(&id, "organisation")).transpose()?,
            introduction: self.introduction.map(|id| parse_id(&id, "introduction")).transpose()?,
            event: self.event.map(|id| parse_id(&id, "event")).transpose()?,
            product: self.product.map(|id| parse_id(&id, "product")).transpose()?,
            statuses: self.statuses.unwrap_or_default(),
            kinds: self.kinds.unwrap_or_default(),
            years: self.years.unwrap_or_default(),
            waits_for_reader: self.waits_for_me.unwrap_or_default(),
            search: self.search.filter(|text| !text.trim().is_empty()),
        })
    }
}

/// Queries for agreements.
#[derive(Default)]
pub struct AgreementQueries;

/// Queries for agreements.
#[Object]
impl AgreementQueries {
    /// Agreements of the viewer's organisations, or that staff look after, the latest word first.
    #[graphql(
        guard = "signed_in()",
        complexity = "20 + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity"
    )]
    async fn agreements(
        &self,
        ctx: &Context<'_>,
        filter: Option<AgreementFilter>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, Agreement, AgreementTotal>> {
        const LIST: &str = "agreements";
        let rows = page::rows(first)?;
        let place: Option<Key> = page::key(LIST, after.as_deref())?;
        let wanted = filter.unwrap_or_default().wanted(&ctx.app().labels())?;
        let found = wanted.list(&ctx.app().database, ctx.signed_in()?, place, rows + 1).await?;
        let page = Page::cut(LIST, found, rows, |stated| (stated.row.moved_at, stated.row.id));
        Ok(page.map(Agreement::from).into_connection(after.as_deref(), AgreementTotal(wanted)))
    }

    /// One agreement.
    #[graphql(guard = "signed_in()")]
    async fn agreement(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Agreement>> {
        let id: AgreementId = parse_id(&id, "agreement")?;
        let case = Case::find(ctx.app().database.read(), ctx.signed_in()?, id).await?;
        Ok(Some(Agreement::from(Stated { row: case.row, version: case.version })))
    }

    /// How numbers of agreements are made.
    #[graphql(guard = "staff()")]
    async fn agreement_numbering(&self, ctx: &Context<'_>) -> Result<AgreementNumbering> {
        Numbering::read(ctx.app().database.read()).await.map(AgreementNumbering::from)
    }
}

/// What the list of agreements says beside its edges.
pub struct AgreementTotal(Wanted);

/// What the list of agreements says beside its edges.
#[Object]
impl AgreementTotal {
    /// Agreements of the whole list.
    async fn total_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let count = self.0.count(&ctx.app().database, ctx.signed_in()?).await?;
        Ok(int(count))
    }
}
