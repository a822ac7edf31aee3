//! Answering what was proposed: signed in, or by the link of a mail.

use std::sync::Arc;

use chrono::Utc;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use serde_json::json;
use shared::{
    AccountId, IntroductionAction, IntroductionId, IntroductionStatus, NotificationKind, Problem, TradeParty,
    limits,
};

use super::{case::Case, links};
use crate::{
    accounts::{Caller, SignedIn},
    app::App,
    changes::{Line, Write},
    entities::introduction,
    error::{Error, Result},
    forms::{self, Form},
    notifications::{self, About, News},
};

/// What a side says.
pub(super) enum Reply {
    Accept,
    Decline(String),
}

impl Reply {
    /// What somebody fills in; who declines says why.
    pub(super) fn read(accept: bool, reason: Option<&str>) -> Result<Self> {
        if accept {
            return Ok(Self::Accept);
        }
        let mut form = Form::default();
        let reason = form.optional_text("reason", reason, limits::TEXT_CHARS);
        if reason.is_none() {
            form.wrong("reason", Problem::Missing);
        }
        form.finish()?;
        Ok(Self::Decline(reason.unwrap_or_default()))
    }

    fn action(&self) -> IntroductionAction {
        match self {
            Self::Accept => IntroductionAction::Accept,
            Self::Decline(_) => IntroductionAction::Decline,
        }
    }
}

/// Answers for an own organisation; who belongs to both sides says for which.
pub(super) async fn answer(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: IntroductionId,
    reply: Reply,
    as_producer: Option<bool>,
) -> Result<introduction::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let case = Case::lock(write.rows(), somebody, id).await?;
    let side = match as_producer {
        None => case.party(somebody),
        Some(true) => TradeParty::Producer,
        Some(false) => TradeParty::Retailer,
    };
    somebody.require_member(case.organisation(side).ok_or(Error::Forbidden)?)?;
    let row = settle(app, &mut write, case.row, side, reply, somebody.account_id).await?;
    write.commit().await?;
    Ok(row)
}

/// Answers by the link of a mail, as the account that it was sent to.
pub(super) async fn answer_by_link(
    app: &Arc<App>,
    caller: &Caller,
    token: &str,
    reply: Reply,
) -> Result<introduction::Model> {
    app.throttle.link(caller.address)?;
    let invalid = || forms::wrong("token", Problem::LinkInvalid);
    let link = links::find(app.database.read(), token).await?.ok_or_else(invalid)?;
    let mut write = Write::begin(&app.database, link.account_id.to_string()).await?;
    let case = Case::lock_any(write.rows(), link.introduction_id).await?;
    // What it rests on may have changed while this waited.
    links::find(write.rows(), token).await?.ok_or_else(invalid)?;
    if !case.row.status.waits_for(link.party) {
        return Err(forms::wrong("token", Problem::NotPossibleNow));
    }
    let row = settle(app, &mut write, case.row, link.party, reply, link.account_id).await?;
    write.commit().await?;
    Ok(row)
}

/// Writes an answer and tells of it.
async fn settle(
    app: &App,
    write: &mut Write,
    row: introduction::Model,
    side: TradeParty,
    reply: Reply,
    account: AccountId,
) -> Result<introduction::Model> {
    let status = row.status.after(reply.action(), side, row.proposed_by);
    let status = status.ok_or_else(|| forms::wrong("id", Problem::NotPossibleNow))?;
    let (now, before) = (Utc::now(), row.status);
    let mut answered = introduction::Model { status, moved_at: now, ..row };
    match side {
        TradeParty::Retailer => answered.retailer_answered_at = Some(now),
        _ => answered.producer_answered_at = Some(now),
    }
    let (kind, action) = match status {
        IntroductionStatus::Accepted => (NotificationKind::Accepted, "accepted"),
        IntroductionStatus::Declined => (NotificationKind::Declined, "declined"),
        _ => (NotificationKind::HalfAccepted, "half_accepted"),
    };
    if !status.is_waiting() {
        answered.settled_at = Some(now);
    }
    if let Reply::Decline(reason) = reply {
        answered.declined_by = Some(side);
        answered.declined_because = Some(reason);
    }
    introduction::Entity::update(answered.clone().into_active_model().reset_all()).exec(write.rows()).await?;
    // Why it was declined stands on the row: it may be personal.
    let line = Line::of("introduction", answered.id, action);
    write.record(line.with(Some(json!({ "status": before })), Some(json!({ "status": status }))));
    notifications::mark_seen(write.rows(), account, answered.id).await?;
    let news = News { about: About::Introduction(&answered), kind, by: Some((account, side)) };
    notifications::tell(app, write, &[news]).await?;
    Ok(answered)
}
