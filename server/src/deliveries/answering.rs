//! Saying what was delivered: signed in, or by the link of a mail. What both say the same of is confirmed and stays so; where
//! they differ, both are told, and either may change its answer until the check closes.

use std::sync::Arc;

use chrono::Utc;
use futures::future::BoxFuture;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, sea_query::Expr};
use serde_json::json;
use shared::{
    AccountId, DeliveryCheckId, DeliveryCheckState, NotificationKind, Problem, TradeParty, WebhookKind,
};

use super::{
    case::Case,
    inputs::{DeliveryAnswerInput, Said},
    links,
    standing::is_open,
    telling,
};
use crate::{
    accounts::{Caller, SignedIn},
    app::App,
    bulk, calendar,
    changes::{Line, Write},
    entities::{agreement, delivery_amount, delivery_answer, delivery_check},
    error::{Error, Result},
    forms, notifications,
    webhooks::{self, Happening},
};

/// Answers for an own organisation; who belongs to both sides says for which.
pub(super) fn answer<'a>(
    app: &'a Arc<App>,
    somebody: &'a SignedIn,
    id: DeliveryCheckId,
    input: &'a DeliveryAnswerInput,
    as_producer: Option<bool>,
) -> BoxFuture<'a, Result<Case>> {
    Box::pin(async move {
        let mut write = Write::begin(&app.database, somebody.actor()).await?;
        let case = Case::lock_any(write.rows(), id).await?;
        case.require_known(write.rows(), somebody).await?;
        let own: Vec<TradeParty> = case.sides_of(somebody).collect();
        let side = match as_producer {
            None => case.answers_as(somebody, calendar::today()).or(own.first().copied()),
            Some(true) => Some(TradeParty::Producer),
            Some(false) => Some(TradeParty::Retailer),
        };
        // Staff read, and answer for nobody.
        let side = side.filter(|side| own.contains(side)).ok_or(Error::Forbidden)?;
        if !is_open(&case.check.row, calendar::today()) {
            return Err(forms::wrong("check", Problem::NotPossibleNow));
        }
        let said = input.read(&case)?;
        settle(app, &mut write, case, side, said, somebody.account_id).await?;
        write.commit().await?;
        Case::find_any(app.database.read(), id).await
    })
}

/// Answers by the link of a mail, as the account that it was sent to.
pub(super) fn answer_by_link<'a>(
    app: &'a Arc<App>,
    caller: &'a Caller,
    token: &'a str,
    input: &'a DeliveryAnswerInput,
) -> BoxFuture<'a, Result<()>> {
    Box::pin(async move {
        app.throttle.link(caller.address)?;
        let invalid = || forms::wrong("token", Problem::LinkInvalid);
        let link = links::find(app.database.read(), token).await?.ok_or_else(invalid)?;
        let mut write = Write::begin(&app.database, link.account_id.to_string()).await?;
        let case = Case::lock_any(write.rows(), link.check_id).await?;
        // What it rests on may have changed while this waited.
        links::find(write.rows(), token).await?.ok_or_else(invalid)?;
        if !is_open(&case.check.row, calendar::today()) {
            return Err(forms::wrong("token", Problem::NotPossibleNow));
        }
        let said = input.read(&case)?;
        settle(app, &mut write, case, link.party, said, link.account_id).await?;
        write.commit().await?;
        Ok(())
    })
}

/// Writes an answer and what comes of it, and tells of that.
async fn settle(
    app: &App,
    write: &mut Write,
    case: Case,
    side: TradeParty,
    said: Said,
    account: AccountId,
) -> Result<()> {
    let (before, now) = (&case.check.row, Utc::now());
    let answer = delivery_answer::Model {
        check_id: before.id,
        party: side,
        account_id: account,
        outcome: said.outcome,
        problem: said.problem,
        note: said.note,
        answered_at: now,
    };
    let amount =
        |(line_id, quantity)| delivery_amount::Model { check_id: before.id, party: side, line_id, quantity };
    let amounts: Vec<delivery_amount::Model> = said.amounts.into_iter().map(amount).collect();
    let check = case.check.with(answer.clone(), amounts.clone());
    let (state, action) = match check.agree(&case.followed.lines) {
        Some(true) => (DeliveryCheckState::Confirmed, "delivery_confirmed"),
        Some(false) => (DeliveryCheckState::Disputed, "delivery_disputed"),
        None => (DeliveryCheckState::Asked, "delivery_answered"),
    };
    let is_settled = state == DeliveryCheckState::Confirmed;
    let after = delivery_check::Model { state, settled_at: is_settled.then_some(now), ..before.clone() };
    write_down(write, answer, amounts, &after).await?;
    agreement::Entity::update_many()
        .col_expr(agreement::Column::MovedAt, Expr::value(now))
        .filter(agreement::Column::Id.eq(after.agreement_id))
        .exec(write.rows())
        .await?;
    // What was said stands in the rows: it may be personal.
    let line = Line::of("agreement", after.agreement_id, action);
    write.record(line.with(
        Some(json!({ "check": after.kind, "check_state": before.state })),
        Some(json!({ "check": after.kind, "check_state": after.state })),
    ));
    notifications::mark_agreement_seen(write.rows(), account, after.agreement_id).await?;
    let kind = match state {
        DeliveryCheckState::Confirmed => NotificationKind::DeliverySettled,
        DeliveryCheckState::Disputed => NotificationKind::DeliveryDisputed,
        _ => {
            let answered =
                Happening::delivery(WebhookKind::DeliveryAnswered, &case.followed.agreement, &after);
            return webhooks::tell_of(write, vec![answered]).await;
        }
    };
    telling::tell(app, write, &[(&*case.followed.agreement, &after, kind)], Some((account, side))).await
}

async fn write_down(
    write: &Write,
    answer: delivery_answer::Model,
    amounts: Vec<delivery_amount::Model>,
    after: &delivery_check::Model,
) -> Result<()> {
    let rows = write.rows();
    delivery_amount::Entity::delete_many()
        .filter(delivery_amount::Column::CheckId.eq(answer.check_id))
        .filter(delivery_amount::Column::Party.eq(answer.party))
        .exec(rows)
        .await?;
    bulk::upsert::<delivery_answer::Entity>(rows, vec![answer]).await?;
    bulk::insert::<delivery_amount::Entity>(rows, amounts).await?;
    delivery_check::Entity::update(after.clone().into_active_model().reset_all()).exec(rows).await?;
    Ok(())
}
