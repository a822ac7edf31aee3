//! Two who met at an event and came to an agreement: that settles their introduction, whoever had answered it before.

use chrono::Utc;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use serde_json::json;
use shared::{
    AccountId, IntroductionAction, IntroductionId, IntroductionStatus, NotificationKind, Problem, TradeParty,
};

use super::case::Case;
use crate::{
    app::App,
    changes::{Line, Write},
    entities::introduction,
    error::Result,
    forms,
    notifications::{self, About, News},
};

/// The introduction of two who met, accepted. Unless it was accepted before, that needs to be known from more than one side
/// (`is_known`): both were noted at the door, or staff say it.
pub(crate) async fn met(
    app: &App,
    write: &mut Write,
    id: IntroductionId,
    (account, party): (AccountId, TradeParty),
    is_known: bool,
) -> Result<introduction::Model> {
    let row = Case::lock_any(write.rows(), id).await?.row;
    if row.status == IntroductionStatus::Accepted {
        return Ok(row);
    }
    if !is_known {
        return Err(forms::wrong("outcome", Problem::NotCheckedIn));
    }
    let status = row.status.after(IntroductionAction::Meet, party, row.proposed_by);
    let status = status.ok_or_else(|| forms::wrong("outcome", Problem::NotPossibleNow))?;
    let (now, before) = (Utc::now(), row.status);
    let accepted = introduction::Model {
        status,
        retailer_answered_at: row.retailer_answered_at.or(Some(now)),
        producer_answered_at: row.producer_answered_at.or(Some(now)),
        settled_at: Some(now),
        moved_at: now,
        ..row
    };
    introduction::Entity::update(accepted.clone().into_active_model().reset_all()).exec(write.rows()).await?;
    let line = Line::of("introduction", id, "accepted");
    write.record(line.with(Some(json!({ "status": before })), Some(json!({ "status": status }))));
    let by = Some((account, party));
    let news = News { about: About::Introduction(&accepted), kind: NotificationKind::Accepted, by };
    notifications::tell(app, write, &[news]).await?;
    Ok(accepted)
}
