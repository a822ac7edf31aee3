//! Needs that producers may answer today.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::{EventId, NeedId, NeedStatus, TradeParty, limits};

use super::listing::{about_any, groups_meant};
use crate::{calendar, entities::need, error::Result, labels::Labels, participants::approved};

/// Which of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct OpenFilter {
    /// About any of these groups, or groups above or below them.
    pub(crate) groups: Option<Vec<String>>,
    /// Opened on this day or later.
    pub(crate) opened_since: Option<NaiveDate>,
    /// With a last day on this day or earlier.
    pub(crate) deadline_until: Option<NaiveDate>,
    /// Of retailers that are approved for this event.
    pub(crate) participants_of: Option<EventId>,
}

/// Those of some needs that are open.
pub(crate) async fn among(
    rows: &impl ConnectionTrait,
    needs: &[NeedId],
    today: NaiveDate,
) -> Result<Vec<NeedId>> {
    if needs.is_empty() {
        return Ok(Vec::new());
    }
    ids(rows, is_open(today).add(need::Column::Id.is_in(needs.iter().copied()))).await
}

/// The open needs that fit a filter, the oldest first, and one more than a round may have if there are too many.
pub(crate) async fn that_fit(
    rows: &impl ConnectionTrait,
    labels: &Labels,
    filter: &OpenFilter,
    today: NaiveDate,
) -> Result<Vec<NeedId>> {
    let mut fitting = is_open(today);
    if let Some(codes) = &filter.groups {
        fitting = fitting.add(about_any(&groups_meant(labels, codes, "addMatching.groups")?));
    }
    if let Some(day) = filter.opened_since {
        fitting = fitting.add(need::Column::OpenedAt.gte(calendar::beginning_of(day)));
    }
    if let Some(day) = filter.deadline_until {
        fitting = fitting.add(need::Column::Deadline.lte(day));
    }
    if let Some(event) = filter.participants_of {
        fitting =
            fitting.add(need::Column::OrganisationId.in_subquery(approved(event, TradeParty::Retailer)));
    }
    ids(rows, fitting).await
}

async fn ids(rows: &impl ConnectionTrait, which: Condition) -> Result<Vec<NeedId>> {
    let query = need::Entity::find().select_only().column(need::Column::Id).filter(which);
    let query = query.order_by_asc(need::Column::Id).limit(limits::ROUND_NEEDS as u64 + 1);
    Ok(query.into_tuple().all(rows).await?)
}

/// Rows that are open on a day.
pub(super) fn is_open(today: NaiveDate) -> Condition {
    let not_past =
        Condition::any().add(need::Column::Deadline.is_null()).add(need::Column::Deadline.gte(today));
    Condition::all().add(need::Column::Status.eq(NeedStatus::Open)).add(not_past)
}
