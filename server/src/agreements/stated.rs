//! An agreement with its latest version: what it says, and where it stands at an instant. One that nobody confirmed in time
//! has lapsed as soon as its time has passed, and one whose term is over has ended; that this is written down a little later
//! (`lapsing`) changes nothing of what people read.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, SelectStatement},
};
use shared::{AgreementId, AgreementStatus};

use crate::{
    calendar,
    entities::{
        agreement::{self, Column, Entity, Model},
        agreement_version,
    },
    error::Result,
};

/// An agreement with its latest version.
#[derive(Clone, Debug)]
pub(crate) struct Stated {
    pub(crate) row: Model,
    pub(crate) version: agreement_version::Model,
}

impl Stated {
    /// Whether nobody but who writes it knows of it: it was never sent.
    pub(crate) fn is_private(&self) -> bool {
        self.row.proposed_at.is_none() && self.row.signed_at.is_none()
    }
}

/// Some agreements with their latest versions, in the order of the rows, by one statement.
pub(crate) async fn with_versions(
    connection: &impl ConnectionTrait,
    rows: Vec<Model>,
    now: DateTime<Utc>,
) -> Result<Vec<Stated>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let versions = agreement_version::Entity::find()
        .filter(agreement_version::Column::AgreementId.is_in(rows.iter().map(|row| row.id)))
        .filter(is_latest())
        .all(connection)
        .await?;
    let mut versions: HashMap<AgreementId, _> =
        versions.into_iter().map(|version| (version.agreement_id, version)).collect();
    let stated = |row: Model| {
        let version = versions.remove(&row.id)?;
        Some(Stated { row: as_of(row, version.ends_on, now), version })
    };
    Ok(rows.into_iter().filter_map(stated).collect())
}

/// Versions that are the latest of their agreements.
pub(crate) fn is_latest() -> Condition {
    let number: SelectStatement = Entity::find()
        .select_only()
        .column(Column::CurrentVersion)
        .filter(
            Expr::col((agreement::Entity, Column::Id))
                .equals((agreement_version::Entity, agreement_version::Column::AgreementId)),
        )
        .into_query();
    Condition::all().add(agreement_version::Column::Number.in_subquery(number))
}

/// The row as it is at an instant, of an agreement whose term ends on a day.
pub(crate) fn as_of(row: Model, ends_on: Option<NaiveDate>, now: DateTime<Utc>) -> Model {
    if row.status.is_waiting() && row.answer_by.is_some_and(|answer_by| answer_by <= now) {
        return Model { status: AgreementStatus::Lapsed, settled_at: row.answer_by, ..row };
    }
    let over = ends_on.filter(|day| *day < calendar::day_of(now));
    match over {
        Some(day) if row.status == AgreementStatus::Signed => {
            let settled_at = day.checked_add_days(Days::new(1)).map(calendar::beginning_of);
            Model { status: AgreementStatus::Ended, settled_at, ..row }
        }
        _ => row,
    }
}

/// Rows that have any of these statuses at an instant.
pub(super) fn is_any_of(
    statuses: impl IntoIterator<Item = AgreementStatus>,
    now: DateTime<Utc>,
) -> Condition {
    statuses.into_iter().fold(Condition::any(), |any, status| any.add(is(status, now)))
}

fn is(status: AgreementStatus, now: DateTime<Utc>) -> Condition {
    let written = Condition::all().add(Column::Status.eq(status));
    match status {
        _ if status.is_waiting() => written.add(Column::AnswerBy.gt(now)),
        AgreementStatus::Lapsed => Condition::any().add(written).add(is_overdue(now)),
        AgreementStatus::Signed => written.add(ends_before(calendar::day_of(now)).not()),
        AgreementStatus::Ended => Condition::any().add(written).add(is_over(now)),
        _ => written,
    }
}

/// Rows that have lapsed and do not say so yet.
pub(super) fn is_overdue(now: DateTime<Utc>) -> Condition {
    let waiting = AgreementStatus::ALL.iter().copied().filter(|status| status.is_waiting());
    Condition::all().add(Column::Status.is_in(waiting)).add(Column::AnswerBy.lte(now))
}

/// Rows whose term is over and that do not say so yet.
pub(super) fn is_over(now: DateTime<Utc>) -> Condition {
    Condition::all().add(Column::Status.eq(AgreementStatus::Signed)).add(ends_before(calendar::day_of(now)))
}

/// Rows whose term ends before a day.
pub(super) fn ends_before(day: NaiveDate) -> Condition {
    let versions = agreement_version::Entity::find()
        .select_only()
        .column(agreement_version::Column::AgreementId)
        .filter(agreement_version::Column::EndsOn.lt(day))
        .filter(is_latest());
    Condition::all().add(Column::Id.in_subquery(versions.into_query()))
}
