//! Sessions: one for each sign-in. The browser keeps the token in a cookie that no script reads, a program sends it as
//! `Authorization: Bearer`; the database knows only its digest.

use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    Set,
};
use shared::{AccountId, SessionId};

use super::{
    secrets,
    viewer::{ActsFor, SignedIn, Staff, Viewer},
};
use crate::{
    changes::{Line, Write},
    database::Database,
    entities::{account, account_unit, membership, organisation, session},
    error::{Error, Result},
};

/// A session that is not used ends after so many days.
pub const DAYS: i64 = 30;
/// How exactly the last use is kept: a write for every request would be too much.
const NOTED_EVERY: Duration = Duration::hours(1);
/// Characters kept of what a browser says of itself.
const DEVICE_CHARS: usize = 300;

/// Begins a session; gives its token, which is known to nobody else afterwards.
pub(super) async fn begin(
    write: &mut Write,
    account_id: AccountId,
    device: &str,
) -> Result<(SessionId, String)> {
    let (id, token, now) = (SessionId::new(), secrets::new_token(), Utc::now());
    let row = session::ActiveModel {
        id: Set(id),
        account_id: Set(account_id),
        token_hash: Set(secrets::digest_of(&token)),
        device: Set(device.chars().take(DEVICE_CHARS).collect()),
        signed_in_at: Set(now),
        last_used_at: Set(now),
    };
    session::Entity::insert(row).exec_without_returning(write.rows()).await?;
    write.record(Line::of("account", account_id, "signed_in"));
    Ok((id, token))
}

/// Who comes with this token; a guest, if it is nobody's or ended.
pub async fn viewer_of(database: &Database, token: &str) -> Result<Viewer> {
    let found = session::Entity::find()
        .filter(session::Column::TokenHash.eq(secrets::digest_of(token)))
        .filter(session::Column::LastUsedAt.gt(oldest(Utc::now())))
        .find_also_related(account::Entity)
        .one(database.read())
        .await?;
    let Some((session, Some(account))) = found else { return Ok(Viewer::Guest) };
    if account.disabled_at.is_some() {
        return Ok(Viewer::Guest);
    }
    note_use(database, &session).await?;
    signed_in(database.read(), &account, session.id)
        .await
        .map(|somebody| Viewer::SignedIn(Arc::new(somebody)))
}

/// An account as somebody who is signed in.
pub(super) async fn signed_in(
    connection: &impl ConnectionTrait,
    account: &account::Model,
    session_id: SessionId,
) -> Result<SignedIn> {
    let memberships = membership::Entity::find()
        .filter(membership::Column::AccountId.eq(account.id))
        .order_by_asc(membership::Column::OrganisationId)
        .find_also_related(organisation::Entity)
        .all(connection)
        .await?;
    let units = match account.staff_role {
        Some(_) => units_of(connection, account.id).await?,
        None => Vec::new(),
    };
    Ok(SignedIn {
        account_id: account.id,
        session_id,
        staff: account.staff_role.map(|role| Staff::new(role, units)),
        memberships: memberships
            .into_iter()
            .filter_map(|(row, organisation)| Some(acts_for(&row, &organisation?)))
            .collect(),
    })
}

fn acts_for(row: &membership::Model, organisation: &organisation::Model) -> ActsFor {
    ActsFor {
        organisation_id: row.organisation_id,
        role: row.role,
        is_verified: organisation.verified_at.is_some(),
        is_producer: organisation.is_producer,
    }
}

/// The units an officer is limited to.
pub(super) async fn units_of(
    connection: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Vec<shared::AdminUnitId>> {
    let rows = account_unit::Entity::find()
        .filter(account_unit::Column::AccountId.eq(account))
        .order_by_asc(account_unit::Column::UnitId)
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|row| row.unit_id).collect())
}

/// The open sessions of an account, the latest use first.
pub(super) async fn of(database: &Database, account: AccountId) -> Result<Vec<session::Model>> {
    let query = session::Entity::find()
        .filter(session::Column::AccountId.eq(account))
        .filter(session::Column::LastUsedAt.gt(oldest(Utc::now())))
        .order_by_desc(session::Column::LastUsedAt);
    Ok(query.all(database.read()).await?)
}

/// Ends one of somebody's sessions.
pub async fn end(database: &Database, somebody: &SignedIn, id: SessionId) -> Result<()> {
    let mut write = Write::begin(database, somebody.actor()).await?;
    let ended = session::Entity::delete_many()
        .filter(session::Column::Id.eq(id))
        .filter(session::Column::AccountId.eq(somebody.account_id))
        .exec(write.rows())
        .await?;
    if ended.rows_affected == 0 {
        return Err(Error::NotFound("session"));
    }
    write.record(Line::of("account", somebody.account_id, "signed_out"));
    write.commit().await.map(drop)
}

/// Ends all sessions of an account but one.
pub(super) async fn end_others(write: &Write, account: AccountId, kept: Option<SessionId>) -> Result<()> {
    let mut others = session::Entity::delete_many().filter(session::Column::AccountId.eq(account));
    if let Some(kept) = kept {
        others = others.filter(session::Column::Id.ne(kept));
    }
    others.exec(write.rows()).await?;
    Ok(())
}

/// Not a fact about anything, so it stands beside the log of changes.
async fn note_use(database: &Database, row: &session::Model) -> Result<()> {
    let now = Utc::now();
    if now - row.last_used_at < NOTED_EVERY {
        return Ok(());
    }
    let mut used = row.clone().into_active_model();
    used.last_used_at = Set(now);
    // Ended meanwhile: then there is nothing to note.
    match used.update(database.write()).await {
        Ok(_) | Err(sea_orm::DbErr::RecordNotUpdated) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

fn oldest(now: DateTime<Utc>) -> DateTime<Utc> {
    now - Duration::days(DAYS)
}

/// Forgets sessions that have ended by themselves.
pub(super) async fn forget_ended(write: &Write, now: DateTime<Utc>) -> Result<u64> {
    let ended = session::Column::LastUsedAt.lte(oldest(now));
    Ok(session::Entity::delete_many().filter(ended).exec(write.rows()).await?.rows_affected)
}
