//! Sending a version to be confirmed: a draft, or another version instead of the one that was sent. A side that sends it
//! stands by it; staff stand by nothing.

use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel};
use serde_json::json;
use shared::{
    AccountId, AgreementAction, AgreementFollows, AgreementId, AgreementKind, AgreementStatus,
    NotificationKind, Problem, Quantity, TradeParty, limits,
};

use super::{
    case::Case,
    editing,
    inputs::AgreementTermsInput,
    lines::{self, Goods},
    stated::{Stated, with_versions},
    terms::Terms,
};
use crate::{
    accounts::SignedIn,
    app::App,
    bulk,
    changes::{Line, Write},
    entities::{agreement, agreement_version},
    error::Result,
    forms::{self, Form},
    notifications::{self, About, News},
};

/// Both sides.
pub(super) const SIDES: [TradeParty; 2] = [TradeParty::Retailer, TradeParty::Producer];

/// Sends a draft.
pub(super) async fn propose(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: AgreementId,
    row_version: i32,
    note: Option<&str>,
    answer_days: Option<i32>,
) -> Result<Stated> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let case = Case::lock(write.rows(), somebody, id).await?;
    let (party, status) = case.acting(somebody, AgreementAction::Propose, None)?;
    case.require_row(row_version)?;
    case.require_people(write.rows(), party).await?;
    let mut form = Form::default();
    let note = form.optional_text("note", note, limits::NOTE_CHARS);
    let days = answer_days.unwrap_or(limits::AGREEMENT_DAYS_TO_ANSWER);
    if !(1..=limits::AGREEMENT_DAYS_TO_ANSWER_MAX).contains(&days) {
        form.wrong("answerDays", Problem::OutOfRange);
    }
    let goods =
        lines::of(write.rows(), id, case.version.number).await?.into_iter().map(Goods::from).collect();
    let terms = Terms::of(&case.row, &case.version, goods);
    require_whole(write.rows(), &mut form, &case.row, &terms, true).await?;
    form.finish()?;
    let now = Utc::now();
    let version = agreement_version::Model { note, ..case.version };
    let version = signed_for(version, party, somebody.account_id, now);
    agreement_version::Entity::update(version.clone().into_active_model().reset_all())
        .exec(write.rows())
        .await?;
    let row = agreement::Model { proposed_at: Some(now), ..case.row };
    let sent = Sent { status, party, days, action: "proposed", kind: NotificationKind::AgreementProposed };
    let row = sent.write(app, &mut write, somebody, row).await?;
    write.commit().await?;
    Ok(Stated { row, version })
}

/// Sends another version instead of the latest one.
pub(super) async fn counter(
    app: &Arc<App>,
    somebody: &SignedIn,
    (id, row_version): (AgreementId, i32),
    input: AgreementTermsInput,
    note: Option<&str>,
    as_producer: Option<bool>,
) -> Result<Stated> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let case = Case::lock(write.rows(), somebody, id).await?;
    let (party, status) = case.acting(somebody, AgreementAction::Counter, as_producer)?;
    case.require_row(row_version)?;
    case.require_people(write.rows(), party).await?;
    let mut form = Form::default();
    let note = form.optional_text("note", note, limits::NOTE_CHARS);
    let terms = editing::read(app, write.rows(), &mut form, somebody, &case, party, &input).await?;
    require_whole(write.rows(), &mut form, &case.row, &terms, true).await?;
    form.finish()?;
    let (now, number) = (Utc::now(), case.version.number + 1);
    let version = terms.version((id, number), (party, somebody.account_id), note, now);
    let version = signed_for(version, party, somebody.account_id, now);
    bulk::insert::<agreement_version::Entity>(write.rows(), vec![version.clone()]).await?;
    lines::add(write.rows(), (id, number), &terms.goods).await?;
    let row =
        agreement::Model { kind: terms.kind, event_id: terms.event_id, current_version: number, ..case.row };
    let days = limits::AGREEMENT_DAYS_TO_ANSWER;
    let sent = Sent { status, party, days, action: "countered", kind: NotificationKind::AgreementCountered };
    let row = sent.write(app, &mut write, somebody, row).await?;
    write.commit().await?;
    Ok(Stated { row, version })
}

/// The version with the confirmation of a side.
pub(super) fn signed_for(
    version: agreement_version::Model,
    party: TradeParty,
    account: AccountId,
    now: DateTime<Utc>,
) -> agreement_version::Model {
    match party {
        TradeParty::Retailer => agreement_version::Model {
            retailer_signed_at: Some(now),
            retailer_signer_id: Some(account),
            ..version
        },
        TradeParty::Producer => agreement_version::Model {
            producer_signed_at: Some(now),
            producer_signer_id: Some(account),
            ..version
        },
        TradeParty::Staff | TradeParty::Other => version,
    }
}

/// How something is sent.
struct Sent {
    status: AgreementStatus,
    party: TradeParty,
    days: i32,
    action: &'static str,
    kind: NotificationKind,
}

impl Sent {
    /// Writes where the agreement stands now, and tells those who are to confirm it.
    async fn write(
        self,
        app: &App,
        write: &mut Write,
        somebody: &SignedIn,
        row: agreement::Model,
    ) -> Result<agreement::Model> {
        let now = Utc::now();
        let before = row.status;
        let answer_by = Some(now + Duration::days(self.days.into()));
        let mut row = agreement::Model { status: self.status, answer_by, moved_at: now, ..row };
        row.touch();
        agreement::Entity::update(row.clone().into_active_model().reset_all()).exec(write.rows()).await?;
        let after = json!({ "status": row.status, "version": row.current_version, "answer_by": answer_by });
        let line = Line::of("agreement", row.id, self.action);
        write.record(line.with(Some(json!({ "status": before })), Some(after)));
        notifications::mark_agreement_seen(write.rows(), somebody.account_id, row.id).await?;
        let asked = SIDES.map(|side| row.status.waits_for(side).then_some(side));
        let asked: Vec<TradeParty> = asked.into_iter().flatten().collect();
        let by = Some((somebody.account_id, self.party));
        let news = News { about: About::agreement(&row, &asked), kind: self.kind, by };
        notifications::tell(app, write, &[news]).await?;
        Ok(row)
    }
}

/// What must be said before both can stand by it: goods, a term and who the sides are. A paper may leave goods and term
/// open. A renewal begins after the other has ended, and an amendment is of what still holds.
pub(super) async fn require_whole(
    connection: &impl ConnectionTrait,
    form: &mut Form,
    row: &agreement::Model,
    terms: &Terms,
    has_all: bool,
) -> Result<()> {
    for (field, name) in [("retailer", &terms.retailer.name), ("producer", &terms.producer.name)] {
        if name.is_empty() {
            form.wrong(format!("terms.{field}.name"), Problem::Missing);
        }
    }
    let between_departments = matches!(terms.kind, AgreementKind::Framework | AgreementKind::Programme);
    if has_all && !between_departments {
        if terms.goods.is_empty() {
            form.wrong("terms.lines", Problem::Missing);
        }
        let days = [("startsOn", terms.starts_on), ("endsOn", terms.ends_on)];
        for (field, _) in days.iter().filter(|(_, day)| day.is_none()) {
            form.wrong(format!("terms.{field}"), Problem::Missing);
        }
    }
    for (place, goods) in terms.goods.iter().enumerate() {
        if goods.quantity_per_month == Quantity::default() {
            form.wrong(format!("terms.lines.{place}.quantityPerMonth"), Problem::OutOfRange);
        }
    }
    let (Some(follows), Some(how)) = (row.follows_id, row.follows_as) else { return Ok(()) };
    let earlier = agreement::Entity::find_by_id(follows).one(connection).await?;
    let earlier = with_versions(connection, earlier.into_iter().collect(), Utc::now()).await?.pop();
    let Some(earlier) = earlier else { return Ok(()) };
    match how {
        AgreementFollows::Amendment if earlier.row.status != AgreementStatus::Signed => {
            Err(forms::wrong("id", Problem::NotPossibleNow))
        }
        AgreementFollows::Renewal
            if terms.starts_on.is_some_and(|day| Some(day) <= earlier.version.ends_on) =>
        {
            form.wrong("terms.startsOn", Problem::WrongOrder);
            Ok(())
        }
        _ => Ok(()),
    }
}
