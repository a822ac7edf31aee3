//! Entering, changing, opening, closing and copying needs.

use std::sync::Arc;

use chrono::Utc;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
};
use shared::{NeedAction, NeedId, NeedParty, NeedStatus, NeedVisibility, OrganisationId, Problem, limits};

use super::{
    filling::apply,
    find, hindrances,
    inputs::{NeedChanges, NewNeed},
    party,
    sheet::Sheet,
};
use crate::{
    accounts::SignedIn,
    app::App,
    calendar,
    changes::{Line, Write},
    entities::{need, need_group, organisation},
    error::{Error, Result},
    forms::{self, Form},
    organisations,
};

/// Enters a need of the own organisation, as a draft.
pub(super) async fn create(app: &Arc<App>, somebody: &SignedIn, input: NewNeed) -> Result<need::Model> {
    let id: OrganisationId = input.organisation.parse().map_err(|_| Error::NotFound("organisation"))?;
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let retailer = organisations::require(write.rows(), id).await?;
    somebody.require_member(id)?;
    if !retailer.is_retailer {
        return Err(Error::Forbidden);
    }
    require_room(&write, id).await?;
    let mut form = Form::default();
    let name = form.line("input.name", &input.name, limits::NAME_CHARS);
    let mut sheet = Sheet::of(draft(id, name));
    let details = NeedChanges { name: None, ..input.details.unwrap_or_default() };
    apply(&mut form, "input.details", &mut sheet, details, &app.labels());
    form.finish()?;
    add(&mut write, &sheet, "created").await?;
    app.commit(write).await?;
    Ok(sheet.need)
}

/// Enters a draft with all that another own need says but its deadline.
pub(super) async fn copy(app: &Arc<App>, somebody: &SignedIn, id: NeedId) -> Result<need::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let (need, retailer) = require_own(write.rows(), somebody, id).await?;
    require_room(&write, retailer.id).await?;
    let mut sheet = Sheet::read(write.rows(), need).await?;
    let fresh = draft(retailer.id, sheet.need.name.clone());
    sheet.need = need::Model {
        id: fresh.id,
        status: fresh.status,
        deadline: None,
        closed_because: None,
        opened_at: None,
        closed_at: None,
        created_at: fresh.created_at,
        updated_at: fresh.updated_at,
        version: fresh.version,
        ..sheet.need
    };
    add(&mut write, &sheet, "copied").await?;
    app.commit(write).await?;
    Ok(sheet.need)
}

/// Changes a need; `version` is the one that was read.
pub(super) async fn update(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: NeedId,
    version: i32,
    changes: NeedChanges,
) -> Result<need::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let (need, _) = require_own(write.rows(), somebody, id).await?;
    if need.version != version {
        return Err(Error::Conflict("need"));
    }
    require_after(&need, NeedAction::Edit, NeedParty::Retailer)?;
    let mut sheet = Sheet::read(write.rows(), need).await?;
    let before = sheet.logged();
    let mut form = Form::default();
    apply(&mut form, "changes", &mut sheet, changes, &app.labels());
    form.finish()?;
    sheet.need.touch();
    sheet.write(&write).await?;
    write.record(Line::of("need", id, "updated").with(Some(before), Some(sheet.logged())));
    app.commit(write).await?;
    Ok(sheet.need)
}

/// Shows a need to producers. Staff have verified whose it is.
pub(super) async fn open(app: &Arc<App>, somebody: &SignedIn, id: NeedId) -> Result<need::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let (need, retailer) = require_own(write.rows(), somebody, id).await?;
    let status = require_after(&need, NeedAction::Open, NeedParty::Retailer)?;
    let is_about_groups = need_group::Entity::find().filter(need_group::Column::NeedId.eq(id));
    let is_about_groups = is_about_groups.count(write.rows()).await? > 0;
    if !hindrances(&need, is_about_groups, &retailer, calendar::today()).is_empty() {
        return Err(forms::wrong("id", Problem::NotPossibleNow));
    }
    let mut opened =
        need::Model { status, opened_at: Some(Utc::now()), closed_at: None, closed_because: None, ..need };
    opened.touch();
    need::Entity::update(opened.clone().into_active_model().reset_all()).exec(write.rows()).await?;
    write.record(Line::of("need", id, "opened"));
    app.commit(write).await?;
    Ok(opened)
}

/// Closes a need: by its retailer, or by the staff who look after it, who say why.
pub(super) async fn close(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: NeedId,
    reason: Option<&str>,
) -> Result<need::Model> {
    let mut form = Form::default();
    let reason = form.optional_text("reason", reason, limits::TEXT_CHARS);
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let (need, retailer) = find(write.rows(), id).await?;
    let side = party(somebody, &retailer);
    match side {
        NeedParty::Other => return Err(refusal(&need)),
        NeedParty::Staff if need.status == NeedStatus::Draft => return Err(Error::NotFound("need")),
        NeedParty::Staff if reason.is_none() => form.wrong("reason", Problem::Missing),
        _ => {}
    }
    form.finish()?;
    let status = require_after(&need, NeedAction::Close, side)?;
    let mut closed = need::Model { status, closed_at: Some(Utc::now()), closed_because: reason, ..need };
    closed.touch();
    need::Entity::update(closed.clone().into_active_model().reset_all()).exec(write.rows()).await?;
    write.record(Line::of("need", id, "closed"));
    app.commit(write).await?;
    Ok(closed)
}

async fn require_own(
    connection: &impl ConnectionTrait,
    somebody: &SignedIn,
    id: NeedId,
) -> Result<(need::Model, organisation::Model)> {
    let (need, retailer) = find(connection, id).await?;
    if somebody.role_in(retailer.id).is_some() { Ok((need, retailer)) } else { Err(refusal(&need)) }
}

/// What is told to those to whom a need does not belong: of a draft they learn nothing.
fn refusal(need: &need::Model) -> Error {
    if need.status == NeedStatus::Open { Error::Forbidden } else { Error::NotFound("need") }
}

fn require_after(need: &need::Model, action: NeedAction, by: NeedParty) -> Result<NeedStatus> {
    need.status.after(action, by).ok_or_else(|| forms::wrong("id", Problem::NotPossibleNow))
}

async fn require_room(write: &Write, organisation: OrganisationId) -> Result<()> {
    let running = need::Entity::find()
        .filter(need::Column::OrganisationId.eq(organisation))
        .filter(need::Column::Status.ne(NeedStatus::Closed));
    if running.count(write.rows()).await? >= limits::NEEDS as u64 {
        return Err(forms::wrong("input.organisation", Problem::NotPossibleNow));
    }
    Ok(())
}

async fn add(write: &mut Write, sheet: &Sheet, action: &'static str) -> Result<()> {
    need::Entity::insert(sheet.need.clone().into_active_model()).exec_without_returning(write.rows()).await?;
    sheet.write(write).await?;
    write.record(Line::of("need", sheet.need.id, action).with(None, Some(sheet.logged())));
    Ok(())
}

fn draft(organisation_id: OrganisationId, name: String) -> need::Model {
    let now = Utc::now();
    need::Model {
        id: NeedId::new(),
        organisation_id,
        name,
        description: None,
        min_stars: None,
        quantity_per_month: None,
        unit_code: None,
        months: None,
        price_ceiling: None,
        deadline: None,
        visibility: NeedVisibility::Producers,
        status: NeedStatus::Draft,
        closed_because: None,
        opened_at: None,
        closed_at: None,
        created_at: now,
        updated_at: now,
        version: 1,
    }
}
