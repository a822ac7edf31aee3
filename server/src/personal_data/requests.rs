//! Requests about personal data and their clock.

use std::sync::Arc;

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc, Weekday};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Set,
};
use serde_json::json;
use shared::{AccountId, DataRequestId, DataRequestKind, DataRequestStatus, Problem, limits};

use super::deleting;
use crate::{
    accounts::SignedIn,
    app::App,
    calendar,
    changes::{Line, Write},
    database::Database,
    entities::data_request,
    error::{Error, Result},
    forms::{self, Form},
};

/// Working days within which a request is answered (Decree 356/2025/NĐ-CP).
const WORKING_DAYS: u32 = 2;

/// The last day for an answer to what was asked on a day: Saturdays and Sundays do not count. Holidays are not known
/// here, so the day may come early and never late.
pub(super) fn due_on(asked: NaiveDate) -> NaiveDate {
    let mut day = asked;
    let mut left = WORKING_DAYS;
    while left > 0 {
        day = day + Days::new(1);
        if !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            left -= 1;
        }
    }
    day
}

/// Asks for something about the own data. A request of the same kind that waits stays the only one.
pub(super) async fn ask(
    app: &Arc<App>,
    somebody: &SignedIn,
    kind: DataRequestKind,
    message: Option<&str>,
) -> Result<data_request::Model> {
    let mut form = Form::default();
    let message = form.optional_text("message", message, limits::TEXT_CHARS);
    if kind == DataRequestKind::Correction && message.is_none() {
        form.wrong("message", Problem::Missing);
    }
    form.finish()?;
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let same = data_request::Entity::find()
        .filter(data_request::Column::AccountId.eq(somebody.account_id))
        .filter(data_request::Column::Kind.eq(kind))
        .filter(data_request::Column::Status.eq(DataRequestStatus::Waiting));
    if let Some(known) = same.one(write.rows()).await? {
        // Nothing that somebody wrote is lost: another text is another request, once this one is answered.
        let is_same = message.is_none() || message == known.message;
        return if is_same { Ok(known) } else { Err(forms::wrong("message", Problem::NotPossibleNow)) };
    }
    let row = data_request::Model {
        id: DataRequestId::new(),
        account_id: somebody.account_id,
        kind,
        status: DataRequestStatus::Waiting,
        message,
        asked_at: Utc::now(),
        due_on: due_on(calendar::today()),
        decided_by: None,
        decided_at: None,
        note: None,
    };
    data_request::Entity::insert(row.clone().into_active_model())
        .exec_without_returning(write.rows())
        .await?;
    let what = json!({ "kind": kind, "due_on": row.due_on });
    write.record(Line::of("account", somebody.account_id, "data_requested").with(None, Some(what)));
    write.commit().await?;
    Ok(row)
}

/// Takes back an own request that waits.
pub(super) async fn withdraw(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: DataRequestId,
) -> Result<data_request::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let found = data_request::Entity::find_by_id(id).one(write.rows()).await?;
    let request = found.filter(|request| request.account_id == somebody.account_id);
    let request = waiting(request.ok_or(Error::NotFound("request"))?)?;
    let decided = decided(request, DataRequestStatus::Withdrawn, None, None).update(write.rows()).await?;
    write.record(Line::of("account", somebody.account_id, "data_request_withdrawn"));
    write.commit().await?;
    Ok(decided)
}

/// Answers a request: what was asked is done, or the note says why not. A deletion that is done deletes.
pub(super) async fn answer(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: DataRequestId,
    done: bool,
    note: Option<&str>,
) -> Result<data_request::Model> {
    let mut form = Form::default();
    let note = form.optional_text("note", note, limits::TEXT_CHARS);
    if !done && note.is_none() {
        form.wrong("note", Problem::Missing);
    }
    form.finish()?;
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let found = data_request::Entity::find_by_id(id).one(write.rows()).await?;
    let request = waiting(found.ok_or(Error::NotFound("request"))?)?;
    let (account, kind) = (request.account_id, request.kind);
    if account == somebody.account_id {
        return Err(Error::Forbidden);
    }
    if done && kind == DataRequestKind::Deletion {
        deleting::delete(&mut write, account).await?;
    }
    let status = if done { DataRequestStatus::Done } else { DataRequestStatus::Refused };
    let decided = decided(request, status, Some(somebody.account_id), note).update(write.rows()).await?;
    let what = json!({ "kind": kind, "status": status });
    write.record(Line::of("account", account, "data_request_answered").with(None, Some(what)));
    write.commit().await?;
    Ok(decided)
}

fn waiting(request: data_request::Model) -> Result<data_request::Model> {
    match request.status {
        DataRequestStatus::Waiting => Ok(request),
        _ => Err(forms::wrong("id", Problem::NotPossibleNow)),
    }
}

fn decided(
    request: data_request::Model,
    status: DataRequestStatus,
    by: Option<AccountId>,
    note: Option<String>,
) -> data_request::ActiveModel {
    let now: DateTime<Utc> = Utc::now();
    let mut row = request.into_active_model();
    row.status = Set(status);
    row.decided_by = Set(by);
    row.decided_at = Set(Some(now));
    row.note = Set(note);
    row
}

/// The own requests, the latest first.
pub(super) async fn of(database: &Database, account: AccountId) -> Result<Vec<data_request::Model>> {
    let query = data_request::Entity::find()
        .filter(data_request::Column::AccountId.eq(account))
        .order_by_desc(data_request::Column::Id)
        .limit(limits::PAGE_ROWS as u64);
    Ok(query.all(database.read()).await?)
}

/// Up to `limit` requests of a status after one, the one that is due first at the top.
pub(super) async fn list(
    database: &Database,
    status: DataRequestStatus,
    after: Option<DataRequestId>,
    limit: usize,
) -> Result<Vec<data_request::Model>> {
    let mut query = data_request::Entity::find().filter(data_request::Column::Status.eq(status));
    if let Some(after) = after {
        query = query.filter(data_request::Column::Id.gt(after));
    }
    Ok(query.order_by_asc(data_request::Column::Id).limit(limit as u64).all(database.read()).await?)
}

/// How many requests have a status.
pub(super) async fn count(database: &Database, status: DataRequestStatus) -> Result<u64> {
    let all = data_request::Entity::find().filter(data_request::Column::Status.eq(status));
    Ok(all.count(database.read()).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_due_after_two_working_days() {
        for (asked, due) in [
            ("2026-11-23", "2026-11-25"), // Monday
            ("2026-11-26", "2026-11-30"), // Thursday
            ("2026-11-27", "2026-12-01"), // Friday
            ("2026-11-28", "2026-12-01"), // Saturday
            ("2026-11-29", "2026-12-01"), // Sunday
        ] {
            assert_eq!(due_on(asked.parse().unwrap()).to_string(), due, "{asked}");
        }
    }
}
