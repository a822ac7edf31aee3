//! An agreement that comes to nothing or to its end: a side does not agree, whoever sent it takes it back, or it is ended
//! before its term is over.

use std::sync::Arc;

use chrono::Utc;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use serde_json::json;
use shared::{AgreementAction, AgreementId, NotificationKind, Problem, WebhookKind, limits};

use super::{case::Case, sending::SIDES, stated::Stated};
use crate::{
    accounts::SignedIn,
    app::App,
    changes::{Line, Write},
    deliveries,
    entities::agreement,
    error::Result,
    forms::Form,
    notifications::{self, About, News},
    webhooks::{self, Happening},
};

/// How it ends.
#[derive(Clone, Debug)]
pub(super) enum Ending {
    Decline(String),
    Withdraw,
    Terminate(String),
}

impl Ending {
    /// Not agreeing, with what somebody says why.
    pub(super) fn decline(reason: &str) -> Result<Self> {
        because(reason).map(Self::Decline)
    }

    /// Ending it, the same.
    pub(super) fn terminate(reason: &str) -> Result<Self> {
        because(reason).map(Self::Terminate)
    }

    const fn named(&self) -> (AgreementAction, &'static str, NotificationKind) {
        match self {
            Self::Decline(_) => (AgreementAction::Decline, "declined", NotificationKind::AgreementDeclined),
            Self::Withdraw => (AgreementAction::Withdraw, "withdrawn", NotificationKind::AgreementWithdrawn),
            Self::Terminate(_) => {
                (AgreementAction::Terminate, "terminated", NotificationKind::AgreementTerminated)
            }
        }
    }
}

fn because(reason: &str) -> Result<String> {
    let mut form = Form::default();
    let reason = form.optional_text("reason", Some(reason), limits::TEXT_CHARS);
    if reason.is_none() {
        form.wrong("reason", Problem::Missing);
    }
    form.finish()?;
    Ok(reason.unwrap_or_default())
}

/// Ends it.
pub(super) async fn end(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: AgreementId,
    ending: Ending,
    as_producer: Option<bool>,
) -> Result<Stated> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let case = Case::lock(write.rows(), somebody, id).await?;
    let (action, done, kind) = ending.named();
    let (party, status) = case.acting(somebody, action, as_producer)?;
    let (now, before, was_sent) = (Utc::now(), case.row.status, case.row.proposed_at.is_some());
    let because = match ending {
        Ending::Decline(reason) | Ending::Terminate(reason) => Some(reason),
        Ending::Withdraw => None,
    };
    let mut row = agreement::Model {
        status,
        settled_at: Some(now),
        settled_by: Some(party),
        settled_because: because,
        moved_at: now,
        ..case.row
    };
    row.touch();
    agreement::Entity::update(row.clone().into_active_model().reset_all()).exec(write.rows()).await?;
    if action == AgreementAction::Terminate {
        deliveries::cancel(write.rows(), id).await?;
    }
    // Why it ended stands on the row: it may be personal.
    let line = Line::of("agreement", id, done);
    let after = json!({ "status": status, "party": party });
    write.record(line.with(Some(json!({ "status": before })), Some(after)));
    notifications::mark_agreement_seen(write.rows(), somebody.account_id, id).await?;
    // Of a draft nobody else knows.
    if !was_sent && row.signed_at.is_none() {
        let withdrawn = Happening::draft(WebhookKind::AgreementWithdrawn, &row, party);
        webhooks::tell_of(&write, vec![withdrawn]).await?;
    } else {
        let by = Some((somebody.account_id, party));
        let news = News { about: About::agreement(&row, &SIDES), kind, by };
        notifications::tell(app, &write, &[news]).await?;
    }
    write.commit().await?;
    Ok(Stated { row, version: case.version })
}
