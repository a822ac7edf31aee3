//! The funnel in the API.

use async_graphql::{Context, ID, InputObject, Object, connection::Connection};
use chrono::NaiveDate;
use shared::{FunnelBy, FunnelStep};
use uuid::Uuid;

use super::{
    counting::{self, Row, buckets, count},
    headings::Headings,
    reading::Wanted,
    survival,
    types::{AgreementFunnel, FunnelBucket, FunnelRow, SurvivalPoint},
};
use crate::{
    accounts::SignedIn,
    error::{Error, Result},
    graphql::{
        context::{Ask, parse_id, signed_in},
        page::{self, Page, Total},
    },
};

/// Which rows are counted.
#[derive(InputObject, Default)]
pub struct FunnelFilter {
    /// Began in any of these years; in all unless said.
    years: Option<Vec<i32>>,
    /// Of this event.
    event: Option<ID>,
    /// In which this organisation is a side. Staff may leave it out; others name an own one.
    organisation: Option<ID>,
}

impl FunnelFilter {
    /// What somebody may count: people what concerns an own organisation, staff what they look after.
    fn wanted(self, somebody: &SignedIn) -> Result<Wanted> {
        let organisation = self.organisation.map(|id| parse_id(&id, "organisation")).transpose()?;
        let is_own = organisation.is_some_and(|id| somebody.role_in(id).is_some());
        let units = match somebody.units_of_staff() {
            _ if is_own => None,
            Some(units) => units.map(<[_]>::to_vec),
            None => return Err(Error::Forbidden),
        };
        let event = self.event.map(|id| parse_id(&id, "event")).transpose()?;
        Ok(Wanted { years: self.years.unwrap_or_default(), event, organisation, units })
    }
}

/// Queries for the funnel.
#[derive(Default)]
pub struct FunnelQueries;

/// Queries for the funnel.
#[Object]
impl FunnelQueries {
    /// How far introductions came, by event, place, group, year or organisation. For staff, of what they look after; for
    /// others of an own organisation, which the filter names.
    #[graphql(guard = "signed_in()", complexity = "200 + 10 * child_complexity")]
    async fn agreement_funnel(
        &self,
        ctx: &Context<'_>,
        by: FunnelBy,
        filter: Option<FunnelFilter>,
    ) -> Result<AgreementFunnel> {
        let wanted = filter.unwrap_or_default().wanted(ctx.signed_in()?)?;
        let (app, labels) = (ctx.app(), ctx.app().labels());
        let rows = wanted.rows(app.database.read()).await?;
        let headings = Headings::of(app.database.read(), &rows).await?;
        let under = buckets(&rows, |row| headings.key(by, row, &labels));
        let mut buckets: Vec<FunnelBucket> = under
            .into_iter()
            .map(|(key, rows)| FunnelBucket {
                label: headings.label(by, &key, &labels),
                counts: count(rows.iter().copied()),
                key,
            })
            .collect();
        // Years are in their order already.
        if by != FunnelBy::Year {
            buckets
                .sort_by_key(|bucket| (bucket.key.is_empty(), std::cmp::Reverse(bucket.counts.introduced)));
        }
        let survival = survival::curve(rows.iter().flat_map(|row| row.lives.iter().copied()).collect());
        Ok(AgreementFunnel {
            total: count(rows.iter()),
            buckets,
            medians: counting::medians(&rows),
            survival: survival.into_iter().map(SurvivalPoint::from).collect(),
        })
    }

    /// The rows that a figure of the funnel counts, the latest first: of one heading, or of all without a key.
    #[graphql(
        guard = "signed_in()",
        complexity = "200 + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity"
    )]
    #[expect(clippy::too_many_arguments, reason = "each is an argument of the API")]
    async fn funnel_rows(
        &self,
        ctx: &Context<'_>,
        by: FunnelBy,
        key: Option<String>,
        step: FunnelStep,
        filter: Option<FunnelFilter>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, FunnelRow, Total>> {
        const LIST: &str = "funnel";
        let size = page::rows(first)?;
        let place: Option<(NaiveDate, Uuid)> = page::key(LIST, after.as_deref())?;
        let wanted = filter.unwrap_or_default().wanted(ctx.signed_in()?)?;
        let (app, labels) = (ctx.app(), ctx.app().labels());
        let mut rows = wanted.rows(app.database.read()).await?;
        let headings = Headings::of(app.database.read(), &rows).await?;
        rows.retain(|row| {
            let is_under = key.as_ref().is_none_or(|key| headings.key(by, row, &labels) == *key);
            is_under && row.path.has_reached(step)
        });
        let total = Total::from(rows.len());
        let is_after = |row: &Row| place.is_none_or(|place| (row.began_on, row.id) < place);
        let rows: Vec<Row> = rows.into_iter().filter(is_after).take(size + 1).collect();
        let page = Page::cut(LIST, rows, size, |row| (row.began_on, row.id));
        let shown = |row: Row| FunnelRow {
            retailer_name: headings.name(row.retailer),
            producer_name: headings.name(row.producer),
            row,
        };
        Ok(page.map(shown).into_connection(after.as_deref(), total))
    }
}
