//! Where an introduction stands at an instant. One that nobody answered in time has lapsed as soon as its time has passed;
//! that this is written down a little later (`lapsing`) changes nothing of what people read.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition};
use shared::IntroductionStatus;

use crate::entities::introduction::{Column, Model};

/// The row as it is at an instant.
pub(crate) fn as_of(row: Model, now: DateTime<Utc>) -> Model {
    if row.status.is_waiting() && row.answer_by <= now {
        return Model { status: IntroductionStatus::Lapsed, settled_at: Some(row.answer_by), ..row };
    }
    row
}

/// Rows that have any of these statuses at an instant.
pub(super) fn is_any_of(
    statuses: impl IntoIterator<Item = IntroductionStatus>,
    now: DateTime<Utc>,
) -> Condition {
    statuses.into_iter().fold(Condition::any(), |any, status| any.add(is(status, now)))
}

fn is(status: IntroductionStatus, now: DateTime<Utc>) -> Condition {
    let written = Condition::all().add(Column::Status.eq(status));
    match status {
        _ if status.is_waiting() => written.add(Column::AnswerBy.gt(now)),
        IntroductionStatus::Lapsed => Condition::any().add(written).add(is_overdue(now)),
        _ => written,
    }
}

/// Rows that have lapsed and do not say so yet.
pub(super) fn is_overdue(now: DateTime<Utc>) -> Condition {
    Condition::all().add(Column::Status.is_in(waiting())).add(Column::AnswerBy.lte(now))
}

/// Rows that keep a pair from being proposed again: waiting or accepted ones.
pub(super) fn is_running(now: DateTime<Utc>) -> Condition {
    is_any_of(waiting().chain([IntroductionStatus::Accepted]), now)
}

pub(super) fn waiting() -> impl Iterator<Item = IntroductionStatus> {
    IntroductionStatus::ALL.iter().copied().filter(|status| status.is_waiting())
}
