//! Staff verify organisations: new ones that their people entered, and ones of the public data that somebody says are
//! theirs. Every decision has its time and person, a refusal has its reason, and who asked gets a mail.

use std::sync::Arc;

use chrono::Utc;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, JoinType, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, RelationTrait, Select, Set,
};
use serde_json::json;
use shared::{
    AccountId, MemberRole, OrganisationId, Problem, VerificationId, VerificationKind, VerificationStatus,
    limits,
};

use super::{details, in_units, logged, members, require};
use crate::{
    accounts::{SignedIn, Staff},
    app::App,
    changes::{Line, Write},
    database::Database,
    entities::{account, membership, organisation, organisation_details, verification},
    error::{Error, Result},
    forms::{self, Form},
    mail::{self, letters},
};

/// Requests of one account that may wait at a time: more is somebody who tries out.
const WAITING: u64 = 10;

/// Asks staff to verify an organisation. A request that waits already stays the only one.
pub(super) async fn ask(
    write: &mut Write,
    somebody: &SignedIn,
    organisation: OrganisationId,
    kind: VerificationKind,
    message: Option<String>,
) -> Result<verification::Model> {
    let waiting =
        verification::Entity::find().filter(verification::Column::Status.eq(VerificationStatus::Waiting));
    let mine = waiting.filter(verification::Column::AskedBy.eq(somebody.account_id));
    let same = mine
        .clone()
        .filter(verification::Column::OrganisationId.eq(organisation))
        .filter(verification::Column::Kind.eq(kind));
    if let Some(known) = same.one(write.rows()).await? {
        return Ok(known);
    }
    if mine.count(write.rows()).await? >= WAITING {
        return Err(forms::wrong("id", Problem::NotPossibleNow));
    }
    let row = verification::Model {
        id: VerificationId::new(),
        organisation_id: organisation,
        kind,
        status: VerificationStatus::Waiting,
        asked_by: somebody.account_id,
        asked_at: Utc::now(),
        message,
        decided_by: None,
        decided_at: None,
        reason: None,
    };
    verification::Entity::insert(row.clone().into_active_model())
        .exec_without_returning(write.rows())
        .await?;
    let what = json!({ "kind": kind });
    write.record(Line::of("organisation", organisation, "verification_asked").with(None, Some(what)));
    Ok(row)
}

/// Asks again for an organisation that is not verified.
pub(super) async fn ask_again(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: OrganisationId,
    message: Option<&str>,
) -> Result<organisation::Model> {
    let mut form = Form::default();
    let message = form.optional_text("message", message, limits::TEXT_CHARS);
    form.finish()?;
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let row = require(write.rows(), id).await?;
    somebody.require_member(id)?;
    if row.verified_at.is_some() {
        return Err(forms::wrong("id", Problem::NotPossibleNow));
    }
    ask(&mut write, somebody, id, VerificationKind::Registration, message).await?;
    write.commit().await?;
    Ok(row)
}

/// Says that an organisation of the public data is the own one; staff check it.
pub(super) async fn claim(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: OrganisationId,
    message: &str,
) -> Result<verification::Model> {
    let mut form = Form::default();
    let message = form.optional_text("message", Some(message), limits::TEXT_CHARS);
    if message.is_none() {
        form.wrong("message", Problem::Missing);
    }
    form.finish()?;
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let row = require(write.rows(), id).await?;
    if row.listed_at.is_none() {
        return Err(Error::NotFound("organisation"));
    }
    let owned = membership::Entity::find().filter(membership::Column::OrganisationId.eq(id));
    if owned.count(write.rows()).await? > 0 {
        return Err(forms::wrong("id", Problem::Taken));
    }
    let asked = ask(&mut write, somebody, id, VerificationKind::Claim, message).await?;
    write.commit().await?;
    Ok(asked)
}

/// Takes back a request that waits.
pub(super) async fn withdraw(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: VerificationId,
) -> Result<verification::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let found = verification::Entity::find_by_id(id).one(write.rows()).await?;
    let request = found.filter(|request| request.asked_by == somebody.account_id);
    let request = request.ok_or(Error::NotFound("verification"))?;
    require_waiting(&request)?;
    let organisation = request.organisation_id;
    let mut row = request.into_active_model();
    row.status = Set(VerificationStatus::Withdrawn);
    row.decided_at = Set(Some(Utc::now()));
    let request = row.update(write.rows()).await?;
    write.record(Line::of("organisation", organisation, "verification_withdrawn"));
    write.commit().await?;
    Ok(request)
}

fn require_waiting(request: &verification::Model) -> Result<()> {
    match request.status {
        VerificationStatus::Waiting => Ok(()),
        _ => Err(forms::wrong("approve", Problem::NotPossibleNow)),
    }
}

/// Decides a request.
pub(super) async fn decide(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: VerificationId,
    approve: bool,
    reason: Option<&str>,
) -> Result<verification::Model> {
    let mut form = Form::default();
    let reason = form.optional_text("reason", reason, limits::TEXT_CHARS);
    if !approve && reason.is_none() {
        form.wrong("reason", Problem::Missing);
    }
    form.finish()?;
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let request = verification::Entity::find_by_id(id).one(write.rows()).await?;
    let request = request.ok_or(Error::NotFound("verification"))?;
    let organisation = require(write.rows(), request.organisation_id).await?;
    somebody.require_staff_for(&organisation)?;
    require_waiting(&request)?;
    // Nobody verifies an organisation of their own.
    if somebody.role_in(organisation.id).is_some() || request.asked_by == somebody.account_id {
        return Err(Error::Forbidden);
    }
    if approve {
        approve_organisation(&mut write, &request, organisation.clone()).await?;
    }
    let (asked_by, what) = (request.asked_by, json!({ "kind": request.kind }));
    let mut row = request.into_active_model();
    row.status = Set(if approve { VerificationStatus::Approved } else { VerificationStatus::Rejected });
    row.decided_by = Set(Some(somebody.account_id));
    row.decided_at = Set(Some(Utc::now()));
    row.reason = Set(reason.clone());
    let request = row.update(write.rows()).await?;
    let action = if approve { "verified" } else { "not_verified" };
    write.record(Line::of("organisation", organisation.id, action).with(None, Some(what)));
    if let Some(account) = account::Entity::find_by_id(asked_by).one(write.rows()).await? {
        let link = app.config.address_of(&format!("/to-chuc/{}", organisation.id));
        let letter = letters::verified(&organisation.name, approve, reason.as_deref(), &link);
        mail::post(&write, &account.email, letter).await?;
    }
    app.commit(write).await?;
    Ok(request)
}

async fn approve_organisation(
    write: &mut Write,
    request: &verification::Model,
    mut row: organisation::Model,
) -> Result<()> {
    let details = details(write.rows(), row.id).await?;
    if let Some(code) = &details.tax_code
        && is_anothers(write.rows(), code, row.id).await?
    {
        return Err(forms::wrong("approve", Problem::Taken));
    }
    if request.kind == VerificationKind::Claim {
        members::add(write, request.asked_by, row.id, MemberRole::Owner).await?;
    }
    let before = logged(&row, &details);
    row.verified_at = Some(Utc::now());
    row.listed_at = row.listed_at.or(row.verified_at);
    row.touch();
    let after = logged(&row, &details);
    let id = row.id;
    organisation::Entity::update(row.into_active_model().reset_all()).exec(write.rows()).await?;
    write.record(Line::of("organisation", id, "listed").with(Some(before), Some(after)));
    Ok(())
}

/// Whether another verified organisation has the tax code.
async fn is_anothers(connection: &impl ConnectionTrait, code: &str, id: OrganisationId) -> Result<bool> {
    let others = organisation_details::Entity::find()
        .join(JoinType::InnerJoin, organisation_details::Relation::Organisation.def())
        .filter(organisation_details::Column::TaxCode.eq(code))
        .filter(organisation_details::Column::OrganisationId.ne(id))
        .filter(organisation::Column::VerifiedAt.is_not_null());
    Ok(others.count(connection).await? > 0)
}

/// What somebody has asked, the latest first.
pub(crate) async fn asked_by(database: &Database, account: AccountId) -> Result<Vec<verification::Model>> {
    let query = verification::Entity::find()
        .filter(verification::Column::AskedBy.eq(account))
        .order_by_desc(verification::Column::Id)
        .limit(limits::PAGE_ROWS as u64);
    Ok(query.all(database.read()).await?)
}

/// The requests of a status that somebody looks after.
fn for_staff(staff: &Staff, status: VerificationStatus) -> Select<verification::Entity> {
    let requests = verification::Entity::find()
        .join(JoinType::InnerJoin, verification::Relation::Organisation.def())
        .filter(verification::Column::Status.eq(status));
    match staff {
        Staff::City | Staff::Administrator => requests,
        Staff::OfUnits(units) => requests.filter(in_units(units)),
    }
}

/// Up to `limit` requests after one, oldest first.
pub(super) async fn list(
    database: &Database,
    staff: &Staff,
    status: VerificationStatus,
    after: Option<VerificationId>,
    limit: usize,
) -> Result<Vec<verification::Model>> {
    let mut query = for_staff(staff, status);
    if let Some(after) = after {
        query = query.filter(verification::Column::Id.gt(after));
    }
    Ok(query.order_by_asc(verification::Column::Id).limit(limit as u64).all(database.read()).await?)
}

/// How many requests of a status somebody looks after.
pub(super) async fn count(database: &Database, staff: &Staff, status: VerificationStatus) -> Result<u64> {
    Ok(for_staff(staff, status).count(database.read()).await?)
}
