//! Confirming an agreement: each side for itself, for the version that it has read; or staff record what both have signed
//! on paper. From then on it holds, has a number, and never changes.

use std::sync::Arc;

use async_graphql::ID;
use chrono::{NaiveDate, Utc};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QuerySelect, sea_query::LockType};
use serde_json::json;
use shared::{
    AgreementAction, AgreementFollows, AgreementId, AgreementStatus, NotificationKind, Problem, TradeParty,
    WebhookKind, limits,
};

use super::{
    case::Case,
    lines::{self, Goods},
    numbering, scans,
    sending::{SIDES, require_whole, signed_for},
    stated::{Stated, with_versions},
    terms::Terms,
};
use crate::{
    accounts::SignedIn,
    app::App,
    calendar,
    changes::{Line, Write},
    deliveries,
    entities::{agreement, agreement_version},
    error::{Error, Result},
    forms::{self, Form},
    graphql::date::Date,
    notifications::{self, About, News},
    webhooks::{self, Happening},
};

/// Confirms the latest version for an own organisation, if it is the one that was read.
pub(super) async fn sign(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: AgreementId,
    read: i32,
    as_producer: Option<bool>,
) -> Result<Stated> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let case = Case::lock(write.rows(), somebody, id).await?;
    let acting = case.acting(somebody, AgreementAction::Sign, as_producer);
    // Nobody confirms what they have not read.
    if case.version.number != read && !matches!(acting, Err(Error::Forbidden)) {
        return Err(Error::Conflict("agreement"));
    }
    let (party, status) = acting?;
    let (now, before) = (Utc::now(), case.row.status);
    let version = signed_for(case.version, party, somebody.account_id, now);
    agreement_version::Entity::update(version.clone().into_active_model().reset_all())
        .exec(write.rows())
        .await?;
    let mut row = agreement::Model { status, moved_at: now, ..case.row };
    let (action, kind) = if status == AgreementStatus::Signed {
        row = hold(&mut write, row, &version, calendar::day_of(now), None).await?;
        ("signed", NotificationKind::AgreementSigned)
    } else {
        ("half_signed", NotificationKind::AgreementHalfSigned)
    };
    let row = finish(app, &mut write, somebody, (row, before, party), action, kind).await?;
    write.commit().await?;
    Ok(Stated { row, version })
}

/// What is recorded of a paper.
pub(super) struct Paper<'a> {
    pub(super) signed_on: Date,
    /// As it stands on the paper; one is allotted when there is none.
    pub(super) number: Option<&'a str>,
    /// An own upload.
    pub(super) scan: &'a ID,
}

/// Records what both have signed on paper.
pub(super) async fn record_paper(
    app: &Arc<App>,
    somebody: &SignedIn,
    (id, row_version): (AgreementId, i32),
    paper: Paper<'_>,
) -> Result<Stated> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let case = Case::lock(write.rows(), somebody, id).await?;
    let (party, status) = case.acting(somebody, AgreementAction::RecordPaper, None)?;
    case.require_row(row_version)?;
    let mut form = Form::default();
    let number = form.optional_line("number", paper.number, limits::AGREEMENT_NUMBER_CHARS);
    let signed_on = paper.signed_on.0;
    if signed_on > calendar::today() {
        form.wrong("signedOn", Problem::WrongOrder);
    }
    let scan = scans::own(&write, somebody, &mut form, paper.scan).await?;
    let goods =
        lines::of(write.rows(), id, case.version.number).await?.into_iter().map(Goods::from).collect();
    let terms = Terms::of(&case.row, &case.version, goods);
    require_whole(write.rows(), &mut form, &case.row, &terms, false).await?;
    form.finish()?;
    let (now, before) = (Utc::now(), case.row.status);
    let row = agreement::Model { status, moved_at: now, is_paper: true, scan_id: scan, ..case.row };
    let row = hold(&mut write, row, &case.version, signed_on, number).await?;
    let kind = NotificationKind::AgreementSigned;
    let row = finish(app, &mut write, somebody, (row, before, party), "paper_signed", kind).await?;
    write.commit().await?;
    Ok(Stated { row, version: case.version })
}

/// What comes with an agreement that holds from now on: a day, a number, the end of the one that it stands instead of, and
/// that both sides will be asked what was delivered.
async fn hold(
    write: &mut Write,
    row: agreement::Model,
    version: &agreement_version::Model,
    signed_on: NaiveDate,
    number: Option<String>,
) -> Result<agreement::Model> {
    supersede(write, &row).await?;
    let row = agreement::Model { signed_at: Some(row.moved_at), signed_on: Some(signed_on), ..row };
    let row = match number {
        Some(number) => agreement::Model { number: Some(number), ..row },
        None => numbering::allot(write.rows(), row, signed_on).await?,
    };
    deliveries::schedule(write.rows(), &row, version).await?;
    Ok(row)
}

/// Ends what an amendment stands instead of.
async fn supersede(write: &mut Write, amendment: &agreement::Model) -> Result<()> {
    let amended = amendment.follows_id.filter(|_| amendment.follows_as == Some(AgreementFollows::Amendment));
    let Some(id) = amended else { return Ok(()) };
    let row = agreement::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(write.rows()).await?;
    let stated = with_versions(write.rows(), row.into_iter().collect(), amendment.moved_at).await?.pop();
    let Stated { row, version } = stated.ok_or(Error::NotFound("agreement"))?;
    let status = row.status.after(AgreementAction::Supersede, TradeParty::Other, version.written_by);
    let status = status.ok_or_else(|| forms::wrong("id", Problem::NotPossibleNow))?;
    let before = row.status;
    let now = amendment.moved_at;
    let mut row = agreement::Model { status, settled_at: Some(now), moved_at: now, ..row };
    row.touch();
    agreement::Entity::update(row.clone().into_active_model().reset_all()).exec(write.rows()).await?;
    deliveries::cancel(write.rows(), id).await?;
    let ended = Happening::agreement(WebhookKind::AgreementEnded, &row);
    webhooks::tell_of(write, vec![ended]).await?;
    let after = json!({ "status": status, "superseded_by": amendment.id });
    let line = Line::of("agreement", id, "superseded");
    write.record(line.with(Some(json!({ "status": before })), Some(after)));
    Ok(())
}

/// Writes where the agreement stands now, and tells of it.
async fn finish(
    app: &App,
    write: &mut Write,
    somebody: &SignedIn,
    (mut row, before, party): (agreement::Model, AgreementStatus, TradeParty),
    action: &'static str,
    kind: NotificationKind,
) -> Result<agreement::Model> {
    row.touch();
    agreement::Entity::update(row.clone().into_active_model().reset_all()).exec(write.rows()).await?;
    let after = json!({
        "status": row.status,
        "number": row.number,
        "signed_on": row.signed_on,
        "version": row.current_version,
        "party": party,
    });
    let line = Line::of("agreement", row.id, action);
    write.record(line.with(Some(json!({ "status": before })), Some(after)));
    notifications::mark_agreement_seen(write.rows(), somebody.account_id, row.id).await?;
    // One who has yet to confirm is asked; what holds is told to both.
    let told = SIDES.into_iter().filter(|side| !row.status.is_waiting() || row.status.waits_for(*side));
    let told: Vec<TradeParty> = told.collect();
    let by = Some((somebody.account_id, party));
    let news = News { about: About::agreement(&row, &told), kind, by };
    notifications::tell(app, write, &[news]).await?;
    Ok(row)
}
